"""The tables of a data set, read from the database: what is public by default and what only with a reason.

Left out unless asked for: personal names, and the publishers' words beyond a short quote around each mention.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from corpus.claims import Reading
from corpus.coverage import COVERAGE_COLUMNS
from corpus.personal_names import Names
from corpus.tables import Cell, DataColumn, DataTable, Kind, order_rows
from pipeline.coverage import read_coverage
from pipeline.dataset_articles import DatasetArticle, read_articles
from pipeline.dataset_claims import Found, derive_claims, read_reading
from pipeline.dataset_layers import LayerRows
from pipeline.review import JUDGED
from pipeline.rows import MENTION_TABLES, Row
from pipeline.schema_content import CONTENT_TABLES
from pipeline.schema_language import Column, Table, title_of
from pipeline.schema_work import WORK_TABLES

VOCABULARY = ("provinces", "province_map", "organizations", "campaigns", "award_forms", "units")
PLAIN = ("sources", "extractors", *VOCABULARY)
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
MENTION_LEFT_OUT = ("run_id", "ended_run", "evidence")
CLAIM_LINKS = ("contradicts_id", "merged_into")
TEXT_COLUMNS = ("sapo", "captions", "body_parts", "text")
KINDS: dict[str, Kind] = {"TEXT": "string", "INTEGER": "integer", "REAL": "number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a data set may hold of people and of the publishers' words."""

    names: Names = "drop"
    """What is done with personal names."""
    with_text: bool = False
    """True where the articles' whole text is to be in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """What the mentions of an article need."""

    article: DatasetArticle
    verdicts: dict[str, Row]


def read_tables(
    db: Database,
    policy: Policy | None = None,
    *,
    articles: Iterable[DatasetArticle] | None = None,
) -> tuple[DataTable, ...]:
    """Give every table of the data set, rows ordered by their keys.

    Reviewed values stand for extracted ones: what a person called wrong is left out, what was edited is as edited, and
    the column `verdict` says so. `articles` are those of the database, where somebody has read them already.
    """
    rules = policy or Policy()
    verdicts = _read_verdicts(db)
    rows: list[tuple[Cell, ...]] = []
    mentions: dict[str, list[tuple[Cell, ...]]] = {name: [] for name in MENTION_TABLES}
    shown = _declared("articles", rules)
    kept: set[str] = set()
    readings: list[Reading] = []
    layers = LayerRows(db, rules.names)
    stored_claims = db.execute("SELECT EXISTS (SELECT 1 FROM claims)").fetchone()[0]
    for article in articles if articles is not None else read_articles(db, rules.names):
        rows.append(_article_row(article, shown, rules))
        for table in MENTION_TABLES:
            for mention in _mention_rows(db, table, article, verdicts):
                mentions[table].append(mention)
                kept.add(str(mention[0]))
        layers.add(article)
        if not stored_claims:
            readings.append(read_reading(article))
    ids = {str(row[0]) for row in rows}
    tables = [_plain_table(db, name, rules) for name in PLAIN if name not in ("campaigns", "units")]
    tables.append(_make("articles", _article_columns(shown, rules), rows))
    tables += [_make(name, _mention_columns(name), found) for name, found in mentions.items()]
    tables += _named_by(db, tables, rules)
    tables.append(_recipients(db, kept, rules))
    tables += [
        _make(table.name, [_column(column) for column in columns], found)
        for table, columns, found in layers.close(kept)
    ]
    claims = None if stored_claims else _derive(readings, tables)
    tables += _claims(db, kept, ids, rules, claims)
    tables += [_reviews(db, ids, kept, rules), _plain_table(db, "tombstones", rules)]
    first = next(table for table in tables if table.name == "claims").column("first_article_id")
    tables.append(_coverage(db, first))
    return tuple(order_rows(table) for table in tables)


def _declared(name: str, policy: Policy) -> tuple[Column, ...]:
    table = _table(name)
    out = set(LEFT_OUT.get(name, ()))
    if name == "articles" and policy.with_text:
        out -= set(TEXT_COLUMNS)
    if policy.names == "keep":
        out -= {"byline", "name_hash"}
    return tuple(column for column in table.columns if column.name not in out)


def _table(name: str) -> Table:
    return next(one for one in (*CONTENT_TABLES, *WORK_TABLES) if one.name == name)


def _column(column: Column) -> DataColumn:
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


def _made(name: str, kind: Kind, en: str, vi: str, *, required: bool = False) -> DataColumn:
    return DataColumn(
        name=name,
        kind=kind,
        title=title_of(en),
        title_vi=title_of(vi),
        description=en,
        required=required,
    )


def _make(name: str, columns: Sequence[DataColumn], rows: Sequence[tuple[Cell, ...]]) -> DataTable:
    declared = _table(name)
    return DataTable(
        name=name,
        title=title_of(declared.en),
        title_vi=title_of(declared.vi),
        licence=declared.licence,
        columns=tuple(columns),
        rows=tuple(rows),
    )


def _plain_table(db: Database, name: str, policy: Policy) -> DataTable:
    columns = [_column(column) for column in _declared(name, policy)]
    listed = ", ".join(f'"{column.name}"' for column in columns)
    rows = [tuple(row) for row in db.execute(f"SELECT {listed} FROM {name}").fetchall()]
    return _make(name, columns, rows)


def _article_columns(shown: Sequence[Column], policy: Policy) -> list[DataColumn]:
    made = [
        _made("url", "string", "Address: of the publisher's page; null where it spells a name", "Địa chỉ: của trang"),
        _made("url_sha256", "string", "Hash of the address: SHA-256", "Băm địa chỉ: SHA-256"),
        _made("fetched_at", "string", "Fetched at: UTC time", "Lúc tải: giờ UTC", required=True),
        _made("record_id", "string", "Record: in the WARC archive", "Bản ghi: trong kho WARC"),
        _made("text_length", "integer", "Length of the text: code points", "Độ dài: ký tự", required=True),
    ]  # fmt: skip
    return [_column(column) for column in shown] + made


def _article_row(
    article: DatasetArticle, shown: Sequence[Column], policy: Policy
) -> tuple[Cell, ...]:
    row = article.row
    url = row["url"]
    masked: Row = {"title": article.title, "text": article.text}
    for name in ("sapo", "captions", "byline", "section"):
        masked[name] = article.blanker.words(str(row[name])) if row[name] is not None else None
    values = [masked.get(column.name, row[column.name]) for column in shown]
    url_hash = hashlib.sha256(str(url).encode()).hexdigest() if url is not None else None
    made = (article.url, url_hash, row["fetched_at"], row["record_id"], len(article.given))
    return (*values, *made)


def _mention_columns(name: str) -> list[DataColumn]:
    columns = [_column(one) for one in _table(name).columns if one.name not in MENTION_LEFT_OUT]
    return [
        *columns,
        _made("quote_start", "integer", "Start of the quote: first code point", "Đầu trích: ký tự đầu", required=True),
        _made("quote", "string", "Quote: the words around the mention, names blanked", "Câu trích: quanh lần nhắc", required=True),
        _made("verdict", "string", "Verdict: right or edited by a reviewer; null where nobody judged", "Duyệt: đúng hay đã sửa"),
    ]  # fmt: skip


def _mention_rows(
    db: Database, table: str, article: DatasetArticle, verdicts: dict[str, Row]
) -> Iterator[tuple[Cell, ...]]:
    names = [one.name for one in _table(table).columns if one.name not in MENTION_LEFT_OUT]
    sql = (
        f"SELECT * FROM {table} WHERE article_id = ? AND ended_run IS NULL ORDER BY start, end, id"
    )
    for row in db.query(sql, [article.row["id"]]):
        verdict = verdicts.get(str(row["id"]))
        if verdict is not None and verdict["verdict"] == "wrong":
            continue
        if verdict is not None and verdict["verdict"] == "edited":
            edited = json.loads(str(verdict["value"]))
            row |= {name: edited[name] for name in JUDGED[table] if name in edited}
        start, end = int(row["start"]), int(row["end"])
        row["text"] = article.text[start:end]
        for name in ("grantor", "title", "unit", "noun", "level"):
            if name in row:
                row[name] = article.blanker.words(row[name])
        at, quote = article.quote(
            start, end, (int(row["sentence_start"]), int(row["sentence_end"]))
        )
        said = verdict["verdict"] if verdict is not None else None
        yield (*(row[name] for name in names), at, quote, said)


def _read_verdicts(db: Database) -> dict[str, Row]:
    """Give mention → its last review."""
    rows = db.query("SELECT target_id, verdict, value FROM reviews ORDER BY at, id")
    return {str(row["target_id"]): row for row in rows}


def _named_by(db: Database, tables: Sequence[DataTable], policy: Policy) -> list[DataTable]:
    """Give the campaigns and units that a mention names, and those of the ontology."""
    campaigns = _plain_table(db, "campaigns", policy)
    units = _plain_table(db, "units", policy)
    by_name = {table.name: table for table in tables}
    used = set(by_name["campaign_mentions"].column("campaign_id"))
    for name in ("figures", "awards"):
        if "campaign_id" in by_name[name].names:
            used |= set(by_name[name].column("campaign_id"))
    known = [row for row in campaigns.rows if row[0] in used or not str(row[0]).startswith("moi-")]
    counted = set(by_name["figures"].column("unit_id"))
    return [
        _make("campaigns", campaigns.columns, known),
        _make("units", units.columns, [row for row in units.rows if row[0] in counted]),
    ]


def _recipients(db: Database, kept: set[str], policy: Policy) -> DataTable:
    table = _plain_table(db, "award_recipients", policy)
    at = table.names.index("award_id")
    return _make(table.name, table.columns, [row for row in table.rows if row[at] in kept])


def _claims(
    db: Database, kept: set[str], articles: set[str], policy: Policy, found: Found | None
) -> list[DataTable]:
    """Give the claims that a kept figure speaks for: the store's, or those found anew."""
    links = _plain_table(db, "claim_mentions", policy)
    claims = _plain_table(db, "claims", policy)
    if found is not None:
        rows = [tuple(row.get(name) for name in claims.names) for row in found[0]]
        rest = (None,) * (len(links.names) - 2)
        return [
            _make("claims", claims.columns, rows),
            _make("claim_mentions", links.columns, [(*pair, *rest) for pair in found[1]]),
        ]
    pairs = [row for row in links.rows if str(row[links.names.index("figure_id")]) in kept]
    used = {row[links.names.index("claim_id")] for row in pairs}
    at, first = claims.names.index("id"), claims.names.index("first_article_id")
    others = [claims.names.index(name) for name in CLAIM_LINKS if name in claims.names]
    rows = []
    for row in claims.rows:
        if row[at] in used:
            cells = list(row)
            cells[first] = row[first] if row[first] in articles else None
            for other in others:
                cells[other] = row[other] if row[other] in used else None
            rows.append(tuple(cells))
    return [_make("claims", claims.columns, rows), _make("claim_mentions", links.columns, pairs)]


def _reviews(db: Database, articles: set[str], kept: set[str], policy: Policy) -> DataTable:
    """Give the reviews of what stands in current articles; reviewers are numbered unless names are kept."""
    table = _plain_table(db, "reviews", policy)
    at = {name: number for number, name in enumerate(table.names)}
    targets = {
        str(row[0])
        for name in MENTION_TABLES
        for row in db.execute(
            f"SELECT m.id FROM {name} m JOIN articles a ON a.id = m.article_id WHERE a.is_current = 1"
        ).fetchall()
    }
    reviewers = sorted({str(row[at["reviewer"]]) for row in table.rows})
    numbers = {name: f"reviewer {number}" for number, name in enumerate(reviewers, 1)}
    rows = []
    for row in table.rows:
        if row[at["target_id"]] in targets | articles:
            cells = list(row)
            if policy.names != "keep":
                cells[at["reviewer"]] = numbers[str(row[at["reviewer"]])]
                for name in ("value", "seen"):
                    cells[at[name]] = _without_words(row[at[name]])
            rows.append(tuple(cells))
    return _make("reviews", table.columns, rows)


def _without_words(raw: Cell) -> Cell:
    """Leave out of a judged value the fields that quote the article: a grantor or title may be a person."""
    if raw is None:
        return None
    value = json.loads(str(raw))
    kept = {name: one for name, one in value.items() if name not in ("grantor", "title")}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _derive(readings: Sequence[Reading], tables: Sequence[DataTable]) -> Found:
    by_name = {table.name: table for table in tables}
    return derive_claims(
        readings,
        by_name["figures"].records(),
        campaigns=set(by_name["campaigns"].column("id")),
        organizations=set(by_name["organizations"].column("id")),
    )


def _coverage(db: Database, claims: Sequence[Cell]) -> DataTable:
    rows = [tuple(row.as_cells()) for row in read_coverage(db, claims=claims)]
    return DataTable(
        name="coverage",
        title="Coverage",
        title_vi="Phủ tin",
        licence="code",
        columns=COVERAGE_COLUMNS,
        rows=tuple(rows),
    )
