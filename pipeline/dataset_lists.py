"""The tables of a data set that belong to no single article: lists, claims, reviews, coverage."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlite_utils import Database

from corpus.coverage import COVERAGE_COLUMNS
from corpus.tables import Cell, DataTable, Row, order_rows
from pipeline.coverage import read_coverage
from pipeline.dataset_claims import Found
from pipeline.dataset_columns import Policy, declared_columns, make_column, make_table, plain_table
from pipeline.dataset_mentions import mention_columns
from pipeline.review import PREFIX_TABLES
from pipeline.rows import MENTION_TABLES
from pipeline.spool import Spool

CLAIM_LINKS = ("first_article_id", "contradicts_id", "merged_into")
STATED = ("value", "value_max", "of", "modifier", "kind")
"""What a claim says, as its figures do."""
NEW = "moi-"


def list_table(db: Database, name: str, policy: Policy, blanked: Mapping[str, str]) -> DataTable:
    """Give a list that mentions refer to, the names of people in its new entries blanked."""
    table = order_rows(plain_table(db, name, policy))
    if not blanked or "name" not in table.names:
        return table
    key, called = table.names.index(table.keys[0]), table.names.index("name")
    short = table.names.index("short_name") if "short_name" in table.names else called
    rows = []
    for row in table.rows:
        cells = list(row)
        if str(row[key]) in blanked:
            cells[called] = blanked[str(row[key])]
            cells[short] = cells[called] if row[short] is not None else None
        rows.append(tuple(cells))
    return replace(table, rows=tuple(rows))


def lists_named(
    db: Database, spool: Spool, policy: Policy, blanked: Mapping[str, str]
) -> list[DataTable]:
    """Give the campaigns and units that a mention names, and the campaigns of the ontology."""
    campaigns = list_table(db, "campaigns", policy, blanked)
    units = list_table(db, "units", policy, blanked)
    used: set[Cell] = set()
    for name in MENTION_TABLES:
        columns = [column.name for column in mention_columns(name)]
        used |= spool.distinct(name, columns.index("campaign_id"))
    figures = [column.name for column in mention_columns("figures")]
    counted = spool.distinct("figures", figures.index("unit_id"))
    known = (row for row in campaigns.rows if row[0] in used or not str(row[0]).startswith(NEW))
    return [
        replace(campaigns, rows=tuple(known)),
        replace(units, rows=tuple(row for row in units.rows if row[0] in counted)),
    ]


def claim_tables(
    db: Database, spool: Spool, policy: Policy, found: Found | None
) -> list[DataTable]:
    """Give the claims that a kept figure speaks for: the store's, or those found anew."""
    columns = {
        name: [make_column(column) for column in declared_columns(name, policy)]
        for name in ("claims", "claim_mentions")
    }
    for name, some in columns.items():
        spool.start(name, len(some))
    names = {name: [column.name for column in some] for name, some in columns.items()}
    if found is not None:
        spool.add("claims", (tuple(row.get(name) for name in names["claims"]) for row in found[0]))
        rest = (None,) * (len(names["claim_mentions"]) - 2)
        spool.add("claim_mentions", ((*pair, *rest) for pair in found[1]))
    else:
        edited = _edited_figures(spool)
        said_anew: dict[Cell, Mapping[str, Cell] | None] = {}
        figure, claim = (names["claim_mentions"].index(one) for one in ("figure_id", "claim_id"))
        for row in _select(db, "claim_mentions", names["claim_mentions"]):
            if spool.has(row[figure]):
                spool.add("claim_mentions", [row])
                spool.mark([row[claim]])
                if row[figure] in edited:
                    said_anew.setdefault(row[claim], edited[row[figure]])
        for one in said_anew:
            others = spool.equal("claim_mentions", claim, one)
            if any(row[figure] not in edited for row in others):
                said_anew[one] = None
        spool.add("claims", _kept_claims(db, spool, names["claims"], said_anew))
    made = []
    for name, some in columns.items():
        keys = [number for number, column in enumerate(some) if column.key]
        made.append(make_table(name, some, spool.sort(name, keys)))
    return made


def _edited_figures(spool: Spool) -> dict[Cell, Mapping[str, Cell]]:
    """Give id → what a reviewer made of the figure."""
    names = [column.name for column in mention_columns("figures")]
    rows = spool.equal("figures", names.index("verdict"), "edited")
    return {row[0]: {name: row[names.index(name)] for name in STATED} for row in rows}


def _kept_claims(
    db: Database,
    spool: Spool,
    names: Sequence[str],
    said_anew: Mapping[Cell, Mapping[str, Cell] | None],
) -> Iterator[Row]:
    """Give the claims with a kept figure; what they name beside is null where the data set does not have it.

    `said_anew` gives the value of a claim all of whose figures were edited by reviewers.
    """
    others = [names.index(name) for name in CLAIM_LINKS if name in names]
    for row in _select(db, "claims", names):
        if spool.has(row[names.index("id")]):
            cells = list(row)
            for other in others:
                cells[other] = row[other] if spool.has(row[other]) else None
            for name, cell in (said_anew.get(row[names.index("id")]) or {}).items():
                cells[names.index(name)] = cell
            yield tuple(cells)


def _select(db: Database, table: str, names: Sequence[str]) -> Iterator[Row]:
    listed = ", ".join(f'"{name}"' for name in names)
    yield from db.conn.execute(f"SELECT {listed} FROM {table}")


def review_table(db: Database, policy: Policy) -> DataTable:
    """Give the reviews of what stands in current articles; reviewers are numbered unless names are kept."""
    table = order_rows(plain_table(db, "reviews", policy))
    at = {name: number for number, name in enumerate(table.names)}
    numbers = {
        name: f"reviewer {number}"
        for number, name in enumerate(sorted({str(row[at["reviewer"]]) for row in table.rows}), 1)
    }
    rows = []
    for row in table.rows:
        if _is_current(db, str(row[at["target_id"]])):
            cells = list(row)
            if policy.names != "keep":
                cells[at["reviewer"]] = numbers[str(row[at["reviewer"]])]
                for name in ("value", "seen"):
                    cells[at[name]] = _without_words(row[at[name]])
            rows.append(tuple(cells))
    return replace(table, rows=tuple(rows))


def _is_current(db: Database, target: str) -> bool:
    """Say whether a judged mention, or article, belongs to a current article."""
    table = PREFIX_TABLES.get(target[:3])
    sql = (
        f"SELECT a.is_current FROM {table} m JOIN articles a ON a.id = m.article_id WHERE m.id = ?"
    )
    if table is None:
        sql = "SELECT is_current FROM articles WHERE id = ?"
    row = db.execute(sql, [target]).fetchone()
    return row is not None and bool(row[0])


def _without_words(raw: Cell) -> Cell:
    """Leave out of a judged value the fields that quote the article: a grantor or title may be a person."""
    if raw is None:
        return None
    value = json.loads(str(raw))
    kept = {name: one for name, one in value.items() if name not in ("grantor", "title")}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def coverage_table(db: Database, claims: Sequence[Cell]) -> DataTable:
    """Give the coverage; `claims` are the first articles of the data set's claims."""
    rows = [row.as_cells() for row in read_coverage(db, claims=claims)]
    return DataTable(
        name="coverage",
        title="Coverage",
        title_vi="Phủ tin",
        licence="code",
        columns=COVERAGE_COLUMNS,
        rows=tuple(rows),
    )
