"""`thidua systemd`: units and cron lines for a nightly run."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option


@click.group("systemd", short_help="Print systemd units or cron lines.")
def command() -> None:
    """Print systemd units, or the cron lines that do the same.

    \b
    Example:
      thidua systemd print --db /srv/thidua/thidua.db
    """


@command.command("print")
@click.option("--cron", is_flag=True, help="Cron lines instead of units.")
@db_option
@click.pass_obj
def print_units(invocation: Invocation, cron: bool, db: Path | None) -> int:
    """Print the units, each under its file name: thidua systemd print --cron."""
    from pipeline.choose_db import choose_db
    from pipeline.units import render_cron, render_units

    path = choose_db(invocation, db).absolute()
    click.echo(render_cron(path) if cron else render_units(path), nl=False)
    return 0
