"""VCCorp's CMS: nld.com.vn, tuoitre.vn, thanhnien.vn, baochinhphu.vn and other papers.

Confirmed on untouched saved pages of nld.com.vn and tuoitre.vn (article and listing of 7 March 2026);
names of other sister papers (pdate, knc-sapo, kbwc-title) are from memory and not confirmed.
The layouts of nld.com.vn of 2019 and of 2020 to 2023 come from public crawlers.
"""

import re

from scrapers.layouts import Layout, ListingLayout, Page, Platform
from scrapers.selectors import select_first

CUT = (
    "[type^=Related]", ".kbwscwl-relatedbox", "[type=VideoStream]", "zone", "[data-check-position]", ".detail__related",
    ".detail__comment", ".social-top", ".detail-bot-social", ".detail-tab", ".detail-author", ".news-relation-bottom",
    ".VCSortableInPreviewMode[type=photo-grid] .layout-caption", ".tts-player", ".detail-related",
)  # fmt: skip
LONG_ID = re.compile(
    r"-(?:196)?(?P<y>(?:20)?\d{2})(?P<m>\d{2})(?P<d>\d{2})(?P<t>\d{6})\d{2,6}\.(?:htm|html|chn)$"
)
ZONE_PAGE = re.compile(r"/timelinelist/(\d+)/(\d+)\.htm")


def date_from_url(url: str) -> str | None:
    """Give the day in the id; its time is that of creation, up to an hour before publication."""
    match = LONG_ID.search(url.split("?")[0])
    if match is None:
        return None
    year = match["y"] if len(match["y"]) == 4 else f"20{match['y']}"
    return f"{year}-{match['m']}-{match['d']}"


def page_id(page: Page) -> str | None:
    """Give the article id in the hidden input."""
    field = select_first(page.root, "#hdNewsId")
    return (field.get("value") or None) if field is not None else None


def next_listing_url(page: Page, found: int) -> str | None:
    """Give the timeline of the zone: page 1 shows what the section page itself shows last."""
    match = ZONE_PAGE.search(page.url or "")
    if match:
        return f"/timelinelist/{match[1]}/{int(match[2]) + 1}.htm" if found else None
    field = select_first(page.root, "#hdZoneId")
    zone = field.get("value") if field is not None else None
    return f"/timelinelist/{zone}/2.htm" if zone and zone.isdecimal() and zone != "0" else None


PLATFORM = Platform(
    name="vccorp",
    order=30,
    marks=("VCSortableInPreviewMode", "afcbc-body", "mediacdn.vn", "hdZoneId", "box-category-item"),
    article_url=re.compile(r"^/(?:[\w-]+/)*[\w-]+-(?P<id>\d{5,20})\.(?:htm|html|chn)$"),
    layouts=(
        Layout(
            name="vccorp.2023",
            signs=("[data-role=title]", ".detail-title", "[data-role=content]"),
            scope=(".detail__main", ".detail__cmain", "#main-detail", ".main"),
            title=(
                "[data-role=title]",
                "h1.detail-title",
                "h1.article-title",
                "h1.kbwc-title",
                "h1",
            ),
            kicker=(".detail-kicker",),
            sapo=("[data-role=sapo]", ".detail-sapo", "h2.sapo", "h2.knc-sapo"),
            byline=(
                ".detail-author-list-sw .name",
                "[data-role=author]",
                ".detail-author .name",
                ".author-info .name",
                ".detail-author",
            ),
            published=("[data-role=publishdate]", ".detail-time", ".pdate", ".kbwcm-time"),
            section=("[data-role=cate-name]", ".detail-cate a"),
            tags=(".detail-tab a", "[data-role=tags] a", ".detail-tag a", ".detail-tags a"),
            body=("[data-role=content]", ".detail-content", ".afcbc-body"),
            drop=CUT,
            notes=("[type=content]", ".ObjectBoxContent"),
            video=("[data-role=content] [type=VideoStream]",),
            captions=(".PhotoCMS_Caption",),
            byline_last=True,
            expects_json_ld=True,
            known_classes=frozenset(
                {
                    " detail-title",
                    "detail-title article-title",
                    "detail-sapo",
                    "detail-content afcbc-body  ",
                    "detail-content afcbc-body",
                }
            ),
        ),
        Layout(
            name="vccorp.2020",
            signs=("h1.title-content", ".sapo-detail", ".content-news-detail"),
            title=("h1.title-content", "h1"),
            sapo=(".sapo-detail",),
            byline=(".author-detail", ".author"),
            published=(".date-time",),
            section=(".breadcrumb a", ".cate a"),
            tags=(".tag-item a", ".tags a"),
            body=(".content-news-detail",),
            drop=CUT,
            notes=("[type=content]",),
            captions=(".PhotoCMS_Caption",),
            byline_last=True,
        ),
        Layout(
            name="vccorp.2019",
            signs=(".contentdetail", "p.ngayxuatban"),
            scope=(".contentleft",),
            title=("h1",),
            sapo=("h2",),
            byline=(".nguon-tin-detail",),
            published=("p.ngayxuatban", ".ngayxuatban"),
            body=(".contentdetail",),
            drop=(*CUT, ".nguon-tin-detail"),
            captions=(".PhotoCMS_Caption",),
            byline_last=True,
        ),
    ),
    listing=ListingLayout(
        items=(
            "a.box-category-link-title",
            ".box-category-title-text a",
            ".box-category-item h3 a",
            ".box-category-item h2 a",
        ),
        skip=(".box-category-sapo", "[data-marked-zoneid*=most]", ".box-category-related"),
    ),
    page_id=page_id,
    date_from_url=date_from_url,
    next_listing_url=next_listing_url,
)
