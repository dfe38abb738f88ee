"""The rows of articles and of campaigns, figures and awards as a data set has them: names blanked, reviews obeyed."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from corpus.tables import DataColumn, Row
from pipeline.dataset_articles import DatasetArticle
from pipeline.dataset_columns import Policy, add_column, find_table, make_column
from pipeline.review import JUDGED
from pipeline.rows import Row as StoreRow
from pipeline.schema_language import Column

MENTION_LEFT_OUT = ("run_id", "ended_run", "evidence")


def article_columns(shown: Sequence[Column], policy: Policy) -> list[DataColumn]:
    """Give the columns of the articles: those of the store that are shown, and what a release adds."""
    made = [
        add_column("url", "string", "Address: of the publisher's page; null where it spells a name", "Địa chỉ: của trang"),
        add_column("url_sha256", "string", "Hash of the address: SHA-256", "Băm địa chỉ: SHA-256"),
        add_column("fetched_at", "string", "Fetched at: UTC time", "Lúc tải: giờ UTC", required=True),
        add_column("record_id", "string", "Record: in the WARC archive", "Bản ghi: trong kho WARC"),
        add_column("text_length", "integer", "Length of the text: code points", "Độ dài: ký tự", required=True),
    ]  # fmt: skip
    return [make_column(column) for column in shown] + made


def article_row(article: DatasetArticle, shown: Sequence[Column], policy: Policy) -> Row:
    """Give the row of an article, in the order of `article_columns`."""
    row = article.row
    url = row["url"]
    masked: StoreRow = {"title": article.title, "text": article.text}
    for name in ("sapo", "captions", "byline", "section"):
        masked[name] = article.blanker.words(str(row[name])) if row[name] is not None else None
    values = [masked.get(column.name, row[column.name]) for column in shown]
    url_hash = hashlib.sha256(str(url).encode()).hexdigest() if url is not None else None
    made = (article.url, url_hash, row["fetched_at"], row["record_id"], len(article.given))
    return (*values, *made)


def mention_columns(name: str) -> list[DataColumn]:
    """Give the columns of campaigns, figures or awards, with quote and verdict."""
    columns = [
        make_column(one) for one in find_table(name).columns if one.name not in MENTION_LEFT_OUT
    ]
    return [
        *columns,
        add_column("quote_start", "integer", "Start of the quote: first code point", "Đầu trích: ký tự đầu", required=True),
        add_column("quote", "string", "Quote: the words around the mention, names blanked", "Câu trích: quanh lần nhắc", required=True),
        add_column("verdict", "string", "Verdict: right or edited by a reviewer; null where nobody judged", "Duyệt: đúng hay đã sửa"),
    ]  # fmt: skip


def mention_rows(
    db: Database, table: str, article: DatasetArticle, verdicts: dict[str, StoreRow]
) -> Iterator[Row]:
    """Give the rows of the mentions of an article, in the order of `mention_columns`; none that is judged wrong."""
    names = [one.name for one in find_table(table).columns if one.name not in MENTION_LEFT_OUT]
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


def read_verdicts(db: Database) -> dict[str, StoreRow]:
    """Give mention → its last review."""
    rows = db.query("SELECT target_id, verdict, value FROM reviews ORDER BY at, id")
    return {str(row["target_id"]): row for row in rows}
