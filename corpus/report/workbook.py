"""Write tables as an Excel workbook: true dates and numbers, filters, a frozen heading, links; never a formula."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import xlsxwriter

from corpus.report.tables import Cell, Column, Table

MAX_CELL = 32_767
"""Excel's limit for a string."""
MAX_LINK = 2_079
MAX_LINKS = 60_000
"""Excel keeps 65,530 links a sheet; further ones are written as text."""
# A date in the file has no zone; the same bytes come out for the same tables.
_CREATED = date(2020, 1, 1)


def render_workbook(tables: Sequence[Table], *, title: str) -> bytes:
    """Give the bytes of a workbook with one sheet a table."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer,
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    from datetime import datetime

    book.set_properties({"title": title, "created": datetime(_CREATED.year, 1, 1)})  # noqa: DTZ001
    formats = {
        "head": book.add_format(
            {"bold": True, "bg_color": "#9B1C1F", "font_color": "#FFFFFF", "valign": "vcenter"}
        ),
        "text": book.add_format({"valign": "top", "text_wrap": True}),
        "number": book.add_format({"num_format": "#,##0.####", "valign": "top"}),
        "whole": book.add_format({"num_format": "#,##0", "valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}),
        "link": book.add_format({"font_color": "#174A84", "underline": 1, "valign": "top"}),
    }
    for table in tables:
        _write_sheet(book, table, formats)
    book.close()
    return buffer.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, table: Table, formats: dict[str, object]) -> None:
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 24)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for n, column in enumerate(table.columns):
        sheet.set_column(n, n, column.width)
        sheet.write_string(0, n, column.heading, formats["head"])
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    links = 0
    for r, row in enumerate(table.rows, 1):
        for n, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            linked = column.kind == "link" and cell is not None
            links += linked
            _write_cell(sheet, (r, n), column, cell, formats, linked=linked and links <= MAX_LINKS)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    column: Column,
    cell: Cell,
    formats: dict[str, object],
    *,
    linked: bool,
) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, date):
        sheet.write_datetime(*place, cell, formats["day"])
    elif isinstance(cell, int | float):
        whole = float(cell).is_integer()
        sheet.write_number(*place, cell, formats["whole" if whole else "number"])
    elif linked and len(cell) <= MAX_LINK:
        words = "mở tại câu" if column.heading == "Mở tại câu" else "mở bài"
        # A text fragment holds a second "#"; Excel takes all behind the first as the place in the page.
        sheet.write_url(*place, cell, formats["link"], words)
    else:
        sheet.write_string(*place, cell[:MAX_CELL], formats["text"])
