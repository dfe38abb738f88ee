"""Find out where a value comes from, and check the whole way anew."""

import json
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from corpus.provenance import Certificate, ClaimStep, LinkStep, Place, Verdict
from pipeline.errors import MisuseError
from pipeline.ids import hash_bytes, hash_text
from pipeline.layer_rows import hash_written
from pipeline.names_key import load_names_key
from pipeline.page_bytes import load_page
from pipeline.review import PREFIX_TABLES
from scrapers.errors import ArchiveError

Row = dict[str, Any]  # Any: columns of several types, as SQLite gives them
TABLES = PREFIX_TABLES | {
    "tc-": "organization_mentions",
    "ng-": "person_mentions",
    "dd-": "place_mentions",
    "tg-": "time_mentions",
    "vb-": "document_mentions",
    "td-": "quotation_mentions",
}
"""How an id begins to the table of its mention."""
TABLE_WORDS = {
    "campaign_mentions": "mention of a campaign",
    "figures": "figure",
    "awards": "award",
    "organization_mentions": "body",
    "person_mentions": "person",
    "place_mentions": "place",
    "time_mentions": "time",
    "document_mentions": "document",
    "quotation_mentions": "quotation",
}
SHARED = {
    *(
        "id",
        "article_id",
        "start",
        "end",
        "text",
        "sentence_start",
        "sentence_end",
        "score",
        "rule",
    ),
    *("evidence", "extractor_id", "run_id", "ended_run", "name_hash", "speaker_hash"),
}
"""Columns of mentions that are no part of the value: each has its own line, hashes of names have none."""


def find_values(db: Database, target: str) -> tuple[tuple[str, str], ...]:
    """Give (table, id) of the value that an id, or the beginning of one, names.

    A claim or a check stands for all its figures, a link for the mention that it starts from. Raise `MisuseError`
    where nothing fits, or several values do.
    """
    if target[:2] == "c-":
        claim = _find_one(db, "claims", target)
        return _figures(db, "claim_mentions WHERE claim_id = ? ORDER BY figure_id", claim)
    if target[:3] == "ks-":
        check = _find_one(db, "checks", target)
        return _figures(db, "check_figures WHERE check_id = ? ORDER BY n", check)
    if target[:3] == "lk-":
        link = _find_one(db, "mention_links", target)
        sql = "SELECT from_id FROM mention_links WHERE id = ?"
        target = str(db.execute(sql, [link]).fetchone()[0])
    table = TABLES.get(target[:3])
    if table is None:
        said = ", ".join(f"{prefix} ({TABLE_WORDS[name]})" for prefix, name in TABLES.items())
        raise MisuseError(
            f"{target}: no id of a value",
            f"values begin with {said}, c- (claim), ks- (check) or lk- (link)",
            "thidua show ID --json lists those of an article",
        )
    return ((table, _find_one(db, table, target)),)


def _find_one(db: Database, table: str, target: str) -> str:
    rows = db.execute(
        f"SELECT id FROM {table} WHERE id = ? OR (id >= ? AND id < ?) ORDER BY id = ? DESC LIMIT 2",
        [target, target, target + "g", target],
    ).fetchall()
    if not rows or (len(rows) > 1 and rows[0][0] != target):
        raise MisuseError(f"{target}: {'several values fit' if rows else 'no value with this id'}")
    return str(rows[0][0])


def _figures(db: Database, members: str, owner: str) -> tuple[tuple[str, str], ...]:
    rows = db.execute(f"SELECT figure_id FROM {members}", [owner]).fetchall()
    if not rows:
        raise MisuseError(f"{owner}: no figure speaks for it any more")
    return tuple(("figures", row[0]) for row in rows)


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
    claims = _claims(db, value_id)
    return Certificate(
        id=value_id,
        layer=table,
        fields={name: row[name] for name in row if name not in SHARED},
        mention=_place(text, row["start"], row["end"]),
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
        claims=tuple(one.id for one in claims),
        claim_steps=claims,
        links=_links(db, row, text),
        former=_former(db, value_id),
        reviews=_reviews(db, value_id),
        checks=_check(db, row, article, archive),
    )


def _one(db: Database, sql: str, value: str) -> Row:
    return next(iter(db.query(sql, [value])))


def _place(text: str, start: int, end: int) -> Place:
    return Place(start=start, end=end, text=text[start:end])


def _claims(db: Database, value_id: str) -> tuple[ClaimStep, ...]:
    sql = """SELECT c.* FROM claims c JOIN claim_mentions m ON m.claim_id = c.id
        WHERE m.figure_id = ? ORDER BY c.id"""
    counted = """SELECT count(*), count(DISTINCT a.source_slug) FROM claim_mentions m
        JOIN figures f ON f.id = m.figure_id JOIN articles a ON a.id = f.article_id WHERE m.claim_id = ?"""
    found = []
    for row in db.query(sql, [value_id]):
        figures, sources = db.execute(counted, [row["id"]]).fetchone()
        found.append(
            ClaimStep(
                id=row["id"],
                fields={name: row[name] for name in row if name not in ("id", "contradicts_id")},
                figures=figures,
                sources=sources,
                contradicts=row["contradicts_id"],
            )
        )
    return tuple(found)


def _links(db: Database, row: Row, text: str) -> tuple[LinkStep, ...]:
    """Give the standing links from and to a mention, the speaker of a quotation among them."""
    sql = """SELECT * FROM mention_links WHERE article_id = ? AND (from_id = ? OR to_id = ?)
        AND ended_run IS NULL ORDER BY from_id <> ?, relation, id"""
    ends = [row["article_id"], row["id"], row["id"], row["id"]]
    links = list(db.query(sql, ends))
    said = """SELECT id, 'speaker' AS relation, id AS from_id, person_id AS to_id, rule, score
        FROM quotation_mentions WHERE article_id = ? AND (id = ? OR person_id = ?)
        AND person_id IS NOT NULL AND ended_run IS NULL ORDER BY id"""
    links += db.query(said, ends[:3])
    found = []
    for link in links:
        outward = link["from_id"] == row["id"]
        other = str(link["to_id"] if outward else link["from_id"])
        place = db.execute(
            f'SELECT "start", "end" FROM {TABLES[other[:3]]} WHERE id = ?', [other]
        ).fetchone()
        found.append(
            LinkStep(
                id=str(link["id"]),
                relation=str(link["relation"]),
                outward=outward,
                other=other,
                words=text[place[0] : place[1]],
                rule=str(link["rule"]),
                score=float(link["score"]),
            )
        )
    return tuple(found)


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
    words = text[int(row["start"]) : int(row["end"])]
    if "text" in row:
        at_place = ("the text has the words at this place", words == row["text"])
    elif "name_hash" in row:
        hashed = hash_written(words, load_names_key(db))
        at_place = ("the words at this place have the stated hash", hashed == row["name_hash"])
    else:
        at_place = ("the place lies in the text", len(words) == row["end"] - row["start"])
    return (
        at_place,
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
