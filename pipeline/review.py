"""A person's verdicts: what to judge next, in and out as files, counts."""

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from pipeline.dates import now, render_utc
from pipeline.errors import InputError
from pipeline.ids import make_id
from pipeline.rows import Row
from pipeline.store import Store

PREFIX_TABLES = {"cd-": "campaign_mentions", "so-": "figures", "kt-": "awards"}
VERDICTS = ("right", "wrong", "edited")
JUDGED = {
    "campaign_mentions": ("campaign_id", "type"),
    "figures": ("value", "value_max", "of", "modifier", "kind", "unit"),
    "awards": ("form_id", "title", "rank", "level", "grantor", "status"),
}
"""Table to the fields that a verdict judges and an edit may set."""

CANDIDATES = 20
"""Mentions looked at for each one that is given."""

Item = dict[str, Any]  # Any: a JSON object with numbers, strings and an inner object


def queue(db: Database, *, limit: int) -> list[Item]:
    """Give unjudged mentions, those with most value at stake and most doubt first.

    Asked are the mentions with the lowest scores and the figures with the highest values, by their indexes:
    on a large store no other can come first.
    """
    items: list[tuple[float, Item]] = []
    for table in JUDGED:
        orders = ["score"] + (["value DESC"] if table == "figures" else [])
        found = {
            str(row["id"]): row for order in orders for row in _unjudged(db, table, order, limit)
        }
        for row in found.values():
            stake = math.log10(abs(float(row.get("value") or 0)) + 10)
            items.append(((1.001 - float(row["score"] or 0)) * stake, _item(table, row)))
    items.sort(key=lambda pair: (-pair[0], pair[1]["target_id"]))
    return [item for _, item in items[:limit]]


def export_reviews(db: Database) -> Iterator[Item]:
    """Give every verdict, oldest first."""
    for row in db.query("SELECT * FROM reviews ORDER BY at, id"):
        yield row | {
            name: json.loads(row[name]) if row[name] else None for name in ("value", "seen")
        }


def import_reviews(store: Store, lines: Iterable[str], *, reviewer: str | None) -> int:
    """Store verdicts, one JSON object a line, all or none; give how many were new."""
    rows = [
        _review_row(store.db, number, line, reviewer)
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]
    with store.transaction() as db:
        before = db.table("reviews").count
        db.table("reviews").insert_all(rows, pk="id", ignore=True)
        return db.table("reviews").count - before


def count_reviews(db: Database) -> dict[str, dict[str, int]]:
    """Give table to verdict to number, and how many mentions nobody judged."""
    counts: dict[str, dict[str, int]] = {}
    for table in JUDGED:
        judged = db.execute(
            f"""SELECT verdict, count(*) FROM (
                  SELECT r.verdict, row_number() OVER (PARTITION BY r.target_id ORDER BY r.at DESC, r.id DESC) AS back
                  FROM reviews r JOIN {table} m ON m.id = r.target_id WHERE m.ended_run IS NULL)
                WHERE back = 1 GROUP BY verdict"""
        ).fetchall()
        standing = db.execute(f"SELECT count(*) FROM {table} WHERE ended_run IS NULL").fetchone()[0]
        counts[table] = dict(judged)
        counts[table]["unjudged"] = standing - sum(number for _, number in judged)
    return counts


def _unjudged(db: Database, table: str, order: str, limit: int) -> Iterator[Row]:
    return db.query(
        f"""SELECT m.*, substr(a.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence
            FROM {table} m JOIN articles a ON a.id = m.article_id
            WHERE +m.ended_run IS NULL AND a.is_current = 1
            AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.target_id = m.id)
            ORDER BY m.{order} LIMIT ?""",
        [limit * CANDIDATES],
    )


def _item(table: str, row: Row) -> Item:
    return {
        "target_id": row["id"],
        "article_id": row["article_id"],
        "layer": table,
        "text": row["text"],
        "sentence": row["sentence"],
        "seen": {name: row[name] for name in JUDGED[table]},
        "score": row["score"],
    }


def _review_row(db: Database, number: int, line: str, reviewer: str | None) -> Row:
    try:
        item = json.loads(line)
    except ValueError as err:
        raise InputError(f"line {number}: {err}", "the line is no JSON") from err
    target = item.get("target_id") if isinstance(item, dict) else None
    table = PREFIX_TABLES.get(str(target)[:3])
    row = db.execute(f"SELECT * FROM {table} WHERE id = ?", [target]) if table else None
    if table is None or row is None or row.fetchone() is None:
        raise InputError(f"line {number}: {target}: no such mention", "", "thidua review next")
    if item.get("verdict") not in VERDICTS:
        raise InputError(f"line {number}: verdict {item.get('verdict')!r}", f"one of {VERDICTS}")
    value = item.get("value")
    if item["verdict"] == "edited" and not (
        isinstance(value, dict) and value and set(value) <= set(JUDGED[table])
    ):
        raise InputError(
            f"line {number}: an edited mention needs its right value",
            f"an object with keys of {', '.join(JUDGED[table])}",
        )
    who = item.get("reviewer") or reviewer
    if not who:
        raise InputError(f"line {number}: no reviewer", "", "add reviewer, or use --reviewer NAME")
    at = item.get("at") or render_utc(now())
    stored = next(iter(db.query(f"SELECT * FROM {table} WHERE id = ?", [target])))
    seen = item.get("seen") or {name: stored[name] for name in JUDGED[table]}
    return {
        "id": make_id("duyet", str(target), item["verdict"], _json(value) or "", str(who), str(at)),
        "target_id": str(target),
        "verdict": item["verdict"],
        "value": _json(value),
        "seen": _json(seen),
        "note": item.get("note"),
        "reviewer": str(who),
        "at": str(at),
    }


def _json(value: object) -> str | None:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value is not None else None
