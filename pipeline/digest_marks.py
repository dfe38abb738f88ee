"""Marks of digests that were sent: up to which run everything was told, and each topic by itself."""

import hashlib
from dataclasses import dataclass

from sqlite_utils import Database

from pipeline.dates import now, render_utc

LAST_RUN = "(SELECT coalesce(max(until_run), 0) FROM digests WHERE sent_at IS NOT NULL AND topic_id IS NULL)"
"""The last run that a digest of everything told of; 0 where none was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How far a digest went."""

    until_run: int = 0
    """The last run it told of; 0 where none was sent."""
    sent_at: str | None = None
    """When it was sent. None where none was."""


def read_mark(db: Database, topic: str | None = None) -> Mark:
    """Give the last mark of a topic, or of everything; a topic that has none goes on from that of everything."""
    for key in (topic, None):
        row = db.execute(
            """SELECT max(until_run), max(sent_at) FROM digests
               WHERE sent_at IS NOT NULL AND topic_id IS ?""",
            [key],
        ).fetchone()
        if row[1] is not None:
            return Mark(until_run=int(row[0] or 0), sent_at=row[1])
    return Mark()


def save_mark(
    db: Database, content: bytes, *, topic: str | None, since_run: int, until_run: int
) -> str:
    """Remember, inside the caller's transaction, that a digest was sent; give its id.

    The next one, of this topic or of everything, begins behind it.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    at = render_utc(now())
    words = f"{at} {until_run} {sha256}" + (f" {topic}" if topic else "")
    digest_id = f"bt-{hashlib.sha256(words.encode()).hexdigest()[:16]}"
    db.execute(
        """INSERT INTO digests (id, topic_id, since_run, until_run, sent_at, sha256)
           VALUES (?, ?, ?, ?, ?, ?)""",
        [digest_id, topic, since_run or None, until_run or None, at, sha256],
    )
    return digest_id
