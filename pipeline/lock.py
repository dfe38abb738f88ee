"""One writer a database: the kernel's lock on a file beside it, freed even by kill -9."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import LockedError, MisuseError


def lock_path(db: Path) -> Path:
    """Give the lock file of a database; it may stay behind, only the kernel's lock on it counts."""
    return db.with_name(f".{db.name}.lock")


@contextmanager
def hold_lock(db: Path, *, wait_s: float = 0) -> Iterator[None]:
    """Hold the lock of a database; raise `LockedError` where another run has it after `wait_s`."""
    if not db.parent.is_dir():
        raise MisuseError(
            f"{db.parent}: no such folder", "a database cannot be made there", "make the folder"
        )
    lock = FileLock(lock_path(db), timeout=wait_s)
    started = time.monotonic()
    try:
        lock.acquire()
    except Timeout as err:
        waited = time.monotonic() - started
        raise LockedError(
            f"{db}: another run holds the lock",
            f"waited {waited:.0f} s" if wait_s else "nothing was written",
            "thidua runs list, or wait with --wait 600",
        ) from err
    except PermissionError as err:
        raise MisuseError(
            f"{lock_path(db)}: may not be written", "the lock of the database lies there"
        ) from err
    try:
        yield
    finally:
        lock.release()
