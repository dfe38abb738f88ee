"""Write a table as CSV that Excel opens by double click and never calculates."""

from datetime import date
from io import StringIO

from defusedcsv import csv

from corpus.report.tables import Cell, Table


def render_csv(table: Table) -> bytes:
    """Give UTF-8 with a byte order mark; a cell that begins like a formula gets an apostrophe."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.heading for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(cell) for cell in row])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def _cell(cell: Cell) -> str | float | int:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell
