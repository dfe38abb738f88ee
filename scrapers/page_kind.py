"""Article or listing: told by the address, by what the head states, by the layout, by the text."""

import re
from urllib.parse import urlsplit

from scrapers.densest import find_body, in_card, running_text
from scrapers.layouts import Layout, Page, Platform
from scrapers.listings import ARTICLE_LIKE, find_links
from scrapers.records import Source

ARTICLE_TEXT = 600
FEWEST_LINKS = 5


def listing_links(
    page: Page, *, platform: Platform | None, source: Source | None, layout: Layout | None
) -> tuple[str, ...] | None:
    """Give the links of a list of articles, None where the page is an article."""
    path = urlsplit(page.url or "").path
    if platform is not None and page.shows(platform.listing.signs):
        return find_links(page, platform)
    if _is_article_address(path, platform, source) or page.metadata.article:
        return None
    if layout is not None:
        if page.shows((*layout.body, *layout.sapo)):
            return None
        return find_links(page, platform)
    links = find_links(page, platform)
    if page.url and path in ("", "/"):
        return links or None
    if platform is not None and path and not platform.listing.signs:
        return links if links or not _has_text(page) else None
    if platform is None and ARTICLE_LIKE.search(path) and re.search(r"\d{4,}", path):
        return None
    return links if len(links) >= FEWEST_LINKS and not _has_text(page) else None


def _is_article_address(path: str, platform: Platform | None, source: Source | None) -> bool:
    if not path:
        return False
    if source is not None and source.article_url:
        return re.search(source.article_url, path) is not None
    if platform is None or platform.listing.signs:
        return False
    return platform.article_url.search(path) is not None


def _has_text(page: Page) -> bool:
    container = find_body(page)
    if container is None:
        return False
    sizes = [running_text(p) for p in container.iter("p") if not in_card(p)]
    return sum(size for size in sizes if size >= 80) >= ARTICLE_TEXT
