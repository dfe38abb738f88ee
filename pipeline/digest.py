"""Make the digest, keep it small, and remember that it was sent."""

import email
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.message import Message
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from corpus.digest.data import render_json
from corpus.digest.mail import make_message, render_html
from corpus.digest.plain import render_plain
from corpus.digest.records import Digest
from corpus.site.numbers import render_day
from corpus.site.quotes import Names
from corpus.site.records import Topic
from pipeline.dates import HANOI, now, render_utc
from pipeline.dates import render_day as day_of
from pipeline.digest_marks import read_mark, save_mark
from pipeline.errors import MisuseError
from pipeline.lock import hold_lock
from pipeline.private_people import require_layers
from pipeline.site_claims import read_claims
from pipeline.site_data import group_new, last_day, make_period, read_new_ids
from pipeline.site_health import read_health
from pipeline.site_items import ItemReader
from pipeline.stamp import render_stamp
from pipeline.store import open_store
from pipeline.topic_hits import find_hits, read_topics

MAX_BYTES = 100_000
"""Gmail cuts a mail at 102 KB; the whole mail stays below."""
MAX_LISTED = 200
Form = Literal["text", "html", "eml", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestOptions:
    """What a digest is to tell."""

    since: str = "last"
    """"last" for the last one that was sent, "yesterday", or an ISO day."""
    topic: str | None = None
    """Id of a topic. None for everything."""
    names: Names = "drop"
    """What becomes of private persons' names."""
    provinces: Literal["today", "as_written"] = "today"
    """Which names of provinces are shown."""
    title: str = "Bản tin thi đua"
    """What it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A digest and the runs it tells of."""

    digest: Digest
    """The digest."""
    since_run: int
    """The run before the first it tells of."""
    until_run: int
    """The last run it tells of."""


def make_digest(db: Path, options: DigestOptions) -> Made:
    """Read what is new."""
    today = day_of(now())
    with open_store(db, read_only=True) as store:
        period = make_period(None, None, last=last_day(store.db) or today)
        require_layers(store.db, since=period.since)
        topic = _name_topic(store.db, options.topic) if options.topic else None
        ids, since = _new(store.db, options, today)
        reader = ItemReader(store.db, names=options.names)
        listed = reader.items(ids[:MAX_LISTED], facts=0)
        if options.provinces == "as_written":
            listed = tuple(replace(one, province_today=one.province_written) for one in listed)
        health = read_health(store.db, today=today)
        claims = read_claims(store.db, reader, ids[:MAX_LISTED], limit=5)
        until = store.db.execute(
            "SELECT coalesce(max(id), 0) FROM runs WHERE finished_at IS NOT NULL"
        )
        digest = Digest(
            title=options.title,
            topic=topic,
            day=today,
            since=since,
            count=len(ids),
            groups=group_new(listed),
            clashes=tuple(claim for claim in claims if claim.against),
            health=health,
            answered=sum(one.status == "tốt" for one in health),
            alerts=tuple(
                Topic(
                    id=t.id, name=t.name, query=t.query, feed=t.feed, count=t.count, alert=t.alert
                )
                for t in read_topics(store.db, period)
                if t.alert and options.topic in (None, t.id)
            ),
            stamp=render_stamp(store.db),
        )
        return Made(
            digest=digest,
            since_run=read_mark(store.db, options.topic).until_run,
            until_run=int(until.fetchone()[0]),
        )


def render_digest(made: Made, form: Form, *, sender: str, to: tuple[str, ...]) -> bytes:
    """Give the digest in a form, below `MAX_BYTES`; what finds no room is counted in its last line."""
    if form == "eml":
        return fit(made.digest, lambda d: message_of(made, d, sender=sender, to=to).as_bytes())
    render: Callable[[Digest], str] = {
        "text": render_plain,
        "html": render_html,
        "json": render_json,
    }[form]
    return fit(made.digest, lambda digest: render(digest).encode())


def message_of(made: Made, digest: Digest, *, sender: str, to: tuple[str, ...]) -> Message:
    """Give the mail of a digest."""
    words = f"{digest.day} {made.until_run} {digest.count} {digest.topic or ''}"
    key = hashlib.sha256(words.encode()).hexdigest()[:24]
    return make_message(digest, sender=sender, to=to, at=now().astimezone(HANOI), key=key)


def parse_message(content: bytes) -> Message:
    """Give the mail of rendered bytes, so that what was measured is what is sent."""
    return email.message_from_bytes(content)


def fit(digest: Digest, render: Callable[[Digest], bytes]) -> bytes:
    """Render with as many articles as leave the result below `MAX_BYTES`."""
    content = render(digest)
    while len(content) >= MAX_BYTES and digest.listed:
        room = digest.listed * MAX_BYTES // len(content)
        digest = shorten(digest, min(room, digest.listed - 1))
        content = render(digest)
    if len(content) >= MAX_BYTES:
        content = render(replace(digest, clashes=(), alerts=digest.alerts[:5]))
    return content


def shorten(digest: Digest, count: int) -> Digest:
    """List only the first articles, at least one of each group as long as there is room."""
    groups, left = [], count
    for n, (ref, items) in enumerate(digest.groups):
        rest = len(digest.groups) - n - 1
        kept = items[: max(left - rest, min(left, 1))]
        left -= len(kept)
        if kept:
            groups.append((ref, kept))
    return replace(digest, groups=tuple(groups))


def mark_as_sent(db: Path, made: Made, content: bytes, *, topic: str | None) -> str:
    """Open the database for writing under its lock and remember the digest; give its id."""
    with hold_lock(db), open_store(db) as store, store.transaction() as opened:
        return save_mark(
            opened, content, topic=topic, since_run=made.since_run, until_run=made.until_run
        )


def _name_topic(db: Database, topic: str) -> str:
    row = db.execute("SELECT name FROM topics WHERE id = ?", [topic]).fetchone()
    if row is None:
        raise MisuseError(f"{topic}: no such topic", "", "thidua topics list")
    return str(row[0])


def _new(db: Database, options: DigestOptions, today: str) -> tuple[list[str], str]:
    """Give the new articles, newest first, and since when in words."""
    if options.since == "last":
        ids = read_new_ids(db, topic=options.topic)
        sent = read_mark(db, options.topic).sent_at
        when = (
            f"từ bản tin trước ({datetime.fromisoformat(sent).astimezone(HANOI):%H:%M %d/%m/%Y})"
            if sent
            else "từ khi bắt đầu theo dõi"
        )
    else:
        try:
            day = (
                date.fromisoformat(today) - timedelta(days=1)
                if options.since == "yesterday"
                else date.fromisoformat(options.since)
            )
        except ValueError as err:
            raise MisuseError(
                f"{options.since}: no day", "", "write last, yesterday or 2025-11-19"
            ) from err
        start = datetime(day.year, day.month, day.day, tzinfo=HANOI)
        rows = db.execute(
            """SELECT a.id FROM articles a JOIN runs r ON r.id = a.first_seen_run
               WHERE a.is_current = 1 AND r.started_at >= ?
               ORDER BY a.published_on DESC, a.published_at DESC, a.id""",
            [render_utc(start)],
        )
        ids = [row[0] for row in rows]
        when = f"từ {render_day(day.isoformat())}"
    if options.topic is not None:
        row = db.execute(
            "SELECT query, alias_set FROM topics WHERE id = ?", [options.topic]
        ).fetchone()
        caught = {one for one, _ in find_hits(db, row[0], row[1], "0000", "9999")}
        ids = [one for one in ids if one in caught]
    return ids, when
