"""Find out where a value comes from, and check the whole way anew."""

import json
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from corpus.provenance import Certificate, Place, Verdict
from pipeline.errors import MisuseError
from pipeline.ids import hash_bytes, hash_text
from pipeline.page_bytes import load_page
from pipeline.review import JUDGED, PREFIX_TABLES
from scrapers.errors import ArchiveError

Row = dict[str, Any]  # Any: columns of several types, as SQLite gives them


def find_values(db: Database, target: str) -> tuple[tuple[str, str], ...]:
    """Give (table, id) of the value that an id, or the beginning of one, names; of a claim, all its figures.

    Raise `MisuseError` where nothing fits, or several values do.
    """
    if target.startswith("c-"):
        rows = db.execute(
            "SELECT figure_id FROM claim_mentions WHERE claim_id = ? ORDER BY figure_id", [target]
        ).fetchall()
        if not rows:
            raise MisuseError(f"{target}: no claim with this id")
        return tuple(("figures", row[0]) for row in rows)
    table = PREFIX_TABLES.get(target[:3])
    if table is None:
        raise MisuseError(
            f"{target}: no id of a value",
            "values begin with so- (figure), kt- (award), cd- (campaign) or c- (claim)",
            "thidua show ID lists those of an article",
        )
    rows = db.execute(
        f"SELECT id FROM {table} WHERE id >= ? AND id < ? LIMIT 3", [target, target + "g"]
    ).fetchall()
    if len(rows) != 1:
        raise MisuseError(f"{target}: {'several values fit' if rows else 'no value with this id'}")
    return ((table, rows[0][0]),)


def explain_value(db: Database, table: str, value_id: str, archive: Path) -> Certificate:
    """Give the certificate of a value, with what was checked of it just now."""
    row = _one(db, f"SELECT * FROM {table} WHERE id = ?", value_id)
    article = _one(
        db,
        """SELECT a.*, coalesce(u.canonical, u.url, p.file_name) AS url, p.bytes AS page_bytes, p.fetched_at,
            p.http_status, p.record_id, r.file AS record_file, r.offset AS record_offset
            FROM articles a JOIN pages p ON p.sha256 = a.page_sha256 LEFT JOIN urls u ON u.id = a.url_id
            LEFT JOIN records r ON r.record_id = p.record_id WHERE a.id = ?""",
        str(row["article_id"]),
    )
    run = next(iter(db.query("SELECT * FROM runs WHERE id = ?", [row["run_id"]])), {})
    rules = _one(db, "SELECT * FROM extractors WHERE id = ?", str(row["extractor_id"]))
    text = str(article["text"])
    return Certificate(
        id=value_id,
        layer=table,
        fields={name: row[name] for name in JUDGED[table]},
        mention=Place(start=row["start"], end=row["end"], text=str(row["text"])),
        sentence=_place(text, row["sentence_start"], row["sentence_end"]),
        rule=str(row["rule"]),
        score=float(row["score"]),
        evidence=tuple(
            (str(role), _place(text, start, end))
            for role, start, end in json.loads(str(row["evidence"]))
        ),
        extractor=str(row["extractor_id"]),
        rules_hash=rules["rules_hash"],
        run=row["run_id"],
        run_started_at=run.get("started_at"),
        run_command=run.get("command"),
        run_version=run.get("version"),
        ended_run=row["ended_run"],
        article=str(article["id"]),
        title=article["title"],
        source=str(article["source_slug"]),
        url=article["url"],
        version=article["version"],
        previous=article["previous_id"],
        text_sha256=str(article["text_sha256"]),
        page_sha256=str(article["page_sha256"]),
        page_bytes=article["page_bytes"],
        fetched_at=str(article["fetched_at"]),
        http_status=article["http_status"],
        record=article["record_id"],
        record_file=article["record_file"],
        record_offset=article["record_offset"],
        claims=_claims(db, value_id),
        former=_former(db, value_id),
        reviews=_reviews(db, value_id),
        checks=_check(db, row, article, archive),
    )


def _one(db: Database, sql: str, value: str) -> Row:
    return next(iter(db.query(sql, [value])))


def _place(text: str, start: int, end: int) -> Place:
    return Place(start=start, end=end, text=text[start:end])


def _claims(db: Database, value_id: str) -> tuple[str, ...]:
    sql = "SELECT claim_id FROM claim_mentions WHERE figure_id = ? ORDER BY claim_id"
    return tuple(row[0] for row in db.execute(sql, [value_id]).fetchall())


def _former(db: Database, value_id: str) -> tuple[str, ...]:
    sql = "SELECT fields FROM mention_versions WHERE target_id = ? ORDER BY n"
    return tuple(row[0] for row in db.execute(sql, [value_id]).fetchall())


def _reviews(db: Database, value_id: str) -> tuple[Verdict, ...]:
    rows = db.query("SELECT * FROM reviews WHERE target_id = ? ORDER BY at, id", [value_id])
    return tuple(
        Verdict(
            id=row["id"],
            verdict=row["verdict"],
            reviewer=row["reviewer"],
            at=row["at"],
            note=row["note"],
            value=row["value"],
        )
        for row in rows
    )


def _check(
    db: Database, row: Row, article: Row, archive: Path
) -> tuple[tuple[str, bool | None], ...]:
    text = str(article["text"])
    start, end = int(str(row["start"])), int(str(row["end"]))
    return (
        ("the text has the words at this place", text[start:end] == row["text"]),
        ("the text has the stated hash", hash_text(text) == article["text_sha256"]),
        ("the page's bytes have the stated hash", _check_page(db, article, archive)),
    )


def _check_page(db: Database, article: Row, archive: Path) -> bool | None:
    """Say whether the bytes are what their hash says; None where the archive no longer has them."""
    page = str(article["page_sha256"])
    pruned = db.execute(
        "SELECT 1 FROM pages p JOIN records r ON r.record_id = p.record_id "
        "WHERE p.sha256 = ? AND r.pruned_at IS NOT NULL",
        [page],
    ).fetchone()
    if pruned:
        return None
    try:
        return hash_bytes(load_page(db, page, archive)) == page
    except ArchiveError:
        return False
