"""What a data set shows of the store: columns that leave the house, with their types and descriptions."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from corpus.personal_names import Names
from corpus.tables import DataColumn, DataTable, Kind, Rows
from pipeline.schema_content import CONTENT_TABLES
from pipeline.schema_language import Column, Table, title_of
from pipeline.schema_work import WORK_TABLES

LEFT_OUT = {
    "articles": (
        *("previous_id", "is_current", "first_seen_run", "warnings", "external_id", "url_id"),
        *("kicker", "sapo", "byline", "tags", "captions", "body_parts", "text"),
    ),
    "award_recipients": ("name_hash",),
    **dict.fromkeys(("provinces", "campaigns", "award_forms"), ("sort_key",)),
    "reviews": ("note",),
    "tombstones": ("reason",),
}
TEXT_COLUMNS = ("sapo", "captions", "body_parts", "text")
KINDS: dict[str, Kind] = {"TEXT": "string", "INTEGER": "integer", "REAL": "number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a data set may hold of people and of the publishers' words."""

    names: Names = "drop"
    """What is done with personal names."""
    with_text: bool = False
    """True where the articles' whole text is to be in it."""


def declared_columns(name: str, policy: Policy) -> tuple[Column, ...]:
    """Give the columns of a table that leave the house under a policy."""
    table = find_table(name)
    out = set(LEFT_OUT.get(name, ()))
    if name == "articles" and policy.with_text:
        out -= set(TEXT_COLUMNS)
    if policy.names == "keep":
        out -= {"byline", "name_hash"}
    return tuple(column for column in table.columns if column.name not in out)


def find_table(name: str) -> Table:
    """Give the declaration of a table of the store."""
    return next(one for one in (*CONTENT_TABLES, *WORK_TABLES) if one.name == name)


def make_column(column: Column) -> DataColumn:
    """Describe a column of the store as a data set does."""
    unit = f" ({column.unit})" if column.unit else ""
    return DataColumn(
        name=column.name,
        kind=KINDS[column.kind],
        title=title_of(column.en),
        title_vi=title_of(column.vi),
        description=column.en + unit,
        key=column.key,
        required=column.required,
        refers_to=column.refers_to,
        unit=column.unit,
    )


def add_column(name: str, kind: Kind, en: str, vi: str, *, required: bool = False) -> DataColumn:
    """Describe a column that the store does not have; what stands before the first colon is its title."""
    return DataColumn(
        name=name,
        kind=kind,
        title=title_of(en),
        title_vi=title_of(vi),
        description=en,
        required=required,
    )


def make_table(name: str, columns: Sequence[DataColumn], rows: Rows) -> DataTable:
    """Give a table of the store's name with other columns and rows."""
    declared = find_table(name)
    return DataTable(
        name=name,
        title=title_of(declared.en),
        title_vi=title_of(declared.vi),
        licence=declared.licence,
        columns=tuple(columns),
        rows=rows,
    )


def plain_table(db: Database, name: str, policy: Policy) -> DataTable:
    """Give a table as it is, but for the columns that stay in the house."""
    columns = [make_column(column) for column in declared_columns(name, policy)]
    listed = ", ".join(f'"{column.name}"' for column in columns)
    rows = tuple(tuple(row) for row in db.execute(f"SELECT {listed} FROM {name}").fetchall())
    return make_table(name, columns, rows)
