"""Bring a database to the present schema, one numbered step after the other, through sqlite-utils.

A step once released is never edited: what changes later is a step of its own, and what it adds is declared
with `+N`. `user_version` is the number of the last step, `application_id` says that the file is ours.
"""

import hashlib

from sqlite_utils import Database, Migrations

from pipeline.names_key import make_names_key
from pipeline.schema_content import CONTENT_TABLES
from pipeline.schema_language import Column, Table, render_step, title_of
from pipeline.schema_work import WORK_TABLES
from pipeline.views import VIEWS, View

APPLICATION_ID = 0x74686475
"""The letters "thdu" in the header of the file."""

FTS_COLUMNS = ("title", "body", "title_fold", "body_fold")

MIGRATIONS = Migrations("thidua")


@MIGRATIONS(name="001_first_tables")
def make_first_tables(db: Database) -> None:
    """Make every table, its indexes and the full-text search."""
    _take_step(db, 1)
    db.execute("CREATE UNIQUE INDEX idx_urls_one_canonical ON urls (canonical)")
    db.execute("CREATE UNIQUE INDEX idx_article_search_one_article ON article_search (article_id)")
    for statement in _render_search():
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _set_version(db, 1)


@MIGRATIONS(name="002_further_layers")
def add_further_layers(db: Database) -> None:
    """Add the tables of bodies, people, places, times, documents, quotations, links, checks and article facts."""
    _take_step(db, 2)
    make_names_key(db)
    _set_version(db, 2)


SCHEMA_VERSION = len(MIGRATIONS.pending(Database(memory=True)))
"""The schema this program writes."""


def migrate(db: Database) -> bool:
    """Apply what is pending, renew views and descriptions; say whether anything changed."""
    pending = bool(MIGRATIONS.pending(db))
    if pending:
        MIGRATIONS.apply(db)
    if not pending and _stored_description(db) == describe_hash():
        return False
    with db.atomic():
        _renew_views(db)
        _renew_descriptions(db)
        db.table("_meta").upsert({"key": "description", "value": describe_hash()}, pk="key")
    return True


def describe_hash() -> str:
    """Give a hash of all declarations and views; it changes when a description does."""
    return hashlib.sha256(repr((CONTENT_TABLES, WORK_TABLES, VIEWS)).encode()).hexdigest()


def _stored_description(db: Database) -> str | None:
    rows = list(db.query("SELECT value FROM _meta WHERE key = 'description'"))
    return str(rows[0]["value"]) if rows else None


def _take_step(db: Database, schema: int) -> None:
    """Make the tables and columns that came with a schema."""
    for declared in (*CONTENT_TABLES, *WORK_TABLES):
        for statement in render_step(declared, schema):
            db.execute(statement)


def _set_version(db: Database, number: int) -> None:
    db.execute(f"PRAGMA user_version = {number}")


def _render_search() -> list[str]:
    names = ", ".join(FTS_COLUMNS)
    new = ", ".join(f"new.{name}" for name in FTS_COLUMNS)
    old = ", ".join(f"old.{name}" for name in FTS_COLUMNS)
    add = f"INSERT INTO articles_fts (rowid, {names}) VALUES (new.id, {new});"
    drop = (
        f"INSERT INTO articles_fts (articles_fts, rowid, {names}) VALUES ('delete', old.id, {old});"
    )
    return [
        f"CREATE VIRTUAL TABLE articles_fts USING fts5({names}, content='article_search', "
        "content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
        f"CREATE TRIGGER article_search_added AFTER INSERT ON article_search BEGIN {add} END",
        f"CREATE TRIGGER article_search_removed AFTER DELETE ON article_search BEGIN {drop} END",
        f"CREATE TRIGGER article_search_changed AFTER UPDATE ON article_search BEGIN {drop} {add} END",
    ]


def _renew_views(db: Database) -> None:
    for name in db.view_names():
        db.execute(f"DROP VIEW {name}")
    for view in VIEWS:
        db.execute(f"CREATE VIEW {view.name} AS {view.sql}")


def _renew_descriptions(db: Database) -> None:
    db.execute("DELETE FROM _columns")
    db.execute("DELETE FROM _tables")
    declared = (*CONTENT_TABLES, *WORK_TABLES)
    described: tuple[Table | View, ...] = (*declared, *VIEWS)
    db.table("_tables").insert_all(_table_row(item) for item in described)
    db.table("_columns").insert_all(
        _column_row(item, column, position)
        for item in declared
        for position, column in enumerate(item.columns, 1)
    )
    db.table("_columns").insert_all(row for view in VIEWS for row in _view_columns(db, view))


def _table_row(item: Table | View) -> dict[str, str | int]:
    return {
        "name": item.name,
        "title_vi": title_of(item.vi),
        "title_en": title_of(item.en),
        "description_vi": item.vi,
        "description_en": item.en,
        "since": item.since if isinstance(item, Table) else 1,
        "licence": item.licence,
    }


def _column_row(item: Table, column: Column, position: int) -> dict[str, str | int | None]:
    return {
        "table_name": item.name,
        "name": column.name,
        "position": position,
        "title_vi": title_of(column.vi),
        "title_en": title_of(column.en),
        "description_vi": column.vi,
        "description_en": column.en,
        "unit": column.unit,
        "example": column.example,
        "since": column.since,
        "licence": item.licence,
    }


def _view_columns(db: Database, view: View) -> list[dict[str, str | int | None]]:
    names = [row["name"] for row in db.query("SELECT name FROM pragma_table_info(?)", [view.name])]
    missing = set(names) ^ set(view.columns)
    if missing:
        raise ValueError(
            f"view {view.name}: described and real columns differ in {sorted(missing)}"
        )
    return [
        {
            "table_name": view.name,
            "name": name,
            "position": position,
            "title_vi": name,
            "title_en": title_of(view.columns[name]),
            "description_vi": name,
            "description_en": view.columns[name],
            "unit": None,
            "example": None,
            "since": 1,
            "licence": view.licence,
        }
        for position, name in enumerate(names, 1)
    ]
