"""One article read by one layout."""

import re

from lxml import etree

from scrapers.addresses import join_address, path_of
from scrapers.assemble import Body, assemble_body
from scrapers.body import BodyRules, read_body
from scrapers.boxes import box_rules
from scrapers.fields import (
    Draft,
    find_scope,
    read_dates,
    read_fallbacks,
    read_section,
    read_tags,
    read_texts,
)
from scrapers.layouts import Layout, Page, Platform
from scrapers.lead import with_lead
from scrapers.records import Article, ArticleKind, Layer

FEW_WORDS = 150
PLAYERS = "video, iframe[src*=youtu], iframe[src*=video], [type=VideoStream]"
PHOTO_TITLE = re.compile(r"^\W*(?:chùm ảnh|phóng sự ảnh|ảnh|photo)\s*[\]:]", re.I)


def read_article(page: Page, *, platform: Platform | None, layout: Layout, slug: str) -> Article:
    """Read an article; a body that the layout does not find is left empty, with a warning."""
    draft = Draft()
    scope = find_scope(page, layout)
    read_texts(page, layout, scope, draft)
    read_dates(page, layout, scope, draft, platform)
    path = read_section(page, layout, scope, draft)
    tags = read_tags(page, layout, scope, draft)
    body = _read_layout_body(page, layout, scope, draft)
    if "sapo" not in draft.values and body.sapo is None:
        body = with_lead(body, page, draft.values.get("title"))
    if body.byline:
        draft.put("byline", body.byline, Layer.SELECTOR, "last line of the body")
    if body.sapo:
        draft.put("sapo", body.sapo, Layer.SELECTOR, "first paragraph of the body")
    if layout.paragraphs_in_p and (body.loose > 1 or body.loose == len(body.blocks) > 0):
        draft.warnings.append(f"{layout.name}: {body.loose} paragraphs stand outside p elements")
    _read_image_day(platform, body, draft)
    read_fallbacks(page, draft, body)
    return build_article(
        page, draft, body, slug=slug, layout=layout.name, tags=tags, path=path,
        scope=_holder(page, layout, scope), video=layout.video,
    )  # fmt: skip


def _holder(page: Page, layout: Layout, scope: etree._Element) -> etree._Element:
    """Give the element that holds the article: its scope, or the body where the layout names no scope."""
    if scope is not page.root:
        return scope
    return next((element for css in layout.body for element in page.select(css)), scope)


def build_article(
    page: Page,
    draft: Draft,
    body: Body,
    *,
    slug: str,
    layout: str,
    tags: tuple[str, ...],
    path: tuple[str, ...],
    scope: etree._Element,
    video: tuple[str, ...] = (),
) -> Article:
    """Put the parts together; `scope` is the element that holds the article."""
    values = draft.values
    return Article(
        source=slug,
        layout=layout,
        kind=_kind(page, body, title=values.get("title") or "", scope=scope, video=video),
        url=page.url,
        canonical=_canonical(page),
        site_id=values.get("site_id"),
        title=values.get("title"),
        kicker=values.get("kicker"),
        sapo=values.get("sapo"),
        byline=values.get("byline"),
        published=values.get("published"),
        published_raw=values.get("published_raw"),
        modified=values.get("modified"),
        section=values.get("section"),
        section_path=path,
        tags=tags,
        blocks=body.blocks,
        captions=body.captions,
        images=tuple(join_address(page.url or "", address) for address in body.images),
        fields=tuple(draft.fields),
        warnings=tuple(draft.warnings),
    )


def _canonical(page: Page) -> str | None:
    """Give the address that the page states for itself; that of the front page is none of an article."""
    if not page.metadata.canonical:
        return None
    stated = join_address(page.url or "", page.metadata.canonical)
    return None if path_of(stated) in ("", "/") and path_of(page.url) not in ("", "/") else stated


def _kind(
    page: Page, body: Body, *, title: str, scope: etree._Element, video: tuple[str, ...]
) -> ArticleKind:
    words = sum(len(block.text.split()) for block in body.blocks)
    if words < FEW_WORDS and (page.shows(video) or _plays(page, scope)):
        return ArticleKind.VIDEO
    if body.interview:
        return ArticleKind.INTERVIEW
    if body.images and (PHOTO_TITLE.match(title) or not body.blocks):
        return ArticleKind.PHOTO
    if len(body.images) >= 3 and words < 60 * len(body.images):
        return ArticleKind.PHOTO
    return ArticleKind.NEWS


def _plays(page: Page, scope: etree._Element) -> bool:
    """Say whether the page states that it is a video, or has a player in its article."""
    if page.metadata.meta.get("og:type", "").startswith("video"):
        return True
    return scope is not page.root and bool(page.select(PLAYERS, scope))


def _read_image_day(platform: Platform | None, body: Body, draft: Draft) -> None:
    """Take the day on which the first picture was uploaded where the page gives no date at all."""
    if platform is None or platform.date_from_image is None or "published" in draft.values:
        return
    for address in body.images:
        day = platform.date_from_image(address)
        if day and draft.put("published", day, Layer.IMAGE_PATH, "first picture", address):
            draft.warnings.append("the date is the day on which the first picture was uploaded")
            return


def _read_layout_body(page: Page, layout: Layout, scope: etree._Element, draft: Draft) -> Body:
    for css in layout.body:
        found = page.select(css, scope) or page.select(css)
        if found:
            body = body_of(page, found[0], layout, draft)
            if body.blocks or body.captions or body.images or body.sapo or body.byline:
                draft.note("blocks", Layer.SELECTOR, css, "")
                return body
    return Body(blocks=(), captions=(), images=())


def body_of(page: Page, element: etree._Element, layout: Layout, draft: Draft) -> Body:
    """Read one body element by the rules of a layout, and without boxes that no layout need name."""
    own, common = rules_of(page, element, layout), box_rules(element, sure=True)
    rules = BodyRules(
        dropped=own.dropped | (common.dropped - own.notes),
        notes=own.notes | common.notes,
        figures=own.figures,
        captions=own.captions | common.captions,
        quotes=common.quotes,
    )
    return assemble_body(
        read_body(element, rules),
        title=draft.values.get("title"),
        sapo=draft.values.get("sapo"),
        byline_last=layout.byline_last,
        sapo_first=layout.sapo_first,
        caption_lead=layout.caption_lead,
    )


def rules_of(page: Page, element: etree._Element, layout: Layout) -> BodyRules:
    """Give the rules of a layout for one body element."""
    return BodyRules(
        dropped=_matching(page, element, layout.drop),
        notes=_matching(page, element, layout.notes),
        figures=_matching(page, element, layout.figures),
        captions=_matching(page, element, layout.captions),
    )


def _matching(
    page: Page, element: etree._Element, selectors: tuple[str, ...]
) -> frozenset[etree._Element]:
    return frozenset(page.select(",".join(selectors), element)) if selectors else frozenset()
