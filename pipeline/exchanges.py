"""Fetch so that nothing is lost: every answer goes to the archive first, then its place into the store.

A run that was killed goes on with what it had: listings it fetched are read again from the archive, so that
a kill costs at most the one request that was on its way.
"""

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from pipeline.ids import hash_bytes
from pipeline.inserting import insert_rows
from pipeline.rows import Row
from pipeline.store import Store
from scrapers.archive import ArchiveWriter, read_record
from scrapers.clock import Clock
from scrapers.errors import ArchiveError
from scrapers.exchange import Exchange
from scrapers.fetch import Fetcher
from scrapers.record_ref import RecordKind, RecordRef
from scrapers.robots import RobotsFile, RobotsState

REPLAY_HOURS = 12
"""How long an interrupted run may be taken up; after that its listings are fetched anew."""


class ExchangeKeeper:
    """Puts every answer into the archive; knows the place of the last one of this thread."""

    def __init__(self, writer: ArchiveWriter, store: Store) -> None:
        self._writer = writer
        self._store = store
        self._local = threading.local()

    def keep(self, exchange: Exchange) -> None:
        """Write an answer to the archive; it is on the disk when this returns."""
        earlier = find_full_record(self._store, exchange.url)
        ref = self._writer.write(exchange, earlier=earlier)
        self._local.last = (exchange, ref)

    def place_of(self, exchange: Exchange) -> RecordRef:
        """Give the place of an answer that this thread just kept."""
        kept, ref = self._local.last
        if kept.final_url != exchange.final_url:
            raise ValueError(f"{exchange.final_url} is not the answer kept last, {kept.final_url}")
        return ref  # type: ignore[no-any-return]  # threading.local holds anything


class KeptFetcher:
    """The fetcher of one source in one run, as discovery sees it."""

    def __init__(
        self,
        fetcher: Fetcher,
        keeper: ExchangeKeeper,
        store: Store,
        *,
        slug: str,
        run_id: int,
        resume_from: int | None,
        archive: Path,
        full_fetch_days: int,
        clock: Clock,
    ) -> None:
        self._fetcher = fetcher
        self._keeper = keeper
        self._store = store
        self._slug = slug
        self._run_id = run_id
        self._resume_from = resume_from
        self._archive = archive
        self._full_fetch = timedelta(days=full_fetch_days)
        self._clock = clock
        self.requests = 0
        self.bytes = 0

    def fetch(
        self,
        url: str,
        *,
        delay_s: float = 5.0,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> Exchange:
        """Give a feed, sitemap or listing: from the archive where an interrupted run has it, else fetched."""
        replayed = self._replay(url)
        if replayed is not None:
            return replayed
        exchange = self._ask(url, delay_s=delay_s, etag=etag, last_modified=last_modified)
        ref = self._keeper.place_of(exchange)
        if not exchange.not_modified and ref.kind is RecordKind.RESPONSE:
            with self._store.transaction() as db:
                insert_rows(db, "records", [self.record_row(exchange, ref, purpose="listing")])
        return exchange

    def fetch_article(self, url: str, *, delay_s: float) -> tuple[Exchange, Row]:
        """Fetch an article page; give the answer and the row of its record, not yet stored."""
        exchange = self._ask(url, delay_s=delay_s, etag=None, last_modified=None)
        ref = self._keeper.place_of(exchange)
        return exchange, self.record_row(exchange, ref, purpose="article")

    def validators(self, url: str) -> tuple[str | None, str | None]:
        """Give ETag and Last-Modified of the last answer of a listing; none where a whole answer is due.

        A server may say 304 although the listing changed, so that after some days it is asked for whole.
        """
        oldest = (self._clock.now() - self._full_fetch).isoformat()
        with self._store.reading() as db:
            rows = db.query(
                "SELECT etag, last_modified FROM records WHERE asked_url = ? AND purpose = 'listing' "
                "AND fetched_at >= ? ORDER BY fetched_at DESC LIMIT 1",
                [url, oldest],
            )
            row = next(iter(rows), None)
        return (row["etag"], row["last_modified"]) if row else (None, None)

    def record_row(self, exchange: Exchange, ref: RecordRef, *, purpose: str) -> Row:
        """Give the row of a record."""
        return {
            "record_id": ref.record_id,
            "file": ref.file,
            "file_id": ref.file_id,
            "offset": ref.offset,
            "length": ref.length,
            "sha256": ref.sha256,
            "request_length": ref.request_length,
            "request_sha256": ref.request_sha256,
            "kind": str(ref.kind),
            "url": ref.url,
            "fetched_at": ref.fetched_at.isoformat(),
            "payload_digest": ref.payload_digest,
            "refers_to": ref.refers_to,
            "asked_url": exchange.url,
            "purpose": purpose,
            "http_status": exchange.status,
            "body_sha256": hash_bytes(exchange.body),
            "etag": exchange.etag,
            "last_modified": exchange.last_modified,
            "source_slug": self._slug,
            "run_id": self._run_id,
        }

    def _ask(
        self, url: str, *, delay_s: float, etag: str | None, last_modified: str | None
    ) -> Exchange:
        try:
            exchange = self._fetcher.fetch(
                url, delay_s=delay_s, etag=etag, last_modified=last_modified
            )
        finally:
            self.requests += 1
            save_robots(self._store, self._fetcher.robots_files())
        self.bytes += len(exchange.wire_body)
        return exchange

    def _replay(self, url: str) -> Exchange | None:
        if self._resume_from is None:
            return None
        oldest = (self._clock.now() - timedelta(hours=REPLAY_HOURS)).isoformat()
        with self._store.reading() as db:
            rows = list(
                db.query(
                    "SELECT * FROM records WHERE asked_url = ? AND purpose = 'listing' AND kind = 'response' "
                    "AND run_id >= ? AND fetched_at >= ? ORDER BY fetched_at DESC LIMIT 1",
                    [url, self._resume_from, oldest],
                )
            )
        if not rows:
            return None
        try:
            exchange = read_record(self._archive, ref_of_row(rows[0]))
        except ArchiveError:
            return None
        return replace(exchange, url=url)


def find_full_record(store: Store, asked_url: str) -> RecordRef | None:
    """Give the last record of an address that holds a body."""
    with store.reading() as db:
        rows = list(
            db.query(
                "SELECT * FROM records WHERE asked_url = ? AND kind = 'response' "
                "ORDER BY fetched_at DESC LIMIT 1",
                [asked_url],
            )
        )
    return ref_of_row(rows[0]) if rows else None


def ref_of_row(row: Row) -> RecordRef:
    """Give the place that a row of `records` describes."""
    return RecordRef(
        file=str(row["file"]),
        file_id=str(row["file_id"]),
        offset=int(row["offset"] or 0),
        length=int(row["length"] or 0),
        sha256=str(row["sha256"]),
        request_length=int(row["request_length"] or 0),
        request_sha256=str(row["request_sha256"]),
        record_id=str(row["record_id"]),
        kind=RecordKind(str(row["kind"])),
        url=str(row["url"]),
        fetched_at=datetime.fromisoformat(str(row["fetched_at"])),
        payload_digest=str(row["payload_digest"]),
        refers_to=str(row["refers_to"]) if row["refers_to"] else None,
    )


def load_robots(store: Store) -> tuple[RobotsFile, ...]:
    """Give every robots.txt of earlier runs; the fetcher judges whether it is still fresh."""
    return tuple(
        RobotsFile(
            origin=row["origin"],
            state=RobotsState(row["state"]),
            text=row["text"],
            fetched_at=datetime.fromisoformat(row["fetched_at"]),
            reason=row["reason"],
        )
        for row in store.db.query("SELECT * FROM robots")
    )


def save_robots(store: Store, files: tuple[RobotsFile, ...]) -> None:
    """Store each robots.txt that is new or newer; an unreachable one is asked for again next time."""
    with store.reading() as db:
        known = {row["origin"]: row["fetched_at"] for row in db.query("SELECT * FROM robots")}
    rows = [
        {
            "origin": file.origin,
            "state": str(file.state),
            "text": file.text,
            "fetched_at": file.fetched_at.isoformat(),
            "reason": file.reason,
        }
        for file in files
        if file.state is not RobotsState.UNREACHABLE
        and known.get(file.origin) != file.fetched_at.isoformat()
    ]
    if rows:
        with store.transaction() as db:
            db.table("robots").upsert_all(rows, pk="origin")
