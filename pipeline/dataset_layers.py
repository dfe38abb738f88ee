"""The further layers of a data set: bodies, places, times, documents, quotations, links, checks, what articles are.

Every table of annotations that the schema declares for articles is taken, so that a layer added to the store is in the
next release. Of people there is the place alone: who they are, and what they do where, is left out with the names.
"""

from collections import defaultdict
from collections.abc import Sequence

from sqlite_utils import Database

from corpus.personal_names import Names
from corpus.tables import Cell
from pipeline.dataset_articles import DatasetArticle
from pipeline.rows import MENTION_TABLES
from pipeline.schema_content import CONTENT_TABLES
from pipeline.schema_language import Column, Table

OWN = (*MENTION_TABLES, "article_search")
RUN_COLUMNS = ("run_id", "ended_run", "evidence")
ABOUT_PEOPLE = ("name_hash", "speaker_hash")
PEOPLE = "person_mentions"
WORDS = ("name", "unit", "issuer", "role")
TARGETS = ("from_id", "to_id", "figure_id")
"""Columns that name another mention; a row whose mention is not in the data set stays out with it."""


def layer_tables() -> tuple[Table, ...]:
    """Give the declared tables of annotations of articles, beside campaigns, figures and awards."""
    return tuple(
        table
        for table in CONTENT_TABLES
        if table.licence == "annotation"
        and table.name not in OWN
        and any(column.name == "article_id" for column in table.columns)
    )


def shown_columns(table: Table, names: Names) -> tuple[Column, ...]:
    """Give the columns of a layer that leave the house."""
    out = set(RUN_COLUMNS)
    if names != "keep":
        out |= {*ABOUT_PEOPLE, *(("role", "unit") if table.name == PEOPLE else ())}
    return tuple(column for column in table.columns if column.name not in out)


Shown = tuple[Table, tuple[Column, ...], Sequence[tuple[Cell, ...]]]


class LayerRows:
    """The rows of the further layers, gathered article by article."""

    def __init__(self, db: Database, names: Names) -> None:
        self.tables = layer_tables()
        self._db, self._names = db, names
        self._rows: defaultdict[str, list[dict[str, Cell]]] = defaultdict(list)

    def add(self, article: DatasetArticle) -> None:
        """Read the rows of one article, its names blanked."""
        for table in self.tables:
            standing = any(column.name == "ended_run" for column in table.columns)
            sql = f"SELECT * FROM {table.name} WHERE article_id = ?"
            sql += " AND ended_run IS NULL" if standing else ""
            for row in self._db.query(sql, [article.row["id"]]):
                if "text" in row:
                    row["text"] = article.text[int(row["start"]) : int(row["end"])]
                for name in WORDS:
                    if isinstance(row.get(name), str):
                        row[name] = article.blanker.words(row[name])
                self._rows[table.name].append(row)

    def close(self, kept: set[str]) -> list[Shown]:
        """Give table, columns and rows; `kept` are the campaigns, figures and awards of the data set."""
        ids = kept | {str(row["id"]) for rows in self._rows.values() for row in rows if "id" in row}
        made: list[Shown] = []
        for table in self.tables:
            columns = shown_columns(table, self._names)
            rows = [
                tuple(row[column.name] for column in columns)
                for row in self._rows[table.name]
                if all(row.get(name) is None or row[name] in ids for name in TARGETS)
            ]
            made.append((table, columns, rows))
        return made + self._members(ids)

    def _members(self, ids: set[str]) -> list[Shown]:
        """Give the tables whose rows belong to a row of a layer, such as the figures of a check."""
        layers = {table.name for table in self.tables}
        made: list[Shown] = []
        for table in CONTENT_TABLES:
            owner = next((c for c in table.columns if c.refers_to and c.key), None)
            if owner is None or owner.refers_to is None or owner.refers_to[0] not in layers:
                continue
            if table.name in layers:
                continue
            columns = shown_columns(table, self._names)
            rows = [
                tuple(row[column.name] for column in columns)
                for row in self._db.query(f"SELECT * FROM {table.name}")
                if row[owner.name] in ids
                and all(row.get(name) is None or row[name] in ids for name in TARGETS)
            ]
            made.append((table, columns, rows))
        return made
