"""After a run: put articles that are nearly the same into one cluster; none is deleted."""

from datetime import date, timedelta

from sqlite_utils import Database

from corpus.near_duplicates import Text, group_reprints
from pipeline.ids import make_id
from pipeline.store import Store

KEY = "clustered_up_to_run"
WINDOW = timedelta(days=10)


def save_reprints(store: Store, run_id: int) -> int:
    """Cluster the articles that came since the last call with those of nearby days; give the number of groups.

    A run that was killed did not get here: its articles are taken with those of the next one. The id of a cluster is
    that of its earliest article, so it does not depend on which run found the group.
    """
    with store.transaction() as db:
        rows = list(db.query("SELECT value FROM _meta WHERE key = ?", [KEY]))
        done = int(str(rows[0]["value"])) if rows else 0
        count = "SELECT count(*) FROM articles WHERE is_current = 1 AND first_seen_run > ?"
        if not db.execute(count, [done]).fetchone()[0]:
            return 0
        groups = group_reprints(_texts_near(db, done))
        for group in groups:
            _save_group(db, group)
        db.table("_meta").upsert({"key": KEY, "value": str(run_id)}, pk="key")
    return len(groups)


def _texts_near(db: Database, done: int) -> list[Text]:
    """Give the current articles of the days around those that came after a run; undated ones that came then."""
    new = "is_current = 1 AND first_seen_run > ?"
    bounds = (
        f"SELECT min(published_on) AS first, max(published_on) AS last FROM articles WHERE {new}"
    )
    (days,) = db.query(bounds, [done])
    first, last = _widened(days["first"], -1), _widened(days["last"], 1)
    sql = (
        "SELECT id, text FROM articles WHERE is_current = 1 "
        f"AND (published_on BETWEEN ? AND ? OR (published_on IS NULL AND {new})) ORDER BY id"
    )
    return [Text(id=row["id"], text=row["text"]) for row in db.query(sql, [first, last, done])]


def _widened(day: object, sign: int) -> str | None:
    try:
        return (date.fromisoformat(str(day)) + sign * WINDOW).isoformat() if day else None
    except (ValueError, OverflowError):
        return str(day)


def _save_group(db: Database, group: tuple[str, ...]) -> None:
    marks = ", ".join("?" * len(group))
    sql = f"SELECT id FROM articles WHERE id IN ({marks}) ORDER BY coalesce(published_at, published_on, '9'), id LIMIT 1"
    (first,) = db.query(sql, list(group))
    cluster = make_id("nhom", str(first["id"]))
    db.execute("INSERT OR IGNORE INTO clusters (id, kind) VALUES (?, 'reprint')", [cluster])
    db.execute(f"UPDATE articles SET cluster_id = ? WHERE id IN ({marks})", [cluster, *group])
