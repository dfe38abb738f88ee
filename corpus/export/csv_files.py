"""CSV: one file a table, UTF-8, lines end as RFC 4180 says, an empty cell is a missing value.

For spreadsheets (`for_people`) a byte order mark stands before it, control characters are left out, and a cell that
a spreadsheet would run as a formula is defused; such a file is for reading and does not come back as it was.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import defusedcsv.csv

from corpus.errors import CorpusError
from corpus.tables import Cell, DataColumn, DataTable, Row

_CONTROLS = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f]")


def write_csv(table: DataTable, path: Path, *, for_people: bool = False) -> None:
    """Write one table."""
    with path.open("w", encoding="utf-8-sig" if for_people else "utf-8", newline="") as out:
        if for_people:
            safe = defusedcsv.csv.writer(out, lineterminator="\r\n")
            safe.writerow(table.names)
            safe.writerows([_readable(cell) for cell in row] for row in table.rows)
        else:
            plain = csv.writer(out, lineterminator="\r\n")
            plain.writerow(table.names)
            plain.writerows([_plain(cell) for cell in row] for row in table.rows)


def read_csv(columns: tuple[DataColumn, ...], path: Path) -> Iterator[Row]:
    """Read the rows back, one after the other, typed as the columns; raise `CorpusError` where they do not fit."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, strict=True)
        heading = next(lines, [])
        names = [column.name for column in columns]
        if heading != names:
            raise CorpusError(f"{path}: columns {heading}, not {names}")
        for line in lines:
            yield tuple(_cell(column, raw, path) for column, raw in zip(columns, line, strict=True))


def _plain(cell: Cell) -> str | int:
    if cell is None:
        return ""
    return repr(cell) if isinstance(cell, float) else cell


def _readable(cell: Cell) -> str | int | float:
    return _CONTROLS.sub("", cell).lstrip("\t\r") if isinstance(cell, str) else _plain(cell)


def _cell(column: DataColumn, raw: str, path: Path) -> Cell:
    if raw == "":
        return "" if column.required and column.kind == "string" else None
    try:
        if column.kind == "integer":
            return int(raw)
        return float(raw) if column.kind == "number" else raw
    except ValueError as err:
        raise CorpusError(f"{path}: column {column.name}: {raw!r} is no {column.kind}") from err
