"""What is known of each address: stored, left out, failed and when to be tried again."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from sqlite_utils import Database

from pipeline.dates import render_utc
from pipeline.ledger import Outcome
from pipeline.store import Store

RETRY_AFTER = (timedelta(hours=1), timedelta(days=1), timedelta(days=7))
"""When a failed page is tried again, after the first, second and third failure; then it is given up."""
DONE = ("stored", "duplicate", "filtered", "gone")
KNOWN_OUTCOMES: dict[str, Outcome] = {
    "stored": "unchanged",
    "gone": "unchanged",
    "duplicate": "duplicate",
    "filtered": "filtered",
}
"""State of a known address to its outcome in the ledger of a run that does not fetch it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An address to fetch again."""

    id: int
    """Its number."""
    url: str
    """The address."""
    canonical: str
    """Its canonical form."""


Only = Literal["missing", "failed", "all"]
"""What a backfill asks for: pages never fetched, pages that failed, or every page again."""


class Frontier:
    """The addresses of one source in one run."""

    def __init__(
        self, store: Store, *, slug: str, run_id: int, now: datetime, only: Only | None = None
    ) -> None:
        self._only = only
        self._store = store
        self._slug = slug
        self._run_id = run_id
        self._now = render_utc(now)

    def is_known(self, canonical: str) -> bool:
        """Say whether an address needs no fetch now: done with, or failed and not yet due."""
        with self._store.reading() as db:
            row = db.execute(
                "SELECT state, next_try_at FROM urls WHERE canonical = ?", [canonical]
            ).fetchone()
        if row is None or row[0] == "discovered":
            return False
        if self._only == "all":
            return bool(row[0] == "filtered")
        if self._only == "missing":
            return True
        return row[0] in DONE or row[1] is None or row[1] > self._now

    def published(self, canonical: str) -> date | None:
        """Give the day of the stored article at an address; None where none is stored or dated."""
        with self._store.reading() as db:
            row = db.execute(
                "SELECT a.published_on FROM articles a JOIN urls u ON u.id = a.url_id "
                "WHERE u.canonical = ? AND a.is_current = 1",
                [canonical],
            ).fetchone()
        return date.fromisoformat(row[0]) if row and row[0] and len(row[0]) == 10 else None

    def due(self) -> tuple[Due, ...]:
        """Give the addresses of the source that were found but never fetched, or are to be tried again."""
        with self._store.reading() as db:
            rows = db.query(
                "SELECT id, url, canonical FROM urls WHERE source_slug = ? AND (state = 'discovered' "
                "AND reason IS NULL OR state = 'failed' AND (next_try_at <= ? OR ?)) ORDER BY id",
                [self._slug, self._now, self._only == "failed"],
            )
            return tuple(
                Due(id=row["id"], url=row["url"], canonical=row["canonical"]) for row in rows
            )

    def outcome_of_known(self, canonical: str) -> tuple[int, Outcome, str]:
        """Give number, outcome and reason of a known address for the ledger."""
        with self._store.reading() as db:
            row = db.execute(
                "SELECT id, state, coalesce(reason, '') FROM urls WHERE canonical = ?", [canonical]
            ).fetchone()
        number, state, reason = row
        if state == "failed":
            return number, "pending", f"not tried again yet: {reason}"
        return number, KNOWN_OUTCOMES[state], reason or "known"

    def note(
        self, url: str, canonical: str, *, found_in: str | None, reason: str | None = None
    ) -> int:
        """Make sure that an address has its row, and give its number."""
        with self._store.reading() as db:
            row = db.execute("SELECT id FROM urls WHERE canonical = ?", [canonical]).fetchone()
        if row:
            return int(row[0])
        with self._store.transaction() as db:
            return insert_url(
                db,
                url,
                canonical,
                slug=self._slug,
                state="discovered",
                reason=reason,
                found_in=found_in,
                run_id=self._run_id,
            )


def insert_url(
    db: Database,
    url: str,
    canonical: str,
    *,
    slug: str,
    state: str,
    reason: str | None,
    found_in: str | None,
    run_id: int | None,
) -> int:
    """Add the row of an address and give its number."""
    cursor = db.execute(
        "INSERT INTO urls (url, canonical, source_slug, state, reason, attempts, found_in, "
        "first_seen_run, last_seen_run) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)",
        [url, canonical, slug, state, reason, found_in, run_id, run_id],
    )
    if cursor.lastrowid is None:
        raise ValueError(f"SQLite gave no row id for {url}")
    return cursor.lastrowid


def settle_url(
    db: Database, url_id: int, *, state: str, reason: str | None, run_id: int, now: datetime
) -> None:
    """Write what became of an address; a failed one gets the time of its next try."""
    attempts = db.execute("SELECT attempts FROM urls WHERE id = ?", [url_id]).fetchone()[0]
    next_try = None
    if state == "failed" and attempts < len(RETRY_AFTER):
        next_try = render_utc(now.astimezone(UTC) + RETRY_AFTER[attempts])
    db.execute(
        "UPDATE urls SET state = ?, reason = ?, attempts = attempts + 1, next_try_at = ?, "
        "last_seen_run = ? WHERE id = ?",
        [state, reason, next_try, run_id, url_id],
    )
