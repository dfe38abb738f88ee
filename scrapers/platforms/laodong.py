"""The CMS of Báo Lao Động: laodong.vn, and by their addresses congdoanvietnam.vn and congdoan.vn.

Confirmed on saved pages of laodong.vn: the home page of August 2021 and a video page of 2024 in the
template of 2026. Article pages of the present template are described from notes of October 2026; the
layout of 2018 to 2021 comes from public crawlers. That the two union sites share the CMS is inferred.
"""

import re

from scrapers.layouts import Layout, ListingLayout, Page, Platform
from scrapers.selectors import select_first

PAGE_NUMBER = re.compile(r"([?&]page=)(\d+)")
IMAGE_DAY = re.compile(
    r"/newsportal/(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<id>\d{4,})/", re.I
)
CUT = (
    ".tin-lien-quan", ".blk-tin-lien-quan", ".google-news", ".social-sharing", ".lst-share", ".box-binh-luan",
    ".blk-cung-chuyen-muc", ".p-lst-category", ".box-right-articles", ".related-news", ".relate-news", ".news-relate",
    ".box-tag", ".art-author", ".art-footer", ".chapeau", ".lst-tags", "#site-notice-overlay",
)  # fmt: skip


def page_id(page: Page) -> str | None:
    """Give the article id that stands at the controller of the page."""
    element = select_first(page.root, "[articleid]")
    value = (
        element.get("articleid") if element is not None else page.metadata.meta.get("dable:item_id")
    )
    return value if value and value.isdecimal() else None


def date_from_image(address: str) -> str | None:
    """Give the day of publication in the path of a picture."""
    match = IMAGE_DAY.search(address)
    return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}" if match else None


def next_listing_url(page: Page, found: int) -> str | None:
    """Give `?page=N+1` as long as the page shows articles; the front page has no second one."""
    if not found or not page.url or re.fullmatch(r"https?://[^/]+/?", page.url):
        return None
    match = PAGE_NUMBER.search(page.url)
    if match:
        return PAGE_NUMBER.sub(rf"\g<1>{int(match[2]) + 1}", page.url, count=1)
    return f"{page.url}{'&' if '?' in page.url else '?'}page=2"


PLATFORM = Platform(
    name="laodong",
    order=20,
    marks=("ChiTietTinCtrl", "MainCtrl as vm", "gallery-ctt", "/newsportal/", "/NewsPortal/"),
    article_url=re.compile(
        r"^/(?P<section>[\w-]+(?:/[\w-]+)*)/[\w-]+-(?P<id>\d+)\.(?:ldo|bld|tld)$"
    ),
    layouts=(
        Layout(
            name="laodong.2022",
            signs=("article.article-detail", "#gallery-ctt", ".chappeau"),
            scope=("article.article-detail", "[articleid]"),
            title=("h1.title", "h1"),
            sapo=(".chappeau",),
            byline=(".art-info .authors", ".authors", "span.author"),
            published=(".art-info .time", "span.time", ".time"),
            tags=(".lst-tags .content a", ".lst-tags a"),
            body=("#gallery-ctt", ".art-body"),
            drop=CUT,
            figures=("figure.insert-center-image",),
            byline_last=True,
            expects_json_ld=True,
            known_classes=frozenset({"title", "chappeau", "art-body"}),
            video=(".ctt-video", ".video-content video"),
        ),
        Layout(
            name="laodong.2018",
            signs=("section.section-n2", ".section-title h1", "p.abs"),
            scope=("section.section-n2",),
            title=(".section-title h1", "h1"),
            sapo=("p.abs",),
            byline=("span.author", ".author"),
            published=(".time time", ".time"),
            section=(".breadcrumb a",),
            tags=(".keywords a",),
            body=(".article-content",),
            drop=CUT,
            byline_last=True,
        ),
    ),
    listing=ListingLayout(
        items=(
            "article header a",
            "article a.link-title",
            "article h2 a",
            "article h3 a",
            "article h4 a",
            "article a",
            ".articles a",
            "li.article-large a",
        ),
        skip=(".box-right-articles", "footer"),
        not_articles=re.compile(
            r"^/(?:video|podcast|photo|media|events?|tags|emagazine|infographic|lotus|longform|ban-tin|tac-gia)\b"
        ),
    ),
    page_id=page_id,
    date_from_image=date_from_image,
    next_listing_url=next_listing_url,
)
