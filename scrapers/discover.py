"""Find the articles of a source: feeds, then sitemaps, then listings page by page."""

import re
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from scrapers.clock import Clock, SystemClock
from scrapers.datelines import VIETNAM
from scrapers.errors import (
    HostPausedError,
    HttpStatusError,
    ScrapeError,
)
from scrapers.exchange import Exchange
from scrapers.feeds import read_feed
from scrapers.found import Found, FoundStatus, Problem, ProblemKind, as_problem
from scrapers.listing_page import read_listing_page
from scrapers.records import Article, Source
from scrapers.registry import platform_named
from scrapers.sitemaps import SitemapEntry, read_sitemap
from scrapers.urls import canonical_url, host_of, rebase_url, source_aliases, unbase_url

Validators = Callable[[str], tuple[str | None, str | None]]
"""Gives ETag and Last-Modified of the last good answer of a feed, sitemap or listing."""


class Fetches(Protocol):
    """What discovery needs of a fetcher."""

    def fetch(
        self, url: str, *, delay_s: float, etag: str | None, last_modified: str | None
    ) -> Exchange:
        """Give the answer to a GET, a 304 too where validators are given; raises a `FetchError`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far discovery goes."""

    since: date | None = None
    """First day wanted, in Vietnam. None for no bound."""
    until: date | None = None
    """Last day wanted. None for no bound."""
    limit: int | None = None
    """Most new articles of this run. None for no bound."""
    stop_after_known: int = 10
    """Known articles in a row after which a listing is not paged further."""
    max_pages: int = 50
    """Most pages of one listing; reaching it is a problem that is told."""
    max_sitemaps: int = 200
    """Most sitemaps fetched; reaching it is a problem that is told."""
    sitemap_depth: int = 3
    """How deep an index may hold another."""


def discover(
    source: Source,
    fetcher: Fetches,
    *,
    known: Callable[[str], bool],
    published: Callable[[str], date | None] | None = None,
    reach: Reach | None = None,
    base_url: str | None = None,
    validators: Validators | None = None,
    clock: Clock | None = None,
) -> Iterator[Found | Problem]:
    """Give the articles that a source names, and the problems on the way, as they come up.

    `known` and `published` (the day of a stored article) are asked by canonical address; they are asked late, so that
    what the caller stores between two findings counts. `base_url` is an origin that stands in for the source's home.
    A feed or listing that answers 304 names nothing new. An error in one way does not stop the others; a host
    that is paused ends the run.
    """
    walk = _Walk(
        source=source,
        fetcher=fetcher,
        known=known,
        published=published or (lambda canonical: None),
        reach=reach or Reach(),
        base_url=base_url,
        validators=validators or (lambda url: (None, None)),
        clock=clock or SystemClock(),
    )
    count = 0
    for found in walk.run():
        yield found
        if isinstance(found, Found) and found.status is FoundStatus.NEW:
            count += 1
            if walk.reach.limit is not None and count >= walk.reach.limit:
                return


class _Walk:
    """One run over one source: what was seen already."""

    def __init__(
        self,
        *,
        source: Source,
        fetcher: Fetches,
        known: Callable[[str], bool],
        published: Callable[[str], date | None],
        reach: Reach,
        base_url: str | None,
        validators: Validators,
        clock: Clock,
    ) -> None:
        self.source = source
        self.reach = reach
        self._fetcher = fetcher
        self._known = known
        self._published = published
        self._base_url = base_url
        self._validators = validators
        self._clock = clock
        self._platform = platform_named(source.platform)
        self._aliases = source_aliases(source.home, source.hosts)
        self._hosts = {host_of(source.home), *self._aliases}
        self._seen: dict[str, FoundStatus] = {}

    def run(self) -> Iterator[Found | Problem]:
        """Go all ways of the source."""
        ways: list[tuple[Callable[[str], Iterator[Found | Problem]], str, ProblemKind]] = []
        ways += [(self._feed, feed, ProblemKind.BROKEN_FEED) for feed in self.source.feeds]
        ways += [(self._sitemaps, at, ProblemKind.BROKEN_SITEMAP) for at in self.source.sitemaps]
        ways += [(self._listing, at, ProblemKind.UNREADABLE_LISTING) for at in self.source.sections]
        for way, address, otherwise in ways:
            url = urljoin(self.source.home, address)
            try:
                yield from way(url)
            except HostPausedError as err:
                yield as_problem(err, url=url, otherwise=otherwise)
                return
            except ScrapeError as err:
                yield as_problem(err, url=url, otherwise=otherwise)

    def _fetch(self, url: str, *, conditional: bool = True) -> Exchange:
        wire = self._wire_url(url)
        etag, last_modified = self._validators(wire) if conditional else (None, None)
        return self._fetcher.fetch(
            wire, delay_s=self.source.delay_s, etag=etag, last_modified=last_modified
        )

    def _feed(self, url: str) -> Iterator[Found | Problem]:
        answer = self._fetch(url)
        if answer.not_modified:
            return
        feed = read_feed(
            answer.body, url=url, content_type=answer.content_type, now=self._clock.now()
        )
        for entry in feed.entries:
            yield from self._note(
                entry.url, found_in=url, published=entry.published, title=entry.title or None
            )

    def _sitemaps(self, url: str) -> Iterator[Found | Problem]:
        waiting, seen = deque([(url, 0)]), {url}
        fetched = 0
        while waiting:
            at, depth = waiting.popleft()
            if fetched >= self.reach.max_sitemaps or depth > self.reach.sitemap_depth:
                detail = f"{at}: left out after {fetched} sitemaps, {depth} deep"
                yield Problem(kind=ProblemKind.LIMIT, url=at, detail=detail)
                return
            fetched += 1
            children = yield from self._sitemap(at)
            for child in children:
                if child not in seen:
                    seen.add(child)
                    waiting.append((child, depth + 1))

    def _sitemap(self, at: str) -> Generator[Found | Problem, None, list[str]]:
        """Give what one sitemap names, and the addresses of the further ones worth fetching."""
        try:
            answer = self._fetch(at)
            if answer.not_modified:
                return []
            sitemap = read_sitemap(answer.body, url=at, now=self._clock.now())
        except HostPausedError:
            raise
        except ScrapeError as err:
            yield as_problem(err, url=at, otherwise=ProblemKind.BROKEN_SITEMAP)
            return []
        if sitemap.cut:
            detail = f"{at}: breaks off, or names more than the protocol allows"
            yield Problem(kind=ProblemKind.BROKEN_SITEMAP, url=at, detail=detail)
        for page in sitemap.pages:
            if self._is_article(page.url):
                day = page.published or self._day_in_url(page.url)
                yield from self._note(page.url, found_in=at, published=day, entry=page)
        return [self._home_url(child.url) for child in sitemap.children if self._may_hold(child)]

    def _may_hold(self, child: SitemapEntry) -> bool:
        """Say whether a further sitemap is of the source and may hold something since the first day."""
        if host_of(self._home_url(child.url)) not in self._hosts:
            return False
        since, modified = self.reach.since, _day(child.modified)
        return since is None or modified is None or modified >= since

    def _listing(self, url: str) -> Iterator[Found | Problem]:
        at: str | None = url
        earlier_links: tuple[str, ...] = ()
        known_in_row, visited = 0, set[str]()
        while at is not None and at not in visited:
            if len(visited) >= self.reach.max_pages:
                detail = f"{url}: still new articles after {len(visited)} pages"
                yield Problem(kind=ProblemKind.LIMIT, url=url, detail=detail)
                return
            listing = self._listing_page(at, first=not visited)
            visited.add(at)
            if listing is None:
                return
            if not listing.links and len(visited) == 1:
                detail = f"{url}: a listing that names no article"
                yield Problem(kind=ProblemKind.EMPTY_LISTING, url=url, detail=detail)
            if not listing.links or listing.links == earlier_links:
                return
            for link in listing.links:
                yield from self._note(link, found_in=at, published=self._day_in_url(link))
                status = self._seen.get(self._canonical(link))
                known_in_row = _count_known(known_in_row, status)
                if known_in_row >= self.reach.stop_after_known:
                    return
            if self._all_too_old(listing.links):
                return
            earlier_links = listing.links
            at = self._home_url(listing.next_page) if listing.next_page else None

    def _listing_page(self, at: str, *, first: bool) -> Article | None:
        """Give a page of a listing; None where it is unchanged, or the listing ended before it."""
        try:
            answer = self._fetch(at, conditional=first)
        except HttpStatusError as err:
            if not first and err.status in (404, 410):
                return None
            raise
        if answer.not_modified or (not first and not answer.body.strip()):
            return None
        listing = read_listing_page(answer, source=self.source, url=answer.final_url)
        if not listing.links and self._base_url:
            listing = read_listing_page(answer, source=self.source, url=at)
        return listing

    def _all_too_old(self, links: tuple[str, ...]) -> bool:
        """Say whether every article of a page whose day is known is older than the first day wanted."""
        since = self.reach.since
        if since is None:
            return False
        days = [
            _day(self._day_in_url(link)) or self._published(self._canonical(link)) for link in links
        ]
        dated = [day for day in days if day is not None]
        return bool(dated) and all(day < since for day in dated)

    def _note(
        self,
        url: str,
        *,
        found_in: str,
        published: str | None,
        title: str | None = None,
        entry: SitemapEntry | None = None,
    ) -> Iterator[Found]:
        """Give a finding unless its article is of another host or was given in this run."""
        home = self._home_url(url)
        canonical = self._canonical(url)
        if host_of(home) not in self._hosts or canonical in self._seen:
            return
        status = FoundStatus.NEW
        if self._known(canonical):
            status = FoundStatus.KNOWN
        elif not self._in_range(_day(published)):
            status = FoundStatus.OUT_OF_RANGE
        self._seen[canonical] = status
        yield Found(
            url=self._wire_url(home),
            canonical=canonical,
            found_in=found_in,
            status=status,
            published_hint=published,
            modified_hint=entry.modified if entry else None,
            title_hint=entry.title if entry else title,
        )

    def _in_range(self, day: date | None) -> bool:
        since, until = self.reach.since, self.reach.until
        if day is None:
            return True
        return (since is None or day >= since) and (until is None or day <= until)

    def _is_article(self, url: str) -> bool:
        pattern = self.source.article_url
        if pattern is None and self._platform is not None:
            pattern = self._platform.article_url.pattern
        return pattern is None or re.search(pattern, urlsplit(url).path) is not None

    def _day_in_url(self, url: str) -> str | None:
        if self._platform is None or self._platform.date_from_url is None:
            return None
        return self._platform.date_from_url(url)

    def _canonical(self, url: str) -> str:
        return canonical_url(self._home_url(url), aliases=self._aliases)

    def _home_url(self, url: str) -> str:
        if self._base_url is None:
            return url
        return unbase_url(url, origin=self.source.home, onto=self._base_url)

    def _wire_url(self, url: str) -> str:
        if self._base_url is None or host_of(url) not in self._hosts:
            return url
        return rebase_url(url, onto=self._base_url)


def _count_known(in_row: int, status: FoundStatus | None) -> int:
    """Count on for an article of an earlier run, begin again for a new one.

    One that this run found before (in a feed) still counts as new: it says nothing of what stands behind it.
    """
    return in_row + 1 if status is FoundStatus.KNOWN else 0


def _day(value: str | None) -> date | None:
    """Give the day of an ISO 8601 day or time in Vietnam; None for less than a day."""
    if value is None or len(value) < 10:
        return None
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is not None:
        moment = moment.astimezone(VIETNAM)
    return moment.date()
