"""The files for taking away that stand in `du-lieu/`."""

import json
from collections.abc import Sequence
from datetime import date

from corpus.report.delimited import render_csv
from corpus.report.tables import Cell, make_tables
from corpus.report.workbook import render_workbook
from corpus.site.records import Item, Overview


def make_files(overview: Overview, items: Sequence[Item]) -> dict[str, bytes]:
    """Give path to content: one workbook, a CSV a table, one JSON document."""
    tables = make_tables(overview, items)
    files = {"du-lieu/thi-dua.xlsx": render_workbook(tables, title=overview.title)}
    for table in tables:
        if table.file in ("bai-viet", "so-lieu", "khen-thuong"):
            files[f"du-lieu/{table.file}.csv"] = render_csv(table)
    document = {
        "schema_version": 1,
        "since": overview.period.since,
        "until": overview.period.until,
        **{
            table.file: [
                {
                    column.heading: _plain(cell)
                    for column, cell in zip(table.columns, row, strict=True)
                }
                for row in table.rows
            ]
            for table in tables
        },
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return files | {"du-lieu/thi-dua.json": text.encode()}


def _plain(cell: Cell) -> str | float | int | None:
    return cell.isoformat() if isinstance(cell, date) else cell
