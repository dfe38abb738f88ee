"""Listings: the articles that a section or front page names, and where it goes on."""

import re
from collections.abc import Iterable

from lxml import etree

from scrapers.addresses import host_in, join_address, path_of
from scrapers.elements import element_text, is_hidden, lies_inside
from scrapers.layouts import Page, Platform
from scrapers.records import Article, ArticleKind, FieldEvidence, Layer

LINKS = etree.XPath("//a[@href]")
ARTICLE_LIKE = re.compile(
    r"(?:-(?:post|a|n|d|art)?\d{3,}(?:-\w{1,10})?\.(?:html?|aspx?|vnp|ldo|tld|bld|chn|epi|vov|antd|jsp|amp)$"
    r"|-post\d{3,}(?:\.html)?$|[?&](?:art|id|newsid)=\d{3,}|/\d{4}/\d{2}/(?:\d{2}/)?[\w-]{12,}/?$"
    r"|/[\w-]{25,}(?:\.html?)?/?$|/pages/\d{4}-\d{2}-\d{2}/)",
    re.I,
)
ADDRESS = re.compile(
    r"(?:https?://(?P<host>[^/?#:]*)(?::\d+)?)?(?P<path>/?[^?#:]*)(?:\?(?P<query>[^#]*))?"
)
NUMBER = re.compile(r"\d{4,}|-\d{2,}\.\w+$")
"""An article id: where most links have one, those without are service pages."""
LEAST_TITLE = 20
NO_ARTICLE = re.compile(
    r"^/(?:tags?|topic|chu-de|tac-gia|author|video|podcast|rss|events?|tim-kiem|search)\b", re.I
)
SIDE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|footer|sidebar|most-?(?:read|view)|doc-?nhieu|xem-?nhieu|breadcrumb|tags?|related"
    r"|box-category-related|popular|banner|social)(?=$|[-_ ])",
    re.I,
)


def read_listing(
    page: Page, *, platform: Platform | None, slug: str, links: tuple[str, ...]
) -> Article:
    """Give a listing with the links that `find_links` found."""
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
        next_page=join_address(base_of(page), following) if following else None,
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
    if platform is not None:
        named = page.select(",".join(platform.listing.items))
        found = _article_links(page, platform, named, _skipped(page, platform))
        if found:
            return found
    known: dict[etree._Element, bool] = {}
    shown = (
        link
        for link in LINKS(page.root)
        if _may_lead(link.get("href"), platform)
        and len(_label(link)) >= LEAST_TITLE
        and not _beside(link, known)
    )
    links = _article_links(page, platform, shown, frozenset())
    numbered = tuple(link for link in links if NUMBER.search(link))
    return numbered if len(numbered) > 0.6 * len(links) else links


def _article_links(
    page: Page,
    platform: Platform | None,
    links: Iterable[etree._Element],
    boxes: frozenset[etree._Element],
) -> tuple[str, ...]:
    base = base_of(page)
    host, own = host_in(base), path_of(base)
    found: dict[str, str] = {}
    for link in links:
        href = (link.get("href") or "").strip()
        url = (
            href
            if href.startswith(("http://", "https://")) or not base
            else join_address(base, href)
        )
        match = ADDRESS.match(url)
        if match is None or (host and match["host"] and _bare(match["host"]) != host):
            continue
        path, query = match["path"], match["query"] or ""
        if path == own or not _is_article(path, query, own, platform):
            continue
        if not boxes or not any(above in boxes for above in link.iterancestors()):
            found.setdefault(f"{path}?{query}", url)
    return tuple(found.values())


def _may_lead(href: str, platform: Platform | None) -> bool:
    """Say by the bare address whether it may be an article; joining and splitting it costs more."""
    if platform is not None:
        return not href.startswith(("#", "javascript:", "mailto:"))
    return ARTICLE_LIKE.search(href.partition("#")[0].strip()) is not None


def _label(link: etree._Element) -> str:
    return element_text(link) or (link.get("title") or "" if len(link) else "")


def _skipped(page: Page, platform: Platform) -> frozenset[etree._Element]:
    skip = platform.listing.skip
    return frozenset(page.select(",".join(skip))) if skip else frozenset()


def _is_article(path: str, query: str, own: str, platform: Platform | None) -> bool:
    """Judge an address; what a platform bars, such as videos, is taken where the list itself is of that kind."""
    if platform is not None:
        barred = platform.listing.not_articles
        if barred and barred.search(path) and not barred.search(own):
            return False
        return platform.article_url.search(path) is not None
    whole = f"{path}?{query}" if query else path
    return bool(ARTICLE_LIKE.search(whole)) and not NO_ARTICLE.match(path)


def _beside(link: etree._Element, known: dict[etree._Element, bool]) -> bool:
    """Say whether a link lies in a menu, a side box or a footer."""
    above = link.getparent()
    return above is not None and lies_inside(above, _is_side, known)


def _is_side(element: etree._Element) -> bool:
    if element.tag in ("nav", "footer") or is_hidden(element):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag != "article" and names != " " and bool(SIDE_NAMES.search(names))


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def _next_link(page: Page) -> str | None:
    for css in (
        "link[rel=next]",
        "a[rel=next]",
        "a.next",
        ".pagination .active + li a",
        "a.page-next",
        ".next a",
    ):
        for element in page.select(css):
            if element.get("href") and element.get("href") != "#":
                return str(element.get("href"))
    return None
