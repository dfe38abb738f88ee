"""`thidua db`: check, back up, restore, migrate, measure and shrink the database."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option


@click.group("db", short_help="Check, back up, restore, measure, shrink.")
def command() -> None:
    """Look after the database and its archive.

    \b
    Examples:
      thidua db check
      thidua db backup --to /backup
      thidua db prune --pages-older 180d --dry-run
    """


@command.command("check")
@db_option
@click.pass_obj
def check(invocation: Invocation, db: Path | None) -> int:
    """Check database, offsets, search index and archive; exit 1 for any damage: thidua db check."""
    from pipeline.choose_db import choose_db
    from pipeline.db_check import check_store
    from pipeline.run import archive_folder
    from pipeline.store import open_store

    path = choose_db(invocation, db)
    found = 0
    with open_store(path, read_only=True) as store:
        for line in check_store(store, archive_folder(path, invocation.load_settings())):
            click.echo(line)
            found += 1
    if not found and invocation.is_chatty():
        click.echo(f"{path}: no damage", err=True)
    return 1 if found else 0


@command.command("backup")
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), help="Folder.")
@click.option("--keep", type=click.IntRange(min=1), help="Copies to keep. Default: configuration.")
@db_option
@click.pass_obj
def backup_db(
    invocation: Invocation, folder: Path | None, keep: int | None, db: Path | None
) -> int:
    """Copy the database, also while it is written, and prove the copy: thidua db backup --to /backup."""
    from pipeline.backup import backup
    from pipeline.choose_db import choose_db

    path = choose_db(invocation, db)
    settings = invocation.load_settings()
    made = backup(
        path,
        folder or path.with_name(f"{path.stem}-backups"),
        keep=keep or settings.store.keep_backups,
    )
    if invocation.is_chatty():
        click.echo(f"{made.path}: {made.rows} rows, sha256 {made.sha256}", err=True)
    return 0


@command.command("restore")
@click.argument("copy", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@db_option
@click.pass_obj
def restore_db(invocation: Invocation, copy: Path, db: Path | None) -> int:
    """Put a copy back after proving it; the present database is kept aside: thidua db restore COPY."""
    from pipeline.backup import restore
    from pipeline.choose_db import choose_db
    from pipeline.lock import hold_lock

    path = choose_db(invocation, db)
    with hold_lock(path):
        aside = restore(copy, path)
    if aside is not None:
        click.echo(f"the database as it was: {aside}", err=True)
    return 0


@command.command("migrate")
@db_option
@click.pass_obj
def migrate_db(invocation: Invocation, db: Path | None) -> int:
    """Bring an earlier schema up to date: thidua db migrate."""
    from pipeline.choose_db import choose_db
    from pipeline.lock import hold_lock
    from pipeline.store import open_store, read_version

    path = choose_db(invocation, db)
    with hold_lock(path), open_store(path) as store:
        if invocation.is_chatty():
            click.echo(f"{path}: schema {read_version(store.db)}", err=True)
    return 0


@command.command("size")
@db_option
@click.pass_obj
def size(invocation: Invocation, db: Path | None) -> int:
    """Print bytes by table and by month of the archive: thidua db size."""
    from pipeline.choose_db import choose_db
    from pipeline.run import archive_folder
    from pipeline.store import open_store
    from pipeline.tables import print_table
    from pipeline.upkeep import measure

    path = choose_db(invocation, db)
    with open_store(path, read_only=True) as store:
        rows = list(measure(store, archive_folder(path, invocation.load_settings())))
    print_table(("part", "name", "bytes"), rows)
    return 0


@command.command("prune")
@click.option("--pages-older", "age", required=True, metavar="180d", help="Least age.")
@click.option("--dry-run", is_flag=True, help="Print what would go, write nothing.")
@db_option
@click.pass_obj
def prune_db(invocation: Invocation, age: str, dry_run: bool, db: Path | None) -> int:
    """Remove old page bytes that no release, review or claim cites: thidua db prune --pages-older 180d."""
    from contextlib import nullcontext
    from datetime import timedelta

    from pipeline.choose_db import choose_db
    from pipeline.errors import MisuseError
    from pipeline.lock import hold_lock
    from pipeline.run import archive_folder
    from pipeline.settings import parse_duration
    from pipeline.store import open_store
    from pipeline.upkeep import prune

    try:
        older = timedelta(seconds=parse_duration(age))
    except ValueError as err:
        raise MisuseError(f"--pages-older: {err}") from err
    path = choose_db(invocation, db)
    archive = archive_folder(path, invocation.load_settings())
    with (
        nullcontext() if dry_run else hold_lock(path),
        open_store(path, read_only=dry_run) as store,
    ):
        pages, files = prune(store, archive, older=older, dry_run=dry_run)
    would = "would go" if dry_run else "removed"
    click.echo(f"{pages} pages and {files} archive files {would}", err=True)
    return 0


@command.command("vacuum")
@db_option
@click.pass_obj
def vacuum_db(invocation: Invocation, db: Path | None) -> int:
    """Rebuild the search index and give free space back: thidua db vacuum."""
    from pipeline.choose_db import choose_db
    from pipeline.lock import hold_lock
    from pipeline.store import open_store
    from pipeline.upkeep import vacuum

    path = choose_db(invocation, db)
    with hold_lock(path), open_store(path) as store:
        before, after = vacuum(store)
    if invocation.is_chatty():
        click.echo(f"{path}: {before} bytes before, {after} after", err=True)
    return 0
