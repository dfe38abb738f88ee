"""Take an article down: everything of it goes, a tombstone stays, and it is never fetched again."""

from dataclasses import dataclass

from sqlite_utils import Database

from pipeline.dates import now, render_day
from pipeline.layer_rows import ENTITY_TABLES, LAYER_TABLES
from pipeline.rows import MENTION_TABLES
from pipeline.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What went, or would go."""

    articles: tuple[str, ...]
    """Ids of all versions."""
    mentions: int
    """Campaigns, figures and awards."""
    records: tuple[str, ...]
    """Places in the archive that still hold the pages: file and byte."""


def forget(store: Store, article_id: str, *, reason: str, dry_run: bool) -> Forgotten:
    """Remove all versions of an article and leave a tombstone for each."""
    db = store.db
    url_id = db.execute("SELECT url_id FROM articles WHERE id = ?", [article_id]).fetchone()[0]
    versions = [
        row[0]
        for row in db.execute(
            "SELECT id FROM articles WHERE id = ? OR url_id = ? ORDER BY version DESC",
            [article_id, url_id],
        ).fetchall()
    ]
    marks = ", ".join("?" for _ in versions)
    mentions = sum(
        db.execute(
            f"SELECT count(*) FROM {table} WHERE article_id IN ({marks})", versions
        ).fetchone()[0]
        for table in MENTION_TABLES
    )
    records = db.execute(
        f"SELECT DISTINCT r.file, r.offset FROM records r JOIN pages p ON p.record_id = r.record_id "
        f"JOIN articles a ON a.page_sha256 = p.sha256 WHERE a.id IN ({marks})",
        versions,
    ).fetchall()
    if not dry_run:
        with store.transaction():
            for version in versions:
                _remove(db, version, reason)
            if url_id is not None:
                db.execute(
                    "UPDATE urls SET state = 'filtered', reason = 'tombstone', gone_at = NULL WHERE id = ?",
                    [url_id],
                )
    return Forgotten(
        articles=tuple(versions),
        mentions=mentions,
        records=tuple(f"{file} at byte {offset}" for file, offset in records),
    )


def _remove(db: Database, article_id: str, reason: str) -> None:
    page = db.execute("SELECT page_sha256 FROM articles WHERE id = ?", [article_id]).fetchone()[0]
    for table in (*MENTION_TABLES, *LAYER_TABLES):
        inner = f"SELECT id FROM {table} WHERE article_id = ?"
        db.execute(f"DELETE FROM reviews WHERE target_id IN ({inner})", [article_id])
        db.execute(f"DELETE FROM mention_versions WHERE target_id IN ({inner})", [article_id])
    db.execute("DELETE FROM reviews WHERE target_id = ?", [article_id])
    db.execute("DELETE FROM mention_versions WHERE target_id = ?", [article_id])
    figures = "SELECT id FROM figures WHERE article_id = ?"
    db.execute(f"DELETE FROM claim_mentions WHERE figure_id IN ({figures})", [article_id])
    awards = "SELECT id FROM awards WHERE article_id = ?"
    db.execute(f"DELETE FROM award_recipients WHERE award_id IN ({awards})", [article_id])
    checks = "SELECT id FROM checks WHERE article_id = ?"
    db.execute(f"DELETE FROM check_figures WHERE check_id IN ({checks})", [article_id])
    for table in (
        *("mention_links", "checks", "article_facts", *MENTION_TABLES, *reversed(ENTITY_TABLES)),
        *("article_search", "topic_hits", "release_members"),
    ):
        db.execute(f"DELETE FROM {table} WHERE article_id = ?", [article_id])
    db.execute("UPDATE claims SET first_article_id = NULL WHERE first_article_id = ?", [article_id])
    db.execute("UPDATE articles SET previous_id = NULL WHERE previous_id = ?", [article_id])
    db.execute("DELETE FROM articles WHERE id = ?", [article_id])
    used = db.execute("SELECT 1 FROM articles WHERE page_sha256 = ?", [page]).fetchone()
    if not used:
        db.execute("DELETE FROM page_bodies WHERE page_sha256 = ?", [page])
    db.execute(
        "INSERT OR REPLACE INTO tombstones (target_id, reason, requested_on) VALUES (?, ?, ?)",
        [article_id, reason, render_day(now())],
    )
