"""The "story" CMS: nhandan.vn, vietnamplus.vn, mattran.org.vn.

Nothing is confirmed on a saved page: class names come from public crawlers (title, sapo, body, captions,
listing and paging), those of author and tags from their naming pattern.
"""

import re

from scrapers.layouts import Layout, ListingLayout, Page, Platform
from scrapers.selectors import select_first

CUT = (
    ".related-news", ".article__related", ".article__tag", ".article__author", ".article__social", ".article__meta",
    "article.story", ".story", ".box-content", ".banner", ".article__source",
)  # fmt: skip
VNP_PAGE = re.compile(r"/trang(\d+)\.vnp$")


def next_listing_url(page: Page, found: int) -> str | None:
    """Give the link to the next page, or the next `trangN` of the older listings of vietnamplus."""
    link = select_first(page.root, ".pagination__pages a.next, .pagination a.next, a[rel=next]")
    if link is not None and link.get("href"):
        return str(link.get("href"))
    match = VNP_PAGE.search(page.url or "")
    if match and found:
        return VNP_PAGE.sub(f"/trang{int(match[1]) + 1}.vnp", page.url or "")
    return None


PLATFORM = Platform(
    name="story",
    order=50,
    marks=("zce-content-body", "story__heading", "article__title cms-title"),
    article_url=re.compile(r"^/(?:[\w-]+/)*[\w-]+-(?:post)?(?P<id>\d{4,})\.(?:html|vnp)$"),
    layouts=(
        Layout(
            name="story.2022",
            signs=(".article__title", ".article__body", ".article__sapo"),
            title=("h1.article__title", ".article__title", "h1"),
            kicker=(".article__kicker",),
            sapo=(".article__sapo", ".cms-desc"),
            byline=(".article__author .name", ".article__author a", ".article__author"),
            published=("time[datetime]", ".article__meta time", ".article__meta"),
            section=(".breadcrumbs a", ".article__breadcrumb a", ".breadcrumb a"),
            tags=(".article__tag .content a", ".article__tag a", ".article__tags a"),
            body=(".article__body", ".zce-content-body", ".cms-body"),
            drop=CUT,
            figures=("table.picture",),
            byline_last=True,
        ),
        Layout(
            name="story.2019",
            signs=(".details__content", ".details__summary"),
            title=("h1.details__headline", "h1"),
            sapo=(".details__summary",),
            byline=(".details__author", ".author"),
            published=("time[datetime]", ".details__meta", ".source time"),
            section=(".breadcrumb a",),
            tags=(".tags a", ".details__tags a"),
            body=(".details__content",),
            drop=(*CUT, ".details__author"),
            figures=("div.article-photo",),
            byline_last=True,
        ),
        Layout(
            name="story.nhandan_2015",
            signs=(".item-container .item-content", ".date-created"),
            scope=(".item-container",),
            title=("h3", "h1"),
            sapo=(".sapo p", ".sapo"),
            byline=(".author",),
            published=(".date-created",),
            body=(".item-content",),
            drop=CUT,
            byline_last=True,
        ),
    ),
    listing=ListingLayout(
        items=(
            "h1.story__heading a", "h2.story__heading a", "h3.story__heading a", "h4.story__heading a",
            "h5.story__heading a", ".story__heading a", ".media.content-box h5 > a",
        ),
        not_articles=re.compile(r"^/(?:video|media|podcast|infographics?)\b"),
    ),
    next_listing_url=next_listing_url,
)  # fmt: skip
