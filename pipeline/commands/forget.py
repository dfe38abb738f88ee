"""`thidua forget`: take an article down."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option


@click.command("forget", short_help="Take an article down.")
@click.argument("target", metavar="URL|ID")
@click.option("--reason", required=True, help="Why, for the tombstone.")
@click.option("--dry-run", is_flag=True, help="Print what would go, write nothing.")
@db_option
@click.pass_obj
def command(
    invocation: Invocation, target: str, reason: str, dry_run: bool, db: Path | None
) -> int:
    """Remove an article with all its versions, mentions and reviews; a tombstone stays.

    \b
    Example:
      thidua forget https://bao.example/tin-1.html --reason "yêu cầu của nhân vật"

    The address is never fetched again. Places in the archive that still hold the page are named.
    """
    from contextlib import nullcontext

    from pipeline.choose_db import choose_db
    from pipeline.forget import forget
    from pipeline.lock import hold_lock
    from pipeline.show import find_article
    from pipeline.store import open_store

    path = choose_db(invocation, db)
    with (
        nullcontext() if dry_run else hold_lock(path),
        open_store(path, read_only=dry_run) as store,
    ):
        done = forget(store, find_article(store.db, target), reason=reason, dry_run=dry_run)
    would = "would go" if dry_run else "removed"
    click.echo(f"{len(done.articles)} versions and {done.mentions} mentions {would}", err=True)
    for place in done.records:
        click.echo(f"still in the archive: {place}", err=True)
    return 0
