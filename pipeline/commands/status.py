"""`thidua status`: what the database holds and how old it is."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option


@click.command("status", short_help="Say what the database holds and how old it is.")
@click.option("--max-age", metavar="26h", help="Exit 1 when the last good run is older than this.")
@click.option("--openmetrics", is_flag=True, help="Print metrics for a monitoring system.")
@db_option
@json_option
@click.pass_obj
def command(
    invocation: Invocation, max_age: str | None, openmetrics: bool, db: Path | None, as_json: bool
) -> int:
    """Say what the database holds, when it was last filled and whether each source answered.

    \b
    Examples:
      thidua status
      thidua status --max-age 26h --openmetrics
    """
    import json

    from pipeline.choose_db import choose_db
    from pipeline.errors import MisuseError
    from pipeline.settings import parse_duration
    from pipeline.status import read_status, render_openmetrics, render_status
    from pipeline.store import open_store

    try:
        limit = parse_duration(max_age) if max_age is not None else None
    except ValueError as err:
        raise MisuseError(f"--max-age: {err}") from err
    with open_store(choose_db(invocation, db), read_only=True) as store:
        status = read_status(store)
    if openmetrics:
        click.echo(render_openmetrics(status), nl=False)
    elif as_json:
        click.echo(
            json.dumps({"schema_version": 1} | status.as_json(), ensure_ascii=False, indent=2)
        )
    else:
        click.echo(render_status(status))
    return 1 if limit is not None and status.is_stale(limit) else 0
