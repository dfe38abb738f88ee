"""`thidua reextract`: the present rules over stored articles."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, jobs_option

if TYPE_CHECKING:
    from datetime import datetime


@click.command("reextract", short_help="Apply the present rules to stored articles.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="First published day.")
@click.option("--from-archive", is_flag=True, help="Read the stored pages again too.")
@click.option(
    "--diff", "show_diff", is_flag=True, help="Print each added, ended or changed mention."
)
@click.option("--dry-run", is_flag=True, help="Print what would change, write nothing.")
@jobs_option
@db_option
@click.pass_obj
def command(
    invocation: Invocation,
    since: "datetime | None",
    from_archive: bool,
    show_diff: bool,
    dry_run: bool,
    jobs: int,
    db: Path | None,
) -> int:
    """Extract anew from stored articles, without the network.

    \b
    Examples:
      thidua reextract --dry-run --diff
      thidua reextract --since 2025-01-01
      thidua reextract --jobs 4

    A mention that is no longer found is ended, not deleted; one whose value changed keeps its id and its
    former values. Reviews stay.
    """
    from contextlib import nullcontext

    from pipeline.choose_db import choose_db
    from pipeline.documents import make_extractor
    from pipeline.lock import hold_lock
    from pipeline.reextract import Reextraction, reextract
    from pipeline.run import archive_folder
    from pipeline.store import open_store

    path = choose_db(invocation, db)
    what = Reextraction(
        since=since.date().isoformat() if since else None,
        show_diff=show_diff,
        dry_run=dry_run,
        from_archive=from_archive,
    )
    archive = archive_folder(path, invocation.load_settings())
    with (
        nullcontext() if dry_run else hold_lock(path),
        open_store(path, read_only=dry_run) as store,
    ):
        return reextract(
            store, make_extractor, what, archive=archive, jobs=jobs, report=invocation.report
        )
