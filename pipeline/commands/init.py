"""`thidua init`: make an empty database."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option


@click.command("init", short_help="Make an empty database.")
@db_option
@click.pass_obj
def command(invocation: Invocation, db: Path | None) -> int:
    """Make an empty database with its schema and the packaged lists; an existing one is brought up to date.

    \b
    Example:
      thidua init --db union.db
    """
    from pipeline.choose_db import choose_db
    from pipeline.lock import hold_lock
    from pipeline.store import open_store, read_version

    path = choose_db(invocation, db)
    with hold_lock(path), open_store(path, create=True) as store:
        version = read_version(store.db)
    if invocation.is_chatty():
        click.echo(f"{path}: schema {version}\nnext: thidua import PATH... --db {path}", err=True)
    return 0
