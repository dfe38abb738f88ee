"""MasterCMS (mastercms.org): laodongthudo.vn, laodongcongdoan.vn and many papers of ministries.

Confirmed on saved pages of sister sites: netbiz.net.vn (April 2022), thoibaonganhang.vn (March 2021),
suckhoeviet.org.vn (build of April 2026). The layouts of laodongthudo.vn of 2018 to 2020 and the class
names of further themes come from public crawlers and are inferred.
"""

import base64
import binascii
import re

from scrapers.elements import element_text
from scrapers.layouts import Layout, ListingLayout, Page, Platform
from scrapers.selectors import select_first

CUT = (
    "table.__MB_ARTICLE_A", "table.__mb_article_in_image", ".article-detail-similar", ".article-detail-other",
    ".article-detail-tags", ".article-detail-source", ".article-detail-author", ".article-author", "#lightGallery",
    ".__API_WIDGET", "#user-comment", ".banner", ".banner-full", ".article-button-share", "#tts", ".mobile-button",
    ".hna-system-date", ".article-keyword", ".post-tag", ".boxTags", ".article-tag",
)  # fmt: skip
BODY = (".__MASTERCMS_CONTENT_BODY", ".__MASTERCMS_CONTENT")
PRINT_ID = re.compile(r"print_article&(?:amp;)?i=(\d+)")
AID = re.compile(r"article_statistic&(?:amp;)?aid=([A-Za-z0-9+/=]+)")
OFFSET = re.compile(r"BRSR=(\d+)")
NEXT_WORDS = frozenset({"sau", ">", ">>", "»", "trang sau", "xem thêm"})
IMAGE_DAY = re.compile(
    r"/news_dataimages/[\w.-]+/(?P<month>\d{2})(?P<year>20\d{2})/(?P<day>\d{2})/\d{2}/"
)
LIMIT = re.compile(r"lim=(\d+)")


def page_id(page: Page) -> str | None:
    """Give the article id: of the print link, of the statistics frame or of the comment widget."""
    match = PRINT_ID.search(f"{page.url} {page.html}")
    if match:
        return match[1]
    match = AID.search(page.html)
    encoded = (
        [match[1]]
        if match
        else [e.get("value") or "" for e in page.select("input.__PARAMS_ID_WIDGET")]
    )
    for value in encoded:
        try:
            number = base64.b64decode(value, validate=True).decode("ascii")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if number.isdecimal():
            return number
    return None


def date_from_image(address: str) -> str | None:
    """Give the day of upload in the path of a picture."""
    match = IMAGE_DAY.search(address)
    return f"{match['year']}-{match['month']}-{match['day']}" if match else None


def stated_address(page: Page) -> str | None:
    """Give the address that a hidden input states where the head is cut."""
    field = select_first(page.root, "input[name=__printURL]")
    return field.get("value") if field is not None else None


def next_listing_url(page: Page, found: int) -> str | None:
    """Give the next page: the "load more" address with its offset advanced, else the paging link."""
    field = select_first(page.root, "input.__MB_NEXT_URL")
    if field is not None and field.get("value"):
        url = str(field.get("value"))
        limit, here = LIMIT.search(url), OFFSET.search(page.url or "")
        if limit and here and "article_lm" in (page.url or ""):
            return OFFSET.sub(f"BRSR={int(here[1]) + int(limit[1])}", url)
        return url
    links = page.select(".__MB_ARTICLE_PAGING a, .grNextPage a")
    if not links or not found:
        return None
    named = [link for link in links if element_text(link).casefold() in NEXT_WORDS]
    following = (named or links)[-1].get("href") or ""
    return str(following) if named or OFFSET.search(following) else None


PLATFORM = Platform(
    name="mastercms",
    order=10,
    marks=("MASTERCMS", "MasterCMS", "__MB_", "apicenter@/", "mastercms.org"),
    article_url=re.compile(
        r"^/(?:(?:[\w-]+/)*[\w-]+-(?P<id>\d+)\.html|apicenter@/print_article&i=(?P<print>\d+))$"
    ),
    layouts=(
        Layout(
            name="mastercms.2021",
            signs=(".article-detail-title", ".article-detail-desc"),
            scope=(".article-detail-body-right", ".article-detail", ".hna-section-left"),
            title=("h1.article-detail-title", ".article-detail-title", "h1"),
            kicker=(".article-detail-subtitle",),
            sapo=(".article-detail-desc",),
            byline=(
                ".article-detail-author",
                ".article-detail-infor > a",
                "a.article-author",
                ".author-title a",
                "p.author",
                ".tbnh-author-meta a",
            ),
            published=(
                ".article-date",
                ".article-detail-publish",
                ".article-publish-time",
                ".format_date",
            ),
            section=(".article-cat", "a.article-catname"),
            tags=(".article-keyword a", ".article-detail-tags a", ".boxTags a"),
            body=BODY,
            drop=CUT,
            byline_last=True,
            expects_breadcrumbs=True,
            known_classes=frozenset(
                {
                    "article-detail-title f0",
                    "article-detail-desc fw lt f0 clearfix",
                    "article-detail-desc fw lt f0 mb clearfix",
                    "__MASTERCMS_CONTENT fw lt f1 mb clearfix",
                }
            ),
        ),
        Layout(
            name="mastercms.2020",
            signs=(
                ".post-title",
                ".post-desc",
                ".detail-title",
                "article.article h1",
                ".detail-sapo",
            ),
            scope=(".post", ".detail-article", "article.article"),
            title=("h1.post-title", "h1.detail-title", ".post-title", ".detail-title", "h1"),
            kicker=(".post-subtitle", ".detail-subtitle"),
            sapo=(".post-desc", ".detail-sapo", ".article-desc"),
            byline=("a.article-author", ".author-title a", "p.author", ".tbnh-author-meta a"),
            published=(
                ".post-publish-time",
                ".datetime",
                ".bx-time",
                ".post-time",
                ".article-publish-time",
                ".format_date",
            ),
            section=(
                "#postCategory",
                ".post-meta a.article-catname",
                "a.article-catname",
                ".breadcrumb-list a",
            ),
            tags=(".post-tag a.tag-item", ".category.tags a", ".boxTags a"),
            body=BODY,
            drop=CUT,
            byline_last=True,
            known_classes=frozenset(
                {
                    "post-title",
                    "post-desc",
                    "post-content __MASTERCMS_CONTENT ",
                    "detail-title",
                    "detail-sapo",
                    "category article-content __MASTERCMS_CONTENT __MB_CONTENT_FOR_PRINTER",
                }
            ),
        ),
        Layout(
            name="mastercms.2018",
            signs=(".content_detail", ".detail_info"),
            title=("h1",),
            published=(".tool i", ".tool"),
            section=(".title_new_nav > span > a > span",),
            tags=(".tags a",),
            body=(*BODY, ".detail_info"),
            drop=CUT,
            byline_last=True,
        ),
        Layout(
            name="mastercms.bare",
            warning="the theme is unknown, only the body element is that of MasterCMS",
            signs=BODY,
            title=("h1",),
            published=(".format_date",),
            body=BODY,
            drop=CUT,
            byline_last=True,
        ),
    ),
    listing=ListingLayout(
        items=(
            ".list_news_title h2 a",
            ".article-title a",
            ".article > h3 > a",
            ".bx-article h3 a",
        ),
        skip=(".hna-section-right", ".article-detail-similar", ".article-detail-other"),
        not_articles=re.compile(r"/adsfw/|\.media$|\.tag$|\.sign$|/videos?/"),
    ),
    page_id=page_id,
    date_from_image=date_from_image,
    stated_address=stated_address,
    next_listing_url=next_listing_url,
)
