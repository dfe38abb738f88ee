"""The store: open, make, check and lock to one writer a SQLite file of ours."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal

from sqlite_utils import Database

from pipeline.errors import MisuseError, NoStoreError, StoreError
from pipeline.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate
from pipeline.vocabulary import fill_vocabulary

WAIT_S = 75
"""How long a write waits for another program's lock; a backup tool may hold it for a minute."""

Durability = Literal["FULL", "NORMAL"]


class Store:
    """An open database of ours, with one transaction at a time, whatever the thread."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self.db = db
        self._lock = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Give the database while no transaction of another thread is under way."""
        with self._lock, explain_failures(self.path):
            yield self.db

    @contextmanager
    def snapshot(self) -> Iterator[Database]:
        """Give the database as it is now, whatever another program writes meanwhile; for reading alone."""
        with self.reading():
            self.db.conn.execute("BEGIN")
            try:
                # The snapshot is that of the first read.
                self.db.execute("SELECT 1 FROM _meta").fetchone()
                yield self.db
            finally:
                self.db.rollback()

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """Give the database inside one transaction that holds the write lock from its start."""
        with self._lock, explain_failures(self.path):
            self.db.conn.execute("BEGIN IMMEDIATE")
            try:
                with self.db.atomic():
                    yield self.db
            except BaseException:
                self.db.rollback()
                raise
            self.db.commit()

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: object, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if isinstance(err, sqlite3.DatabaseError) and not isinstance(err, sqlite3.IntegrityError):
            raise as_store_error(self.path, err) from err


def open_store(
    path: Path, *, create: bool = False, read_only: bool = False, durability: Durability = "FULL"
) -> Store:
    """Open the database at `path` and bring its schema up to date.

    Raise `NoStoreError` where there is none and `create` is false, `StoreError` where the file is not ours,
    is of a newer schema or cannot be read or written.
    """
    if not path.exists():
        if not create:
            raise NoStoreError(
                f"{path}: no database there",
                "only init, import, harvest and demo make one",
                f"thidua init --db {path}, or name another file with --db",
            )
        _make(path)
    with explain_failures(path):
        check_ours(path)
        store = Store(path, _connect(path, read_only=read_only, durability=durability))
        try:
            if not read_only:
                _renew(store.db)
            elif read_version(store.db) < SCHEMA_VERSION:
                raise StoreError(
                    f"{path}: schema {read_version(store.db)}, this program reads {SCHEMA_VERSION}",
                    "the database is of an earlier version",
                    f"thidua db migrate --db {path}",
                )
        except BaseException:
            store.close()
            raise
    return store


def _renew(db: Database) -> None:
    """Bring schema, lists and declared sources to those of this program."""
    migrated, filled = migrate(db), fill_vocabulary(db)
    if migrated or filled:
        from pipeline.source_rows import declare_stored

        declare_stored(db)


def read_version(db: Database) -> int:
    """Give the number of the schema of an open database."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def explain_failures(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the file into a `StoreError` that says what to do."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as err:
        raise as_store_error(path, err) from err


def as_store_error(path: Path, err: sqlite3.DatabaseError) -> StoreError:
    """Give the error that says what to do about what SQLite raised."""
    why, next_step = _explain(str(err))
    return StoreError(f"{path}: {err}", why, next_step)


def _explain(message: str) -> tuple[str, str]:
    known = {
        "locked": ("another program holds the database", "wait until it is done and run again"),
        "full": ("the disk is full; nothing half-written was kept", "free space and run again"),
        "readonly": ("the file or its folder may not be written", "check the permissions"),
        "unable to open": ("the file cannot be opened", "check the path and the permissions"),
        "not a database": ("the file is no SQLite database", "name another file with --db"),
        "malformed": ("the file is damaged", "thidua db check, then thidua db restore"),
    }
    for part, answer in known.items():
        if part in message:
            return answer
    return ("SQLite refused the request", "thidua doctor")


def _make(path: Path) -> None:
    # Built beside and renamed, so that a kill leaves either no database or a whole one.
    if not path.parent.is_dir():
        raise MisuseError(
            f"{path.parent}: no such folder", "a database cannot be made there", "make the folder"
        )
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    beside.unlink(missing_ok=True)
    try:
        with explain_failures(path):
            db = Database(sqlite3.connect(beside))
            db.execute("PRAGMA foreign_keys = ON")
            migrate(db)
            fill_vocabulary(db)
            db.enable_wal()
            db.close()
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _connect(path: Path, *, read_only: bool, durability: Durability) -> Database:
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=WAIT_S, check_same_thread=False
    )
    db = Database(connection)
    db.execute("PRAGMA foreign_keys = ON")
    if not read_only:
        db.enable_wal()
        db.execute(f"PRAGMA synchronous = {durability}")
        if durability == "NORMAL":
            # A bulk import writes its log back every 64 MB, not every 4.
            db.execute("PRAGMA wal_autocheckpoint = 16000")
    return db


def check_ours(path: Path) -> None:
    """Raise where a file is no database of ours or of a newer schema; nothing is written to it."""
    if not path.exists():
        raise MisuseError(f"{path}: no such file")
    if path.is_dir():
        raise MisuseError(f"{path}: a folder, not a database", "", "name a file with --db")
    if path.stat().st_size == 0:
        raise StoreError(
            f"{path}: an empty file, not a database of thidua", "", "delete it or name another file"
        )
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise StoreError(
            f"{path}: not a database of thidua",
            "its header carries another mark; nothing was written to it",
            "name another file with --db",
        )
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path}: schema {version}, newer than {SCHEMA_VERSION}",
            "a newer thidua wrote it; nothing was written to it",
            "install the newer thidua",
        )
