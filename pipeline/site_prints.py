"""A print of every current article: a number that changes when anything its pages show changes."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date

from sqlite_utils import Database

from pipeline.site_rows import TODAY

BITS = 44
"""A hundred thousand numbers of 44 bits sum without overflow."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_TABLE = """
DROP TABLE IF EXISTS temp.prints;
CREATE TEMP TABLE prints (article_id TEXT PRIMARY KEY, print INTEGER NOT NULL, week TEXT, month TEXT,
  written_id TEXT, today_id TEXT) WITHOUT ROWID;
"""
_REVIEWED = ("campaign_mentions", "figures", "awards")
_FACTS = """(SELECT count(*) || ',' || coalesce(max(m.run_id), 0) || ',' || coalesce(sum(m.ended_run), 0)
  FROM {table} m WHERE m.article_id = a.id)"""


def make_prints(db: Database) -> int:
    """Fill the temporary table `prints` for all current articles; give how many there are."""
    db.conn.executescript(_TABLE)
    reviews = _reviews(db)
    with db.conn:
        db.conn.executemany("INSERT INTO prints VALUES (?, ?, ?, ?, ?, ?)", _rows(db, reviews))
        for column in ("week", "month", "written_id", "today_id"):
            db.conn.execute(f"CREATE INDEX temp.prints_{column} ON prints ({column})")
    return int(db.execute("SELECT count(*) FROM prints").fetchone()[0])


def make_print(*values: object) -> int:
    """Give the number of some values."""
    digest = hashlib.sha256("\x1f".join(map(str, values)).encode()).digest()
    return int.from_bytes(digest[:8], "big") >> (64 - BITS)


def iso_week(day: str | None) -> str | None:
    """Give `2025-W47` of an ISO day. None for a partial date and for none."""
    if day is None or not _DAY.fullmatch(day):
        return None
    iso = date.fromisoformat(day).isocalendar()
    return f"{iso.year}-W{iso.week:02d}"


def _rows(
    db: Database, reviews: dict[str, str]
) -> Iterator[tuple[str, int, str | None, str | None, str | None, str | None]]:
    facts = ", ".join(
        _FACTS.format(table=table)
        for table in (*_REVIEWED, "organization_mentions", "person_mentions")
    )
    cursor = db.conn.execute(
        f"""SELECT a.id, a.published_on, a.published_at, a.province_id, {TODAY}, s.name, {facts}
            FROM articles a JOIN sources s ON s.slug = a.source_slug WHERE a.is_current = 1"""
    )
    for row in cursor:
        yield (
            row[0],
            make_print(*row, reviews.get(row[0], "")),
            iso_week(row[1]),
            row[1][:7] if row[1] and _MONTH.match(row[1]) else None,
            row[3],
            row[4],
        )


def _reviews(db: Database) -> dict[str, str]:
    found: dict[str, str] = {}
    for table in _REVIEWED:
        for article, review in db.execute(
            f"SELECT m.article_id, r.id FROM reviews r JOIN {table} m ON m.id = r.target_id ORDER BY r.id"
        ):
            found[article] = found.get(article, "") + review
    return found
