"""The CMS shared by provincial papers: hanoimoi.vn, baonghean.vn, baodanang.vn, baohaiphong.vn.

Nothing is confirmed on a saved page: body, sapo, tags and boxes to drop come from public crawlers; the
remaining names follow their pattern and are inferred.
"""

import re

from scrapers.layouts import Layout, ListingLayout, Page, Platform
from scrapers.selectors import select_first

CUT = (
    ".c-box", ".c-news-related", ".c-tag", ".c-widget-tags", ".sc-longform-header-meta", ".sc-longform-header-sapo",
    ".sc-longform-header-title", ".c-share", ".c-comment", ".c-author", ".b-toolbar", ".entry-related",
)  # fmt: skip


def next_listing_url(page: Page, found: int) -> str | None:
    """Give the link to the next page."""
    link = select_first(
        page.root, "a[rel=next], .c-pagination a.next, .pagination a.next, li.next a"
    )
    return (link.get("href") or None) if link is not None else None


PLATFORM = Platform(
    name="provincial",
    order=60,
    marks=("b-maincontent", "sc-longform-header", "c-news-detail", ".1cdn.vn"),
    article_url=re.compile(r"^/(?:[\w-]+/)*[\w-]{8,}-(?P<id>\d{4,})\.html$"),
    layouts=(
        Layout(
            name="provincial.2022",
            signs=(".b-maincontent", ".c-news-detail", ".sc-longform-header-sapo"),
            title=("h1.sc-longform-header-title", ".c-news-detail h1", "h1"),
            sapo=(".sc-longform-header-sapo", ".c-news-detail .sapo"),
            byline=(".sc-longform-header-author", ".c-news-detail .author", ".author"),
            published=("time[datetime]", ".sc-longform-header-date", ".c-news-detail .date", ".date"),
            section=(".c-breadcrumb a", ".sc-longform-header-cate a", ".breadcrumb a"),
            tags=(".c-widget-tags a", ".c-tag a"),
            body=(".b-maincontent", ".c-news-detail .entry", "article.entry", ".entry"),
            drop=CUT,
            byline_last=True,
        ),
    ),
    listing=ListingLayout(
        items=(".b-grid__title a", ".c-template-grid h3 a", ".b-grid h3 a", "h2 a", "h3 a", "h4 a"),
        skip=("footer", "nav", ".c-most-read"),
        not_articles=re.compile(r"^/(?:video|podcast|media|tag|multimedia|infographic)\b"),
    ),
    next_listing_url=next_listing_url,
)  # fmt: skip
