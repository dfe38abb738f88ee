"""`thidua doctor`: what would make the next run fail."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option


@click.command("doctor", short_help="Find what would make the next run fail.")
@db_option
@click.pass_obj
def command(invocation: Invocation, db: Path | None) -> int:
    """Look at disk, permissions, configuration, database, archive and sources; exit 1 where something is wrong.

    \b
    Example:
      thidua doctor --db union.db
    """
    from pipeline.choose_db import choose_db
    from pipeline.doctor import examine

    settings = invocation.load_settings()
    code = 0
    for finding in examine(choose_db(invocation, db), settings):
        click.echo(f"{'ok    ' if finding.good else 'FAILED'} {finding.what}: {finding.detail}")
        if not finding.good:
            code = 1
            if finding.next_step:
                click.echo(f"       next: {finding.next_step}")
    return code
