"""The tables of a data set as one Excel workbook with Vietnamese headings, written by the writer of the reports.

What Excel cannot hold (a longer cell, more rows) raises instead of being cut.
"""

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import CorpusError
from corpus.report.tables import Column, Table
from corpus.report.workbook import MAX_CELL, render_workbook
from corpus.tables import DataTable

MAX_ROWS = 1_048_575
MIN_WIDTH, MAX_WIDTH = 8, 60


def write_xlsx(tables: Sequence[DataTable], path: Path) -> None:
    """Write one sheet a table; raise `CorpusError` where Excel cannot hold one."""
    for table in tables:
        _check(table)
    path.write_bytes(render_workbook([_sheet(table) for table in tables], title="thidua"))


def _sheet(table: DataTable) -> Table:
    columns = []
    for number, column in enumerate(table.columns):
        cells = [len(str(row[number])) + 1 for row in table.rows[:500] if row[number] is not None]
        width = max([len(column.title_vi) + 3, *cells])
        columns.append(
            Column(
                heading=column.title_vi,
                kind="text" if column.kind == "string" else "number",
                width=min(max(width, MIN_WIDTH), MAX_WIDTH),
            )
        )
    return Table(name=table.name, file=table.name, columns=tuple(columns), rows=table.rows)


def _check(table: DataTable) -> None:
    if len(table.rows) > MAX_ROWS:
        raise CorpusError(f"table {table.name}: {len(table.rows)} rows, Excel holds {MAX_ROWS}")
    for row in table.rows:
        for cell in row:
            if isinstance(cell, str) and len(cell) > MAX_CELL:
                raise CorpusError(f"table {table.name}, {row[0]}: a cell of {len(cell)} letters")
