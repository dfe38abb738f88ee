"""Rows on disk while a data set is put together, so that memory does not grow with the number of articles.

The rows lie in a temporary file of SQLite's own, which is gone when the spool is closed.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType

from corpus.tables import Cell, Row

CACHE_KB = 65_536


class SpooledRows:
    """The rows of one table in their order; they may be gone through again and again."""

    def __init__(self, spool: "Spool", table: str) -> None:
        self._spool = spool  # which lives as long as its rows are wanted
        self._table = table

    def __iter__(self) -> Iterator[Row]:
        """Give the rows."""
        yield from self._spool.select(f"SELECT * FROM {self._table} ORDER BY rowid")

    def __len__(self) -> int:
        """Give how many there are."""
        return int(str(next(self._spool.select(f"SELECT count(*) FROM {self._table}"))[0]))


class Spool:
    """Tables of rows that are being gathered."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._widths: dict[str, int] = {}
        # Nothing in it outlives the process, so nothing needs to be taken back or made safe.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        self._connection.execute("CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID")
        self._connection.execute("BEGIN")

    def start(self, table: str, width: int) -> None:
        """Make a table of so many columns."""
        # Columns without a type keep every cell as it is: 3 stays 3 and 3.0 stays 3.0.
        columns = ", ".join(f"c{number}" for number in range(width))
        self._connection.execute(f"CREATE TABLE {_quoted(table)} ({columns})")
        self._widths[table] = width

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to a table."""
        marks = ", ".join("?" * self._widths[table])
        self._connection.executemany(f"INSERT INTO {_quoted(table)} VALUES ({marks})", rows)

    def mark(self, ids: Iterable[Cell]) -> None:
        """Note that these ids are in the data set."""
        rows = ((one,) for one in ids)
        self._connection.executemany("INSERT OR IGNORE INTO ids VALUES (?)", rows)

    def has(self, one: Cell) -> bool:
        """Say whether an id is in the data set."""
        found = self._connection.execute("SELECT 1 FROM ids WHERE id = ?", [one]).fetchone()
        return found is not None

    def distinct(self, table: str, column: int) -> set[Cell]:
        """Give the values of a column, each once."""
        sql = f"SELECT DISTINCT c{column} FROM {_quoted(table)}"
        return {row[0] for row in self._connection.execute(sql)}

    def equal(self, table: str, column: int, value: Cell) -> list[Row]:
        """Give the rows with this value in a column."""
        name = _quoted(table)
        index = _quoted(f"{table} by {column}")
        self._connection.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {name} (c{column})")
        sql = f"SELECT * FROM {name} WHERE c{column} = ?"
        return self._connection.execute(sql, [value]).fetchall()

    def sort(self, table: str, order: Sequence[int]) -> SpooledRows:
        """Put the rows of a table in the order of some columns: nulls first, then numbers, then words by code point."""
        columns = ", ".join(f"c{number}" for number in order)
        name, beside = _quoted(table), _quoted(f"{table} unsorted")
        self._connection.execute(f"ALTER TABLE {name} RENAME TO {beside}")
        self._connection.execute(
            f"CREATE TABLE {name} AS SELECT * FROM {beside} ORDER BY {columns}"
        )
        self._connection.execute(f"DROP TABLE {beside}")
        return SpooledRows(self, name)

    def select(self, sql: str) -> Iterator[Row]:
        """Give what a query over the spool gives."""
        return iter(self._connection.execute(sql))

    def close(self) -> None:
        """Let go of the file; its rows can no longer be read."""
        self._connection.close()

    def __del__(self) -> None:
        self.close()

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: object, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _quoted(table: str) -> str:
    return f'"t_{table}"'
