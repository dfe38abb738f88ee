"""Back up a store while it is written, prove the copy, and give it back."""

import os
import sqlite3
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from sqlite_utils import Database

from pipeline.content_hash import hash_content
from pipeline.dates import now
from pipeline.errors import MisuseError, StoreError
from pipeline.store import check_ours, explain_failures


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy that was proven equal."""

    path: Path
    """The copy."""
    sha256: str
    """SHA-256 of the file, which stands in a file beside it too."""
    rows: int
    """Rows in it."""


def backup(db: Path, folder: Path, *, keep: int) -> Backup:
    """Copy the database as it is at one moment, check the copy, drop the oldest beyond `keep`."""
    check_ours(db)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{db.stem}-{now().strftime('%Y%m%dT%H%M%S%fZ')}.db"
    beside = target.with_suffix(".part")
    try:
        with explain_failures(db):
            rows = _copy(db, beside)
        digest = _digest(beside)
        _sync(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    _sums(target).write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    for old in sorted(folder.glob(f"{db.stem}-*.db"))[:-keep]:
        old.unlink()
        _sums(old).unlink(missing_ok=True)
    return Backup(path=target, sha256=digest, rows=rows)


def restore(copy: Path, db: Path) -> Path | None:
    """Put a proven copy in the place of the database; give where the present one went. Hold the lock."""
    check_ours(copy)
    verify(copy)
    aside = None
    if db.exists():
        aside = db.with_name(f"{db.stem}.before-{now().strftime('%Y%m%dT%H%M%SZ')}.db")
        _settle_log(db)
        db.replace(aside)
    for suffix in ("-wal", "-shm"):
        db.with_name(db.name + suffix).unlink(missing_ok=True)
    beside = db.with_name(f".{db.name}.restore")
    beside.write_bytes(copy.read_bytes())
    _sync(beside)
    beside.replace(db)
    return aside


def verify(copy: Path) -> None:
    """Raise `StoreError` where a copy is not what was written."""
    sums = _sums(copy)
    if not sums.is_file():
        raise MisuseError(f"{sums}: no such file", "the copy cannot be proven without its sum")
    expected = sums.read_text(encoding="utf-8").split()[0]
    if _digest(copy) != expected:
        raise StoreError(
            f"{copy}: not the file that was backed up", "its SHA-256 differs", "take another copy"
        )
    with explain_failures(copy):
        connection = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        connection.close()
    if answer != "ok":
        raise StoreError(f"{copy}: {answer}", "the copy is damaged", "take another copy")


def _copy(db: Path, beside: Path) -> int:
    """Copy within one read transaction; give the rows. Rows and content must be equal in both."""
    beside.unlink(missing_ok=True)
    source = sqlite3.connect(f"{db.absolute().as_uri()}?mode=ro", uri=True, timeout=75)
    target = sqlite3.connect(beside)
    try:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM runs").fetchone()
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        one, two = Database(source), Database(target)
        counts = _counts(one)
        if counts != _counts(two) or hash_content(one) != hash_content(two):
            raise StoreError(f"{beside}: differs from {db}", "the copy went wrong", "run it again")
        if target.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreError(f"{db}: damaged", "so is the copy", "thidua db check")
    finally:
        source.close()
        target.close()
    return sum(counts.values())


def _counts(db: Database) -> dict[str, int]:
    return {name: db.table(name).count for name in db.table_names() if "fts" not in name}


def _settle_log(db: Path) -> None:
    connection = sqlite3.connect(db)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _sums(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")
