"""Read a listing as fetched: its links and its next page."""

from scrapers.decode import decode_page
from scrapers.elements import parse_html
from scrapers.exchange import Exchange
from scrapers.gate import refuse_page, refuse_raw
from scrapers.layouts import Page
from scrapers.listings import read_listing
from scrapers.metadata import read_metadata
from scrapers.records import Article, Source
from scrapers.registry import platform_named


def read_listing_page(exchange: Exchange, *, source: Source, url: str) -> Article:
    """Read the links of a listing that is known to be one; `url` is what relative links start from.

    Raises `NotAnArticleError` for a bot check, a login or an error page; a listing may name nothing.
    """
    decoded = decode_page(exchange.body, content_type=exchange.content_type, name=url)
    refuse_raw(decoded.text, url)
    root = parse_html(decoded.text, name=url)
    page = Page(root=root, html=decoded.text, url=url, metadata=read_metadata(root), name=url)
    listing = read_listing(page, platform=platform_named(source.platform), slug=source.slug)
    if not listing.links:
        refuse_page(page, words=0)
    return listing
