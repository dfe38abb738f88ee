"""Look for what would make the next run fail, and say what to type."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.dates import now, render_utc
from pipeline.errors import LockedError, PipelineError
from pipeline.lock import hold_lock
from pipeline.run import archive_folder
from pipeline.settings import Settings
from pipeline.status import read_status
from pipeline.store import Store, open_store


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    what: str
    """What it is."""
    good: bool
    """True where it is as it should be."""
    detail: str
    """What was found."""
    next_step: str = ""
    """What to type. Empty where nothing is to be done."""


def examine(db: Path, settings: Settings) -> Iterator[Finding]:
    """Give every finding; nothing is written."""
    yield _disk(db, settings)
    yield _writable(db)
    if settings.harvest.contact is None:
        step = 'contact = "mailto:..." under [harvest] in thidua.toml'
        yield Finding(
            what="contact", good=False, detail="not set: no paper is asked", next_step=step
        )
    try:
        with open_store(db, read_only=True) as store:
            yield Finding(what="database", good=True, detail=str(db))
            yield from _store(store, settings)
    except PipelineError as err:
        yield Finding(what="database", good=False, detail=str(err), next_step=err.next_step)


def _store(store: Store, settings: Settings) -> Iterator[Finding]:
    answer = store.db.execute("PRAGMA quick_check").fetchone()[0]
    yield Finding(
        what="integrity", good=answer == "ok", detail=answer, next_step="thidua db restore"
    )
    status = read_status(store)
    latest = store.db.execute("SELECT max(started_at) FROM runs").fetchone()[0]
    if latest and latest > render_utc(now()):
        yield Finding(
            what="clock",
            good=False,
            detail=f"the last run is of {latest}, which is still to come",
            next_step="set the clock of this machine",
        )
    running = _is_locked(store.path)
    if status.unfinished_run is not None and not running:
        yield Finding(
            what="last run",
            good=False,
            detail=f"run {status.unfinished_run} was killed",
            next_step="thidua harvest goes on where it stopped",
        )
    if running:
        yield Finding(what="lock", good=True, detail="a run holds it now")
    for source in status.sources:
        yield Finding(
            what=f"source {source.slug}",
            good=source.status == "ok",
            detail=source.reason or f"last good {source.last_good_at}",
            next_step="" if source.status == "ok" else f"thidua sources check {source.slug}",
        )
    archive = archive_folder(store.path, settings)
    missing = [
        row[0]
        for row in store.db.execute(
            "SELECT DISTINCT file FROM records WHERE pruned_at IS NULL"
        ).fetchall()
        if not (archive / row[0]).is_file()
    ]
    yield Finding(
        what="archive",
        good=not missing,
        detail=f"missing: {', '.join(missing)}" if missing else str(archive),
        next_step="thidua db check" if missing else "",
    )


def _disk(db: Path, settings: Settings) -> Finding:
    folder = db.absolute().parent
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Finding(
        what="disk",
        good=free > 1_000_000_000,
        detail=f"{free / 1e9:.1f} GB free",
        next_step="thidua db size, thidua db prune --pages-older 180d",
    )


def _writable(db: Path) -> Finding:
    folder = db.absolute().parent
    good = (
        folder.is_dir()
        and os.access(folder, os.W_OK)
        and (not db.exists() or os.access(db, os.W_OK))
    )
    return Finding(
        what="permissions",
        good=good,
        detail=str(folder),
        next_step="" if good else f"chown {folder}",
    )


def _is_locked(db: Path) -> bool:
    try:
        with hold_lock(db):
            return False
    except LockedError:
        return True
    except PipelineError:
        return False
