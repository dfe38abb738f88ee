"""Feeds: the articles that an RSS or Atom feed names.

feedparser reads the text as decoded by us. A broken feed with entries counts; a web page in its place, an empty body
and a feed without entries do not.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax import SAXException

import feedparser

from scrapers.decode import decode_page
from scrapers.elements import clean_text
from scrapers.errors import FeedError, UnreadablePageError
from scrapers.feed_dates import parse_feed_date
from scrapers.gate import refuse_raw
from scrapers.urls import join_url

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WEB_PAGE = re.compile(
    r"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script)\b", re.I | re.S
)
_TAG = re.compile(r"<[^>]*>")
_ENTITY = re.compile(r"<!ENTITY\b", re.I)
_MARKUP_ERRORS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, SAXException)
"""What feedparser is known to raise on fuzzed input, in place of noting it."""
HEADERS = {"content-type": "application/xml; charset=utf-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry."""

    url: str
    """The address of the article."""
    title: str
    """Its title as text; empty where none is given."""
    published: str | None
    """ISO 8601: a day or a time with offset. None where no date is given or it is none."""
    published_raw: str | None
    """The date as given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says."""

    entries: tuple[FeedEntry, ...]
    """Its entries in order, each address once; at least one."""
    warnings: tuple[str, ...]
    """What is broken in it, of its encoding too; it was read all the same."""


def read_feed(body: bytes, *, url: str, content_type: str | None, now: datetime) -> Feed:
    """Read a feed; raises `FeedError` for what is none or is empty, `NotAnArticleError` for a bot check."""
    try:
        decoded = decode_page(body, content_type=content_type, name=url)
    except UnreadablePageError as err:
        raise FeedError(f"{url}: no feed ({err})") from err
    text = _DECLARATION.sub("", decoded.text, count=1).lstrip()
    if _WEB_PAGE.match(text):
        refuse_raw(text, url)
        raise FeedError(f"{url}: a web page in place of a feed")
    if _ENTITY.search(text):
        raise FeedError(f"{url}: declares XML entities, which no feed needs; not read")
    parsed = _parse(text, url=url)
    found = (_as_entry(entry, base=url, now=now) for entry in parsed.entries)
    entries = {entry.url: entry for entry in found if entry is not None}
    if not entries:
        raise FeedError(f"{url}: a feed without a single entry")
    warnings = decoded.warnings
    if parsed.bozo:
        warnings += (f"{url}: broken XML ({parsed.bozo_exception})",)
    return Feed(entries=tuple(entries.values()), warnings=warnings)


def _parse(text: str, *, url: str) -> Any:  # noqa: ANN401 - feedparser's
    stream = BytesIO(text.encode("utf-8", errors="replace"))
    try:
        return feedparser.parse(
            stream, response_headers=HEADERS, resolve_relative_uris=False, sanitize_html=False
        )
    except _MARKUP_ERRORS as err:
        raise FeedError(f"{url}: a feed that cannot be read ({err})") from err


def _as_entry(entry: Any, *, base: str, now: datetime) -> FeedEntry | None:  # noqa: ANN401 - feedparser's
    link = str(entry.get("link") or "").strip() or _guid_link(entry)
    if not link:
        return None
    raw = str(entry.get("published") or entry.get("updated") or "").strip() or None
    return FeedEntry(
        url=join_url(base, link),
        title=clean_text(_TAG.sub("", str(entry.get("title") or ""))),
        published=parse_feed_date(raw, now=now) if raw else None,
        published_raw=raw,
    )


def _guid_link(entry: Any) -> str:  # noqa: ANN401 - feedparser's
    guid = str(entry.get("id") or "")
    return guid if guid.startswith(("http://", "https://")) else ""
