"""The tables of a data set, read from the database: what is public by default and what only with a reason.

Left out unless asked for: personal names, and the publishers' words beyond a short quote around each mention.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from corpus.claims import Reading
from corpus.coverage import COVERAGE_COLUMNS
from corpus.personal_names import Names
from corpus.tables import Cell, DataColumn, DataTable, Kind, Row, Rows, order_rows
from pipeline.coverage import read_coverage
from pipeline.dataset_articles import DatasetArticle, read_articles
from pipeline.dataset_claims import Found, derive_claims, read_reading
from pipeline.dataset_layers import LayerRows
from pipeline.review import JUDGED, PREFIX_TABLES
from pipeline.rows import MENTION_TABLES
from pipeline.rows import Row as StoreRow
from pipeline.schema_content import CONTENT_TABLES
from pipeline.schema_language import Column, Table, title_of
from pipeline.schema_work import WORK_TABLES
from pipeline.spool import Spool

PLAIN = (
    "sources",
    "extractors",
    "provinces",
    "province_map",
    "organizations",
    "award_forms",
    "clusters",
)
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
CLAIM_LINKS = ("first_article_id", "contradicts_id", "merged_into")
NAMED_IN = (("campaign_mentions", "campaign_id"), ("organization_mentions", "organization_id"))
NEW = "moi-"
TEXT_COLUMNS = ("sapo", "captions", "body_parts", "text")
KINDS: dict[str, Kind] = {"TEXT": "string", "INTEGER": "integer", "REAL": "number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a data set may hold of people and of the publishers' words."""

    names: Names = "drop"
    """What is done with personal names."""
    with_text: bool = False
    """True where the articles' whole text is to be in it."""


def read_tables(
    db: Database,
    spool: Spool,
    policy: Policy | None = None,
    *,
    articles: Iterable[DatasetArticle] | None = None,
) -> tuple[DataTable, ...]:
    """Give every table of the data set, rows ordered by their keys; the rows of large tables lie in the spool.

    Reviewed values stand for extracted ones: what a person called wrong is left out, what was edited is as edited, and
    the column `verdict` says so. `articles` are those of the database, where somebody has read them already.
    """
    rules = policy or Policy()
    stored_claims = bool(db.execute("SELECT EXISTS (SELECT 1 FROM claims)").fetchone()[0])
    gathered = _Gathered(db, spool, rules)
    readings: list[Reading] = []
    for article in articles if articles is not None else read_articles(db, rules.names):
        gathered.add(article)
        if not stored_claims:
            readings.append(read_reading(article))
    tables = [_list_table(db, name, rules, gathered.blanked) for name in PLAIN]
    tables += gathered.tables()
    tables += _named_by(db, spool, rules, gathered.blanked)
    claims = None if stored_claims else _derive(readings, tables)
    tables += _claims(db, spool, rules, claims)
    tables += [_reviews(db, rules), _plain_table(db, "tombstones", rules)]
    first = next(table for table in tables if table.name == "claims").column("first_article_id")
    tables.append(_coverage(db, list(first)))
    return tuple(tables)


class _Gathered:
    """What belongs to articles, put into the spool one article after the other."""

    def __init__(self, db: Database, spool: Spool, policy: Policy) -> None:
        self._db, self._spool, self._policy = db, spool, policy
        self._verdicts = _read_verdicts(db)
        self._shown = _declared("articles", policy)
        self._layers = LayerRows(db, policy.names, spool)
        self._recipients = [column.name for column in _declared("award_recipients", policy)]
        self._new_names = _read_new_names(db) if policy.names != "keep" else {}
        self.blanked: dict[str, str] = {}
        self._columns = {"articles": _article_columns(self._shown, policy)}
        self._columns |= {name: _mention_columns(name) for name in MENTION_TABLES}
        recipients = _declared("award_recipients", policy)
        self._columns["award_recipients"] = [_column(one) for one in recipients]
        for name, columns in self._columns.items():
            spool.start(name, len(columns))

    def add(self, article: DatasetArticle) -> None:
        """Add an article and all that was found in it."""
        self._spool.add("articles", [_article_row(article, self._shown, self._policy)])
        self._spool.mark([article.row["id"]])
        kept: set[Cell] = set()
        for table in MENTION_TABLES:
            rows = list(_mention_rows(self._db, table, article, self._verdicts))
            self._spool.add(table, rows)
            kept |= {row[0] for row in rows}
        self._spool.mark(kept)
        listed = ", ".join(f"r.{name}" for name in self._recipients)
        sql = f"""SELECT {listed} FROM award_recipients r JOIN awards w ON w.id = r.award_id
            WHERE w.article_id = ?"""
        recipients = self._db.execute(sql, [article.row["id"]]).fetchall()
        at = self._recipients.index("award_id")
        self._spool.add("award_recipients", (row for row in recipients if row[at] in kept))
        self._layers.add(article, kept)
        self._blank_names(article)

    def tables(self) -> list[DataTable]:
        """Give the tables, all articles added."""
        made = [self._made(name, columns) for name, columns in self._columns.items()]
        for table in (*self._layers.tables, *self._layers.members):
            made.append(
                self._made(table.name, [_column(one) for one in self._layers.columns(table)])
            )
        return made

    def _made(self, name: str, columns: Sequence[DataColumn]) -> DataTable:
        keys = [number for number, column in enumerate(columns) if column.key]
        return _make(name, columns, self._spool.sort(name, keys or range(len(columns))))

    def _blank_names(self, article: DatasetArticle) -> None:
        """Note the new campaigns and bodies of this article whose own names hold the name of a person."""
        if not article.blanker.full or not self._new_names:
            return
        for table, column in NAMED_IN:
            sql = f"SELECT DISTINCT {column} FROM {table} WHERE article_id = ? AND {column} IS NOT NULL"
            for (one,) in self._db.execute(sql, [article.row["id"]]).fetchall():
                name = self._new_names.get(one)
                said = article.blanker.words(name)
                if said is not None and said != name:
                    self.blanked[one] = said


def _read_new_names(db: Database) -> dict[str, str]:
    """Give id → name of the campaigns and bodies that articles named and no list holds."""
    sql = "SELECT id, name FROM {} WHERE id >= 'moi-' AND id < 'moi.'"
    return {
        row[0]: row[1]
        for table in ("campaigns", "organizations")
        for row in db.execute(sql.format(table)).fetchall()
    }


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


def _make(name: str, columns: Sequence[DataColumn], rows: Rows) -> DataTable:
    declared = _table(name)
    return DataTable(
        name=name,
        title=title_of(declared.en),
        title_vi=title_of(declared.vi),
        licence=declared.licence,
        columns=tuple(columns),
        rows=rows,
    )


def _list_table(db: Database, name: str, policy: Policy, blanked: Mapping[str, str]) -> DataTable:
    """Give a list that mentions refer to, the names of people in its new entries blanked."""
    table = order_rows(_plain_table(db, name, policy))
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


def _plain_table(db: Database, name: str, policy: Policy) -> DataTable:
    columns = [_column(column) for column in _declared(name, policy)]
    listed = ", ".join(f'"{column.name}"' for column in columns)
    rows = tuple(tuple(row) for row in db.execute(f"SELECT {listed} FROM {name}").fetchall())
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


def _article_row(article: DatasetArticle, shown: Sequence[Column], policy: Policy) -> Row:
    row = article.row
    url = row["url"]
    masked: StoreRow = {"title": article.title, "text": article.text}
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
    db: Database, table: str, article: DatasetArticle, verdicts: dict[str, StoreRow]
) -> Iterator[Row]:
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


def _read_verdicts(db: Database) -> dict[str, StoreRow]:
    """Give mention → its last review."""
    rows = db.query("SELECT target_id, verdict, value FROM reviews ORDER BY at, id")
    return {str(row["target_id"]): row for row in rows}


def _named_by(
    db: Database, spool: Spool, policy: Policy, blanked: Mapping[str, str]
) -> list[DataTable]:
    """Give the campaigns and units that a mention names, and the campaigns of the ontology."""
    campaigns = _list_table(db, "campaigns", policy, blanked)
    units = _list_table(db, "units", policy, blanked)
    used: set[Cell] = set()
    for name in MENTION_TABLES:
        columns = [column.name for column in _mention_columns(name)]
        used |= spool.distinct(name, columns.index("campaign_id"))
    figures = [column.name for column in _mention_columns("figures")]
    counted = spool.distinct("figures", figures.index("unit_id"))
    known = (row for row in campaigns.rows if row[0] in used or not str(row[0]).startswith(NEW))
    return [
        replace(campaigns, rows=tuple(known)),
        replace(units, rows=tuple(row for row in units.rows if row[0] in counted)),
    ]


def _claims(db: Database, spool: Spool, policy: Policy, found: Found | None) -> list[DataTable]:
    """Give the claims that a kept figure speaks for: the store's, or those found anew."""
    columns = {
        name: [_column(column) for column in _declared(name, policy)]
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
        figure, claim = (names["claim_mentions"].index(one) for one in ("figure_id", "claim_id"))
        for row in _select(db, "claim_mentions", names["claim_mentions"]):
            if spool.has(row[figure]):
                spool.add("claim_mentions", [row])
                spool.mark([row[claim]])
        spool.add("claims", _kept_claims(db, spool, names["claims"]))
    made = []
    for name, some in columns.items():
        keys = [number for number, column in enumerate(some) if column.key]
        made.append(_make(name, some, spool.sort(name, keys)))
    return made


def _kept_claims(db: Database, spool: Spool, names: Sequence[str]) -> Iterator[Row]:
    """Give the claims with a kept figure; what they name beside is null where the data set does not have it."""
    others = [names.index(name) for name in CLAIM_LINKS if name in names]
    for row in _select(db, "claims", names):
        if spool.has(row[names.index("id")]):
            cells = list(row)
            for other in others:
                cells[other] = row[other] if spool.has(row[other]) else None
            yield tuple(cells)


def _select(db: Database, table: str, names: Sequence[str]) -> Iterator[Row]:
    listed = ", ".join(f'"{name}"' for name in names)
    yield from db.conn.execute(f"SELECT {listed} FROM {table}")


def _reviews(db: Database, policy: Policy) -> DataTable:
    """Give the reviews of what stands in current articles; reviewers are numbered unless names are kept."""
    table = order_rows(_plain_table(db, "reviews", policy))
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


def _derive(readings: Sequence[Reading], tables: Sequence[DataTable]) -> Found:
    by_name = {table.name: table for table in tables}
    return derive_claims(
        readings,
        tuple(by_name["figures"].records()),
        campaigns=set(by_name["campaigns"].column("id")),
        organizations=set(by_name["organizations"].column("id")),
    )


def _coverage(db: Database, claims: Sequence[Cell]) -> DataTable:
    rows = [row.as_cells() for row in read_coverage(db, claims=claims)]
    return DataTable(
        name="coverage",
        title="Coverage",
        title_vi="Phủ tin",
        licence="code",
        columns=COVERAGE_COLUMNS,
        rows=tuple(rows),
    )
