"""The further layers of a data set: bodies, places, times, documents, quotations, links, checks, what articles are.

Every table of annotations that the schema declares for articles is taken, so that a layer added to the store is in the
next release. Of people there is the place alone: who they are, and what they do where, is left out with the names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from corpus.personal_names import Names
from corpus.tables import Cell
from pipeline.dataset_articles import DatasetArticle
from pipeline.rows import MENTION_TABLES
from pipeline.schema_content import CONTENT_TABLES
from pipeline.schema_language import Column, Table
from pipeline.spool import Spool

OWN = (*MENTION_TABLES, "article_search")
RUN_COLUMNS = ("run_id", "ended_run", "evidence")
ABOUT_PEOPLE = ("name_hash", "speaker_hash")
PEOPLE = "person_mentions"
WORDS = ("name", "unit", "issuer", "role")
TARGETS = ("from_id", "to_id", "figure_id")
"""Columns that name another mention; a row whose mention is not in the data set stays out with it."""
SPEAKER = "person_id"
"""Names another mention as well; a quotation stays without it."""


def layer_tables() -> tuple[Table, ...]:
    """Give the declared tables of annotations of articles, beside campaigns, figures and awards."""
    return tuple(
        table
        for table in CONTENT_TABLES
        if table.licence == "annotation"
        and table.name not in OWN
        and any(column.name == "article_id" for column in table.columns)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What the rows of a table belong to."""

    table: str
    """The table of the owner."""
    column: str
    """The column that names it."""


def member_tables(layers: Sequence[Table]) -> dict[Table, Owner]:
    """Give the tables whose rows belong to a row of a layer, such as the figures of a check."""
    names = {table.name for table in layers}
    return {
        table: Owner(table=column.refers_to[0], column=column.name)
        for table in CONTENT_TABLES
        for column in table.columns
        if table.name not in names
        and column.key
        and column.refers_to is not None
        and column.refers_to[0] in names
    }


def shown_columns(table: Table, names: Names) -> tuple[Column, ...]:
    """Give the columns of a layer that leave the house."""
    out = set(RUN_COLUMNS)
    if names != "keep":
        out |= {*ABOUT_PEOPLE, *(("role", "unit") if table.name == PEOPLE else ())}
    return tuple(column for column in table.columns if column.name not in out)


class LayerRows:
    """The rows of the further layers, put into the spool article by article."""

    def __init__(self, db: Database, names: Names, spool: Spool) -> None:
        self.tables = layer_tables()
        self.members = member_tables(self.tables)
        self._db, self._names, self._spool = db, names, spool
        for table in (*self.tables, *self.members):
            spool.start(table.name, len(self.columns(table)))

    def columns(self, table: Table) -> tuple[Column, ...]:
        """Give the columns of a layer that leave the house."""
        return shown_columns(table, self._names)

    def add(self, article: DatasetArticle, kept: set[Cell]) -> None:
        """Add the rows of one article, its names blanked; `kept` are its mentions that are in the data set."""
        found = {table.name: self._read(table, article) for table in self.tables}
        ids = kept | {row["id"] for rows in found.values() for row in rows if "id" in row}
        for table in self.tables:
            self._add(table, found[table.name], ids)
        for table, owner in self.members.items():
            sql = f"""SELECT m.* FROM {table.name} m JOIN {owner.table} o ON o.id = m.{owner.column}
                WHERE o.article_id = ?"""
            rows = self._db.query(sql, [article.row["id"]])
            self._add(table, [row for row in rows if row[owner.column] in ids], ids)

    def _read(self, table: Table, article: DatasetArticle) -> list[dict[str, Cell]]:
        standing = any(column.name == "ended_run" for column in table.columns)
        sql = f"SELECT * FROM {table.name} WHERE article_id = ?"
        sql += " AND ended_run IS NULL" if standing else ""
        rows = list(self._db.query(sql, [article.row["id"]]))
        for row in rows:
            if row.get(SPEAKER) is not None and not self._stands(row[SPEAKER]):
                row[SPEAKER] = None
            if "text" in row:
                row["text"] = article.text[int(row["start"]) : int(row["end"])]
            for name in WORDS:
                if isinstance(row.get(name), str):
                    row[name] = article.blanker.words(row[name])
        return rows

    def _stands(self, person: Cell) -> bool:
        sql = f"SELECT 1 FROM {PEOPLE} WHERE id = ? AND ended_run IS NULL"
        return self._db.execute(sql, [person]).fetchone() is not None

    def _add(self, table: Table, rows: Iterable[dict[str, Cell]], ids: set[Cell]) -> None:
        names = [column.name for column in self.columns(table)]
        self._spool.add(
            table.name,
            (
                tuple(row[name] for name in names)
                for row in rows
                if all(row.get(name) is None or row[name] in ids for name in TARGETS)
            ),
        )
