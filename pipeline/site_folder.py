"""The folder of a site: write what changed, leave what did not, remove what is gone."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from pipeline.errors import MisuseError

STATE = ".trang-thai.sqlite"
"""Holds path and print of each page; no text."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, print INTEGER NOT NULL, build INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_build ON pages (build);
"""


class SiteFolder:
    """Writes pages below one folder and remembers by which print each was made."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        state = folder / STATE
        strangers = [path for path in folder.iterdir() if not path.name.startswith(".")]
        if strangers and not state.exists():
            raise MisuseError(
                f"{folder}: holds files that are no site of thidua",
                "pages that are gone are removed, so a folder of its own is needed",
                "name an empty or new folder with --out",
            )
        self.folder = folder
        self.written = 0
        self.kept = 0
        self.removed = 0
        self._db = sqlite3.connect(state)
        self._db.executescript(_SCHEMA)
        last = self._db.execute("SELECT coalesce(max(build), 0) FROM pages").fetchone()[0]
        self._build = int(last) + 1

    def is_fresh(self, path: str, print_: int) -> bool:
        """Say whether a page is there as this print would make it."""
        known = self._db.execute("SELECT print FROM pages WHERE path = ?", [path]).fetchone()
        return known is not None and known[0] == print_ and (self.folder / path).exists()

    def put(self, path: str, print_: int, make: Callable[[], str | bytes]) -> bool:
        """Write a page where its print is new or the file is missing; say whether it was written."""
        fresh = self.is_fresh(path, print_)
        if not fresh:
            content = make()
            _write(self.folder / path, content.encode() if isinstance(content, str) else content)
            self.written += 1
        else:
            self.kept += 1
        self._db.execute(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", [path, print_, self._build]
        )
        return not fresh

    def commit(self) -> None:
        """Keep what was written so far, so that a killed build goes on from there."""
        self._db.commit()

    def close(self) -> None:
        """Remove the pages that this build did not ask for."""
        gone = self._db.execute("SELECT path FROM pages WHERE build < ?", [self._build]).fetchall()
        for (path,) in gone:
            (self.folder / path).unlink(missing_ok=True)
            self.removed += 1
        self._db.execute("DELETE FROM pages WHERE build < ?", [self._build])
        self._db.commit()
        self._db.close()


def _write(target: Path, content: bytes) -> None:
    # Written beside and renamed: a reader never meets half a page.
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(content)
    beside.replace(target)
