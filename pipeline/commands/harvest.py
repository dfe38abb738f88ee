"""`thidua harvest`: fetch what is new, archive, read, extract and store it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option

if TYPE_CHECKING:
    from datetime import date, datetime


@click.command("harvest", short_help="Fetch, archive, read and store what is new.")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="First day wanted.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Last day wanted.")
@click.option("--limit", type=click.IntRange(min=1), help="Most new articles a source.")
@click.option("--max-time", metavar="45m", help="Ask for no further page after this time.")
@click.option("--no-extract", is_flag=True, help="Store the articles and extract nothing.")
@click.option("--dry-run", is_flag=True, help="Fetch listings only, print the plan, write nothing.")
@click.option("--wait", type=float, default=0, metavar="S", help="Wait so long for the lock.")
@click.option("--ping", metavar="URL", help="Tell this address of start and exit code.")
@db_option
@click.pass_obj
def command(
    invocation: Invocation,
    slugs: tuple[str, ...],
    since: "datetime | None",
    until: "datetime | None",
    limit: int | None,
    max_time: str | None,
    no_extract: bool,
    dry_run: bool,
    wait: float,
    ping: str | None,
    db: Path | None,
) -> int:
    """Fetch the new articles of the sources, politely, and keep every answer in the archive.

    \b
    Examples:
      thidua harvest laodong nld --db union.db
      thidua harvest --since 2025-11-01 --max-time 45m

    Quiet when all is well and no terminal is there; otherwise one line a failed source. A second run on the
    same database exits 75 at once. A run that was stopped or killed goes on when it is started again.
    """
    from pipeline.choose_db import choose_db
    from pipeline.harvesting import HarvestOptions, echo_summary, harvest

    settings = invocation.load_settings()
    options = HarvestOptions(
        slugs=slugs,
        since=_day(since),
        until=_day(until),
        limit=limit,
        max_time_s=_seconds(max_time),
        extract=not no_extract,
        wait_s=wait,
    )
    path = choose_db(invocation, db)
    if dry_run:
        from pipeline.dry_run import print_plan

        return print_plan(path, options, settings=settings)
    from pipeline.notice import noticed

    with noticed(settings, ping=ping) as notice:
        result = harvest(path, options, settings=settings, invocation=invocation)
        notice.end(result)
    echo_summary(result, invocation)
    return result.exit_code


def _day(moment: "datetime | None") -> "date | None":
    return moment.date() if moment else None


def _seconds(text: str | None) -> float | None:
    from pipeline.errors import MisuseError
    from pipeline.settings import parse_duration

    try:
        return parse_duration(text) if text is not None else None
    except ValueError as err:
        raise MisuseError(f"--max-time: {err}") from err
