"""Sitemaps: the pages and further sitemaps that one names, within the limits of the protocol."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from lxml import etree

from scrapers.errors import FetchError, SitemapError
from scrapers.feed_dates import parse_feed_date
from scrapers.unfold import unfold_gzip

MAX_URLS = 50_000
MAX_BYTES = 52_428_800
"""Both limits are those of sitemaps.org; what is beyond is not read."""
_CLOSED = re.compile(rb"</(?:\w+:)?(?:urlset|sitemapindex)\s*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """A page or a further sitemap."""

    url: str
    """Its address."""
    modified: str | None
    """ISO 8601 of `lastmod`. None where not given or no date."""
    published: str | None = None
    """ISO 8601 of the news extension's publication date. None where not given."""
    title: str | None = None
    """The news extension's title. None where not given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """What a sitemap names; one of both is empty."""

    pages: tuple[SitemapEntry, ...] = ()
    """Pages, in order, each once."""
    children: tuple[SitemapEntry, ...] = ()
    """Further sitemaps, in order, each once."""
    cut: bool = False
    """True where it breaks off or names more than the protocol allows: the rest is missing."""


def read_sitemap(body: bytes, *, url: str, now: datetime) -> Sitemap:
    """Read a sitemap or sitemap index, packed or not; raises `SitemapError` for what is none or names nothing."""
    if body.startswith(b"\x1f\x8b"):
        try:
            body = unfold_gzip(body, limit=MAX_BYTES, url=url)
        except FetchError as err:
            raise SitemapError(str(err)) from err
    if len(body) > MAX_BYTES:
        raise SitemapError(f"{url}: a sitemap of {len(body)} bytes, more than the protocol allows")
    found: dict[str, dict[str, SitemapEntry]] = {"url": {}, "sitemap": {}}
    cut = False
    try:
        for element in _entries(body):
            if len(found["url"]) + len(found["sitemap"]) >= MAX_URLS:
                cut = True
                break
            entry = _as_entry(element, now=now)
            if entry is not None:
                found[_name(element)].setdefault(entry.url, entry)
    except etree.XMLSyntaxError as err:
        raise SitemapError(f"{url}: no sitemap ({err})") from err
    if not found["url"] and not found["sitemap"]:
        raise SitemapError(f"{url}: a sitemap that names nothing, or a web page in its place")
    if not _CLOSED.search(body[-500:]) and not cut:
        cut = True
        found["url" if found["url"] else "sitemap"].popitem()  # its address may be cut off too
    pages, children = tuple(found["url"].values()), tuple(found["sitemap"].values())
    return Sitemap(pages=pages, children=children, cut=cut)


def _entries(body: bytes) -> Iterator[etree._Element]:
    """Give the `url` and `sitemap` elements one after the other, and free each behind us."""
    walk = etree.iterparse(
        BytesIO(body),
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for _, element in walk:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _as_entry(element: etree._Element, *, now: datetime) -> SitemapEntry | None:
    texts: dict[str, str] = {}
    for child in element.iter():
        if child is not element and child.text and child.text.strip():
            texts.setdefault(_name(child), child.text.strip())
    address = texts.get("loc", "")
    if not address.startswith(("http://", "https://")):
        return None
    modified, published = texts.get("lastmod"), texts.get("publication_date")
    return SitemapEntry(
        url=address,
        modified=parse_feed_date(modified, now=now) if modified else None,
        published=parse_feed_date(published, now=now) if published else None,
        title=texts.get("title"),
    )


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""
