"""`thidua backfill`: fill a gap of one source."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option

if TYPE_CHECKING:
    from datetime import datetime


@click.command("backfill", short_help="Fill a gap of one source.")
@click.argument("slug")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="First day wanted.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Last day wanted.")
@click.option(
    "--only",
    type=click.Choice(["missing", "failed", "all"]),
    default="missing",
    show_default=True,
    help="Pages never fetched, pages that failed, or every page again.",
)
@click.option("--newest-first", is_flag=True, help="Fetch by date, the newest first.")
@click.option("--dry-run", is_flag=True, help="Fetch listings only, print the plan, write nothing.")
@db_option
@click.pass_obj
def command(
    invocation: Invocation,
    slug: str,
    since: "datetime | None",
    until: "datetime | None",
    only: Literal["missing", "failed", "all"],
    newest_first: bool,
    dry_run: bool,
    db: Path | None,
) -> int:
    """Fetch what is missing of one source in a range of days.

    \b
    Examples:
      thidua backfill laodong --from 2025-01-01 --to 2025-01-31
      thidua backfill laodong --only failed
    """
    from pipeline.choose_db import choose_db
    from pipeline.harvesting import HarvestOptions, echo_summary, harvest

    settings = invocation.load_settings()
    options = HarvestOptions(
        slugs=(slug,),
        since=since.date() if since else None,
        until=until.date() if until else None,
        only=only,
        newest_first=newest_first,
    )
    path = choose_db(invocation, db)
    if dry_run:
        from pipeline.dry_run import print_plan

        return print_plan(path, options, settings=settings)
    result = harvest(path, options, settings=settings, invocation=invocation)
    echo_summary(result, invocation)
    return result.exit_code
