"""Read a listing as fetched: its links and its next page."""

from scrapers.decode import decode_page
from scrapers.exchange import Exchange
from scrapers.gate import refuse_page, refuse_raw
from scrapers.listings import find_links, read_listing
from scrapers.page import parse_page
from scrapers.records import Article, Source
from scrapers.registry import platform_named


def read_listing_page(exchange: Exchange, *, source: Source, url: str) -> Article:
    """Read the links of a listing that is known to be one; `url` is what relative links start from.

    Raises `NotAnArticleError` for a bot check, a login or an error page; a listing may name nothing.
    """
    decoded = decode_page(exchange.body, content_type=exchange.content_type, name=url)
    refuse_raw(decoded.text, url)
    page = parse_page(decoded, url=url, name=url)
    platform = platform_named(source.platform)
    links = find_links(page, platform)
    if not links:
        refuse_page(page, words=0)
    return read_listing(page, platform=platform, slug=source.slug, links=links)
