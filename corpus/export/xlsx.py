"""The tables of a data set as one Excel workbook with Vietnamese headings, row by row, so that memory stays small.

What Excel cannot hold (a longer cell, more rows) raises instead of being cut.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import xlsxwriter

from corpus.errors import CorpusError
from corpus.tables import Cell, DataTable

MAX_ROWS = 1_048_575
MAX_CELL = 32_767
MIN_WIDTH, MAX_WIDTH = 8, 60
LOOKED_AT = 500
"""Rows that decide how wide a column is."""
# A date in the file has no zone; the same bytes come out for the same tables.
CREATED = datetime(2020, 1, 1)  # noqa: DTZ001
NOTHING_IS_READ_INTO_TEXT = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(tables: Sequence[DataTable], path: Path) -> None:
    """Write one sheet a table, whole or not at all; raise `CorpusError` where Excel cannot hold one."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with xlsxwriter.Workbook(beside, NOTHING_IS_READ_INTO_TEXT) as book:
            book.set_properties({"title": "thidua", "created": CREATED})
            head = book.add_format({"bold": True, "bg_color": "#9B1C1F", "font_color": "#FFFFFF"})
            for table in tables:
                _write_sheet(book.add_worksheet(table.name), table, head)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write_sheet(
    sheet: xlsxwriter.worksheet.Worksheet, table: DataTable, head: xlsxwriter.format.Format
) -> None:
    if len(table.rows) > MAX_ROWS:
        raise CorpusError(f"table {table.name}: {len(table.rows)} rows, Excel holds {MAX_ROWS}")
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    for number, (column, width) in enumerate(zip(table.columns, _widths(table), strict=True)):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, column.title_vi, head)
    for line, row in enumerate(table.rows, 1):
        for number, cell in enumerate(row):
            if isinstance(cell, str):
                if len(cell) > MAX_CELL:
                    raise CorpusError(
                        f"table {table.name}, {row[0]}: a cell of {len(cell)} letters"
                    )
                sheet.write_string(line, number, cell)
            elif cell is not None:
                sheet.write_number(line, number, cell)


def _widths(table: DataTable) -> list[int]:
    widths = [len(column.title_vi) + 3 for column in table.columns]
    for row in islice(table.rows, LOOKED_AT):
        widths = [max(width, _length(cell)) for width, cell in zip(widths, row, strict=True)]
    return [min(max(width, MIN_WIDTH), MAX_WIDTH) for width in widths]


def _length(cell: Cell) -> int:
    return len(str(cell)) + 1 if cell is not None else 0
