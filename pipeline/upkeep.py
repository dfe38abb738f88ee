"""What keeps a store small: its size by part, pruning of old pages, vacuum."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from pipeline.dates import now, render_utc
from pipeline.store import Store, explain_failures

CITED = """
SELECT a.page_sha256 FROM articles a JOIN release_members m ON m.article_id = a.id
UNION SELECT a.page_sha256 FROM articles a JOIN figures f ON f.article_id = a.id
  JOIN reviews r ON r.target_id = f.id
UNION SELECT a.page_sha256 FROM articles a JOIN awards w ON w.article_id = a.id
  JOIN reviews r ON r.target_id = w.id
UNION SELECT a.page_sha256 FROM articles a JOIN campaign_mentions c ON c.article_id = a.id
  JOIN reviews r ON r.target_id = c.id
UNION SELECT a.page_sha256 FROM articles a JOIN reviews r ON r.target_id = a.id
UNION SELECT a.page_sha256 FROM articles a JOIN figures f ON f.article_id = a.id
  JOIN claim_mentions k ON k.figure_id = f.id JOIN claims c ON c.id = k.claim_id
  WHERE c.contradicts_id IS NOT NULL
  OR EXISTS (SELECT 1 FROM claim_mentions o WHERE o.claim_id = k.claim_id AND o.figure_id <> k.figure_id)
"""
"""Pages that a release, a review or a claim cites; a claim of one figure that nothing contradicts rests on its text alone."""


def measure(store: Store, archive: Path) -> Iterator[tuple[str, str, int]]:
    """Give (what, name, bytes): tables, months of the archive, the file as a whole."""
    if _has_dbstat(store):
        rows = store.db.execute(
            "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"
        )
        yield from (("table", name, size) for name, size in rows.fetchall())
    months: dict[str, int] = {}
    for path in archive.glob("*.warc.gz") if archive.is_dir() else ():
        month = datetime.fromtimestamp(path.stat().st_mtime, tz=now().tzinfo).strftime("%Y-%m")
        months[month] = months.get(month, 0) + path.stat().st_size
    yield from (("archive", month, size) for month, size in sorted(months.items()))
    yield "database", store.path.name, store.path.stat().st_size


def prune(store: Store, archive: Path, *, older: timedelta, dry_run: bool) -> tuple[int, int]:
    """Remove old page bytes that nothing cites; give the number of pages and of archive files.

    Text, mentions and the hash of a page stay. An archive file goes only when all its records may go.
    """
    limit = render_utc(now() - older)
    pages = [
        row[0]
        for row in store.db.execute(
            f"SELECT b.page_sha256 FROM page_bodies b JOIN pages p ON p.sha256 = b.page_sha256 "
            f"WHERE p.fetched_at < ? AND p.sha256 NOT IN ({CITED})",
            [limit],
        ).fetchall()
    ]
    files = [
        row[0]
        for row in store.db.execute(
            f"""SELECT r.file FROM records r LEFT JOIN pages p ON p.record_id = r.record_id
                WHERE r.pruned_at IS NULL GROUP BY r.file
                HAVING max(r.fetched_at) < ? AND sum(p.sha256 IN ({CITED})) IS NOT 1
                AND coalesce(sum(p.sha256 IN ({CITED})), 0) = 0
                AND NOT EXISTS (SELECT 1 FROM records l JOIN records o ON o.record_id = l.refers_to
                  WHERE o.file = r.file AND l.file <> r.file AND l.pruned_at IS NULL)""",
            [limit],
        ).fetchall()
    ]
    if not dry_run:
        with store.transaction() as db:
            db.conn.executemany(
                "DELETE FROM page_bodies WHERE page_sha256 = ?", [[p] for p in pages]
            )
            db.conn.executemany(
                "UPDATE records SET pruned_at = ? WHERE file = ?",
                [[render_utc(now()), name] for name in files],
            )
        for name in files:
            (archive / name).unlink(missing_ok=True)
    return len(pages), len(files)


def vacuum(store: Store) -> tuple[int, int]:
    """Rebuild the search index and the file; give its size before and after."""
    before = store.path.stat().st_size
    with explain_failures(store.path):
        with store.transaction() as db:
            db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
        store.db.execute("VACUUM")
        store.db.execute("PRAGMA optimize")
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return before, store.path.stat().st_size


def _has_dbstat(store: Store) -> bool:
    row = store.db.execute("SELECT sqlite_compileoption_used('ENABLE_DBSTAT_VTAB')").fetchone()
    return bool(row[0])
