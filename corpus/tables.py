"""Tables as a data set holds them: described columns and rows, whatever they were read from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal, Protocol, TypeAlias

from corpus.errors import CorpusError

Cell: TypeAlias = "str | int | float | None"
Row: TypeAlias = tuple[Cell, ...]
Kind = Literal["string", "integer", "number"]
Licence = Literal["code", "annotation", "publisher"]


class Rows(Protocol):
    """Rows that can be gone through again and again: a tuple, or rows that lie on disk."""

    def __iter__(self) -> Iterator[Row]:
        """Give them in the order of their keys."""
        ...

    def __len__(self) -> int:
        """Give how many there are."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DataColumn:
    """One column."""

    name: str
    """Its name in every format."""
    kind: Kind
    """The type of its values."""
    title: str
    """English title."""
    title_vi: str
    """Vietnamese title."""
    description: str
    """English description, with the unit where there is one."""
    key: bool = False
    """True where it is part of the primary key."""
    required: bool = False
    """True where it is never null."""
    refers_to: tuple[str, str] | None = None
    """Table and column it points to. None where it points nowhere."""
    unit: str | None = None
    """Unit of its values. None where they have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """One table with its rows."""

    name: str
    """Its name, which is the name of its files."""
    title: str
    """English title."""
    title_vi: str
    """Vietnamese title."""
    licence: Licence
    """Whose words it holds: our code's, our annotations, or the publishers'."""
    columns: tuple[DataColumn, ...]
    """Its columns in order."""
    rows: Rows
    """Its rows, ordered by the primary key."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the primary key."""
        return tuple(column.name for column in self.columns if column.key)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Iterator[Cell]:
        """Give all values of a column; raise `CorpusError` where there is no such column."""
        if name not in self.names:
            raise CorpusError(f"table {self.name} has no column {name!r}")
        at = self.names.index(name)
        return (row[at] for row in self.rows)

    def records(self) -> Iterator[dict[str, Cell]]:
        """Give the rows as objects."""
        names = self.names
        return (dict(zip(names, row, strict=True)) for row in self.rows)

    def keyed(self) -> dict[tuple[Cell, ...], dict[str, Cell]]:
        """Give key → row."""
        return {tuple(row[name] for name in self.keys): row for row in self.records()}


def order_rows(table: DataTable) -> DataTable:
    """Give the table with its rows in the order of their keys, nulls first, numbers before words."""
    at = [table.names.index(name) for name in table.keys or table.names]

    def place(row: tuple[Cell, ...]) -> list[tuple[bool, bool, float, str]]:
        return [
            (
                row[n] is not None,
                isinstance(row[n], str),
                0.0 if isinstance(row[n], str) else float(row[n] or 0),
                str(row[n]),
            )
            for n in at
        ]

    return replace(table, rows=tuple(sorted(table.rows, key=place)))


def hold_rows(table: DataTable) -> DataTable:
    """Give the table with its rows in memory."""
    return replace(table, rows=tuple(table.rows))


def same_rows(one: Iterable[Row], other: Iterable[Row]) -> bool:
    """Say whether two tables have the same rows in the same order, going through both once."""
    return all(a == b for a, b in zip_longest(one, other))
