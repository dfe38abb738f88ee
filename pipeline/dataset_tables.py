"""The tables of a data set, read from the database: what is public by default and what only with a reason.

Left out unless asked for: personal names, and the publishers' words beyond a short quote around each mention.
"""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from corpus.claims import Reading
from corpus.tables import Cell, DataColumn, DataTable, order_rows
from pipeline.dataset_articles import DatasetArticle, read_articles
from pipeline.dataset_claims import Found, derive_claims, read_reading
from pipeline.dataset_columns import (
    Policy,
    declared_columns,
    make_column,
    make_table,
    plain_table,
)
from pipeline.dataset_layers import LayerRows
from pipeline.dataset_lists import (
    claim_tables,
    coverage_table,
    list_table,
    lists_named,
    review_table,
)
from pipeline.dataset_mentions import (
    article_columns,
    article_row,
    mention_columns,
    mention_rows,
    read_verdicts,
)
from pipeline.rows import MENTION_TABLES
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
NAMED_IN = (("campaign_mentions", "campaign_id"), ("organization_mentions", "organization_id"))


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
    tables = [list_table(db, name, rules, gathered.blanked) for name in PLAIN]
    tables += gathered.tables()
    tables += lists_named(db, spool, rules, gathered.blanked)
    claims = None if stored_claims else _derive(readings, tables)
    tables += claim_tables(db, spool, rules, claims)
    tables += [review_table(db, rules), order_rows(plain_table(db, "tombstones", rules))]
    first = next(table for table in tables if table.name == "claims").column("first_article_id")
    tables.append(coverage_table(db, list(first)))
    return tuple(tables)


class _Gathered:
    """What belongs to articles, put into the spool one article after the other."""

    def __init__(self, db: Database, spool: Spool, policy: Policy) -> None:
        self._db, self._spool, self._policy = db, spool, policy
        self._verdicts = read_verdicts(db)
        self._shown = declared_columns("articles", policy)
        self._layers = LayerRows(db, policy.names, spool)
        self._recipients = [column.name for column in declared_columns("award_recipients", policy)]
        self._new_names = _read_new_names(db) if policy.names != "keep" else {}
        self.blanked: dict[str, str] = {}
        self._columns = {"articles": article_columns(self._shown, policy)}
        self._columns |= {name: mention_columns(name) for name in MENTION_TABLES}
        recipients = declared_columns("award_recipients", policy)
        self._columns["award_recipients"] = [make_column(one) for one in recipients]
        for name, columns in self._columns.items():
            spool.start(name, len(columns))

    def add(self, article: DatasetArticle) -> None:
        """Add an article and all that was found in it."""
        self._spool.add("articles", [article_row(article, self._shown, self._policy)])
        self._spool.mark([article.row["id"]])
        kept: set[Cell] = set()
        for table in MENTION_TABLES:
            rows = list(mention_rows(self._db, table, article, self._verdicts))
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
        made = [self._table(name, columns) for name, columns in self._columns.items()]
        for table in (*self._layers.tables, *self._layers.members):
            made.append(
                self._table(table.name, [make_column(one) for one in self._layers.columns(table)])
            )
        return made

    def _table(self, name: str, columns: Sequence[DataColumn]) -> DataTable:
        keys = [number for number, column in enumerate(columns) if column.key]
        return make_table(name, columns, self._spool.sort(name, keys or range(len(columns))))

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


def _derive(readings: Sequence[Reading], tables: Sequence[DataTable]) -> Found:
    by_name = {table.name: table for table in tables}
    return derive_claims(
        readings,
        tuple(by_name["figures"].records()),
        campaigns=set(by_name["campaigns"].column("id")),
        organizations=set(by_name["organizations"].column("id")),
    )
