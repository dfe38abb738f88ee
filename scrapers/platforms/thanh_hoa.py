"""The provincial portals of Thanh Hóa (SharePoint), with the portal of its labour federation.

Nothing is confirmed on a saved page: addresses and body come from public crawlers of the province's
other portals, the order of the parts from a plain-text dump of the federation's portal of 2022.
"""

import re

from scrapers.layouts import Layout, ListingLayout, Page, Platform

DAY = re.compile(r"/pages/(\d{4}-\d{2}-\d{2})/")


def date_from_url(url: str) -> str | None:
    """Give the day that stands in the path of an article."""
    match = DAY.search(url)
    return match[1] if match else None


def next_listing_url(page: Page, found: int) -> str | None:
    """Give None: paging is a postback of the server, so channel pages and archives are walked instead."""
    return None


PLATFORM = Platform(
    name="thanh_hoa",
    order=40,
    marks=(
        "/portal/pages/",
        "/portal/KenhTin/",
        "Trung tâm Công nghệ thông tin và truyền thông Thanh Hóa",
    ),
    article_url=re.compile(
        r"^/portal/pages/(?P<day>\d{4}-\d{2}-\d{2})/[\w.-]+?-?(?P<id>[\da-f]+)\.aspx$", re.I
    ),
    layouts=(
        Layout(
            name="thanh_hoa.2022",
            signs=(".article-content", ".article-title", "#aspnetForm"),
            title=("h1", ".article-title", "h2.title"),
            sapo=(".article-sapo", ".article-summary", ".article-desc"),
            published=(".article-date", ".date", ".ngay-dang"),
            section=(".breadcrumb a",),
            body=(".article-content",),
            drop=(
                ".related",
                ".tin-lien-quan",
                ".article-related",
                ".article-tools",
                ".article-share",
            ),
            caption_lead=re.compile(r"^Ảnh\s*:"),
            byline_last=True,
            sapo_first=True,
            known_classes=frozenset({"", "article-title", "article-content"}),
        ),
    ),
    listing=ListingLayout(
        items=(".article-title a", ".list-news a", "h2 a", "h3 a", "h4 a", ".news-title a", "li a"),
        skip=(".menu", "nav", "footer"),
    ),
    date_from_url=date_from_url,
    next_listing_url=next_listing_url,
)
