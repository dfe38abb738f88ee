"""A plugin of Datasette: show evidence as a sentence with its mention marked, in queries and in the Vietnamese views.

A cell of evidence is a JSON object with "text", "start" and "end", counted in code points of the text.
"""

import json
from collections.abc import Awaitable
from sqlite3 import Row

from datasette import hookimpl  # type: ignore[import-untyped]  # no types there
from datasette.app import Datasette  # type: ignore[import-untyped]  # no types there
from markupsafe import Markup, escape

MAX_TEXT = 600
SENTENCE = "Câu gốc"
TABLES = {"so-": "figures", "kt-": "awards"}


@hookimpl  # type: ignore[untyped-decorator]  # datasette has no types
def render_cell(
    row: Row, value: object, column: str, database: str, datasette: Datasette
) -> Awaitable[Markup | None] | Markup | None:
    """Give the marked sentence of a cell of evidence or of a view's sentence; None leaves the cell to Datasette."""
    if not isinstance(value, str):
        return None
    if value.startswith("{"):
        return _render_evidence(value)
    if column == SENTENCE and row is not None and "Mã" in row.keys():  # noqa: SIM118  # a row of SQLite
        return _mark_sentence(datasette, database, str(row["Mã"]), value)
    return None


async def _mark_sentence(
    datasette: Datasette, database: str, key: str, sentence: str
) -> Markup | None:
    table = TABLES.get(key[:3])
    if table is None:
        return None
    found = await datasette.get_database(database).execute(
        f"SELECT start - sentence_start, end - sentence_start FROM {table} WHERE id = ?", [key]
    )
    place = found.first()
    return _marked(sentence, place[0], place[1]) if place else None


def _render_evidence(value: str) -> Markup | None:
    try:
        cell = json.loads(value)
    except ValueError:
        return None
    if not isinstance(cell, dict) or set(cell) != {"text", "start", "end"}:
        return None
    text, start, end = cell["text"], cell["start"], cell["end"]
    if not (isinstance(text, str) and isinstance(start, int) and isinstance(end, int)):
        return None
    return _marked(text, start, end)


def _marked(text: str, start: int, end: int) -> Markup:
    shown = text[:MAX_TEXT]
    rest = "…" if len(text) > MAX_TEXT else ""
    return Markup("{}<mark>{}</mark>{}{}").format(
        escape(shown[:start]), escape(shown[start:end]), escape(shown[end:]), rest
    )
