"""Article or listing: told by the address, by what the head states, by the layout, by the text."""

import re
from collections import Counter

from lxml import etree

from scrapers.addresses import path_of
from scrapers.densest import in_card, in_furniture, running_text
from scrapers.layouts import Layout, Page, Platform
from scrapers.listings import ARTICLE_LIKE, find_links
from scrapers.records import Source

ARTICLE_TEXT = 600
LONG_PARAGRAPHS = etree.XPath("//p[string-length(normalize-space()) >= 80]")
CARD_LINKS = etree.XPath("//h2//a | //h3//a | //h4//a | //a//h2 | //a//h3 | //a//h4")
LONG = 80
FEWEST_LINKS = 5


def listing_links(
    page: Page, *, platform: Platform | None, source: Source | None, layout: Layout | None
) -> tuple[str, ...] | None:
    """Give the links of a list of articles, None where the page is an article."""
    path = path_of(page.url)
    if platform is not None and page.shows(platform.listing.signs):
        return find_links(page, platform)
    if _is_article_address(path, platform, source) or page.metadata.article:
        return None
    if layout is not None:
        if page.shows((*layout.body, *layout.sapo)):
            return None
        return find_links(page, platform)
    if platform is None and ARTICLE_LIKE.search(path) and re.search(r"\d{4,}", path):
        return _cards_alone(page)
    links = find_links(page, platform)
    if page.url and path in ("", "/"):
        return links or None
    if platform is not None and path and not platform.listing.signs:
        return links if links or not _has_text(page) else None
    return links if len(links) >= FEWEST_LINKS and not _has_text(page) else None


def _is_article_address(path: str, platform: Platform | None, source: Source | None) -> bool:
    if not path:
        return False
    if source is not None and source.article_url:
        return re.search(source.article_url, path) is not None
    if platform is None or platform.listing.signs:
        return False
    barred = platform.listing.not_articles
    if barred is not None and barred.search(path):
        return False  # videos and photo pages are told by their layout, tags and topics have none
    return platform.article_url.search(path) is not None


def _cards_alone(page: Page) -> tuple[str, ...] | None:
    """Give the links of a page with the address of an article that has no sentence but in cards of articles.

    So are tags and sections whose addresses end in a number.
    """
    kind = page.metadata.meta.get("og:type", "")
    if kind.startswith(("article", "video")) or page.metadata.first("article:published_time"):
        return None
    if any(
        running_text(p) >= LONG and not in_card(p) and not in_furniture(p)
        for p in LONG_PARAGRAPHS(page.root)
    ):
        return None
    cards = [a for a in CARD_LINKS(page.root) if not in_furniture(a)]
    links = find_links(page, None) if len(cards) >= FEWEST_LINKS else ()
    return links if len(links) >= FEWEST_LINKS else None


def _has_text(page: Page) -> bool:
    """Say whether long paragraphs stand together, and not one each in cards of other articles."""
    sizes: Counter[etree._Element] = Counter()
    for paragraph in LONG_PARAGRAPHS(page.root):
        parent = paragraph.getparent()
        if parent is not None and not in_card(paragraph):
            sizes[parent] += running_text(paragraph)
            if sizes[parent] >= ARTICLE_TEXT and not in_furniture(paragraph):
                return True
    return False
