"""Listings: the articles that a section or front page names, and where it goes on."""

import re
from urllib.parse import urljoin, urlsplit

from lxml import etree

from scrapers.elements import element_text, is_hidden
from scrapers.layouts import Page, Platform
from scrapers.records import Article, ArticleKind, FieldEvidence, Layer
from scrapers.selectors import select

LINKS = etree.XPath("//a[@href]")
ARTICLE_LIKE = re.compile(
    r"(?:-(?:post|a|n|d|art)?\d{3,}(?:-\w{1,10})?\.(?:html?|aspx?|vnp|ldo|tld|bld|chn|epi|vov|antd|jsp|amp)$"
    r"|-post\d{3,}(?:\.html)?$|[?&](?:art|id|newsid)=\d{3,}|/\d{4}/\d{2}/(?:\d{2}/)?[\w-]{12,}/?$"
    r"|/[\w-]{25,}(?:\.html?)?/?$|/pages/\d{4}-\d{2}-\d{2}/)",
    re.I,
)
NO_ARTICLE = re.compile(
    r"^/(?:tags?|topic|chu-de|tac-gia|author|video|podcast|rss|events?|tim-kiem|search)\b", re.I
)
SIDE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|footer|sidebar|most-?(?:read|view)|doc-?nhieu|xem-?nhieu|breadcrumb|tags?|related"
    r"|box-category-related|popular|banner|social)(?=$|[-_ ])",
    re.I,
)


def read_listing(page: Page, *, platform: Platform | None, slug: str) -> Article:
    """Read a listing; without any link to an article its links are empty."""
    links = find_links(page, platform)
    following = None
    if platform is not None and platform.next_listing_url is not None:
        following = platform.next_listing_url(page, len(links))
    elif platform is None:
        following = _next_link(page)
    where = platform.name if platform else "generic"
    return Article(
        source=slug,
        layout=f"{where}.listing" if platform else "generic",
        kind=ArticleKind.LISTING,
        url=page.url,
        canonical=page.metadata.canonical,
        title=page.metadata.meta.get("og:title"),
        links=links,
        next_page=urljoin(base_of(page), following) if following else None,
        fields=(
            FieldEvidence(
                field="links",
                layer=Layer.SELECTOR if platform else Layer.GENERIC,
                where=", ".join(platform.listing.items) if platform else "a[href]",
                raw=str(len(links)),
            ),
        ),
    )


def base_of(page: Page) -> str:
    """Give the address that relative links start from; a `base` of another host is not believed."""
    return page.url or page.metadata.canonical or ""


def find_links(page: Page, platform: Platform | None) -> tuple[str, ...]:
    """Give the addresses of the articles in order, each once."""
    base = base_of(page)
    host = _host(base)
    boxes = _skipped(page, platform)
    found: dict[str, str] = {}
    own = urlsplit(base).path
    for link in _candidates(page, platform):
        href = (link.get("href") or "").strip()
        url = urljoin(base, href) if base else href
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https", "") or (
            host and parts.hostname and _host(url) != host
        ):
            continue
        if not _is_article(parts.path, parts.query, platform) or parts.path == own:
            continue
        if _beside(link, boxes):
            continue
        found.setdefault(f"{parts.path}?{parts.query}", url)
    return tuple(found.values())


def _candidates(page: Page, platform: Platform | None) -> list[etree._Element]:
    if platform is not None:
        links = select(page.root, ",".join(platform.listing.items))
        if links:
            return [link for link in links if link.get("href")]
    return [
        link for link in LINKS(page.root)
        if len(element_text(link)) >= 20 or (link.get("title") and len(link) and len(link.get("title")) >= 20)
    ]  # fmt: skip


def _skipped(page: Page, platform: Platform | None) -> frozenset[etree._Element]:
    if platform is None or not platform.listing.skip:
        return frozenset()
    return frozenset(select(page.root, ",".join(platform.listing.skip)))


def _is_article(path: str, query: str, platform: Platform | None) -> bool:
    if platform is not None:
        barred = platform.listing.not_articles
        return bool(platform.article_url.search(path)) and not (barred and barred.search(path))
    whole = f"{path}?{query}" if query else path
    return bool(ARTICLE_LIKE.search(whole)) and not NO_ARTICLE.match(path)


def _beside(link: etree._Element, boxes: frozenset[etree._Element]) -> bool:
    for above in link.iterancestors():
        if above in boxes or above.tag in ("nav", "footer") or is_hidden(above):
            return True
        names = f"{above.get('class') or ''} {above.get('id') or ''}"
        if (
            above.tag not in ("body", "html", "article")
            and names != " "
            and SIDE_NAMES.search(names)
        ):
            return True
    return False


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _next_link(page: Page) -> str | None:
    for css in (
        "link[rel=next]",
        "a[rel=next]",
        "a.next",
        ".pagination .active + li a",
        "a.page-next",
        ".next a",
    ):
        for element in select(page.root, css):
            if element.get("href") and element.get("href") != "#":
                return str(element.get("href"))
    return None
