"""Articles of sites that nobody described: JSON-LD, Open Graph and the densest text of the page."""

import re
from dataclasses import replace
from itertools import islice

from lxml import etree

from scrapers.article import build_article, rules_of
from scrapers.assemble import Body, assemble_body
from scrapers.body import BodyRules, read_body
from scrapers.boxes import box_rules
from scrapers.bylines import is_byline
from scrapers.datelines import find_dateline, is_stamp_line
from scrapers.densest import STRING, describe, find_body, find_pictures, in_furniture
from scrapers.elements import clean_text, element_text
from scrapers.fields import (
    Draft,
    first_names,
    read_dates,
    read_fallbacks,
    read_section,
    read_stated_title,
    read_tags,
)
from scrapers.furniture import BYLINE_LEAD
from scrapers.headline import find_headline, heading_before, window_title
from scrapers.layouts import Layout, Page
from scrapers.lead import find_lead, with_lead
from scrapers.pieces import Piece
from scrapers.records import Article, Block, Layer

LAYOUT = Layout(
    name="generic",
    signs=("body",),
    byline=(
        "[itemprop=author] [itemprop=name]", "[rel=author]", "[itemprop=author]", "[class*=author] .name",
        "[class*=author-name]", "[class*=author_name]", "[class*=author__name]", "[class*=detail-author]",
        "[class*=article-author]", "[class*=article__author]", "[class*=post-author]", ".author", ".authors", ".byline",
        "[class*=tac-gia]", "[class*=tacgia]",
    ),
    published=(
        "time[datetime]", "[itemprop=datePublished]", "[class*=publish]", "[class*=article-date]", "[class*=post-date]",
        "[class*=detail-time]", "[class*=detail-date]", "[class*=date-time]", "[class*=article-time]", "[class*=entry-date]",
        "[class*=article__meta]", "[class*=post-time]", "time", ".date", ".time", ".datetime", "[class*=ngay]",
    ),
    section=("[itemtype*=BreadcrumbList] [itemprop=name]", ".breadcrumb a", ".breadcrumbs a", "[class*=breadcrumb] a"),
    tags=(
        "[rel=tag]", "[class*=tags] a", "[class*=tag-list] a", "[class*=keywords] a", "a[class*=tag-item]",
        "[class*=article-tag] a", "[class*=detail-tag] a", "[class*=post-tag] a", "a[href*='/tag/']", "a[href*='/tags/']",
    ),
    byline_last=True,
)  # fmt: skip
AUTHOR_LEAD = re.compile(r"^(?:tác giả|by|bởi|theo)\s*:?\s+(?=\S)", re.I)
LEAST_BODY = 250
LITTLE_TEXT = 800
SHORT_KICKER = 120
MAX_BETWEEN = 80
MAX_BEFORE = 40
MOST_TAGS = 8_000
"""Beyond it trafilatura takes a second and more."""
EMPTY = Body(blocks=(), captions=(), images=())


def read_generic(
    page: Page, *, slug: str, warnings: tuple[str, ...] = (), habits: Layout | None = None
) -> Article:
    """Read an article without a layout; where no body is found its blocks are empty.

    `habits` is the newest layout of its platform: what stands inside bodies is often kept.
    """
    draft = Draft(warnings=list(warnings))
    headline = find_headline(page)
    if headline is not None:
        draft.put("title", element_text(headline), Layer.GENERIC, "h1")
    container = _find_container(page, headline)
    if headline is None and container is not None:
        headline = heading_before(page, container)
        if headline is not None:
            draft.put("title", element_text(headline), Layer.GENERIC, describe(headline))
    read_stated_title(page, draft)
    if container is not None and "title" not in draft.values:
        draft.put("title", window_title(page, container), Layer.META, "title element")
    scope = _article_scope(page, headline, container)
    title = draft.values.get("title")
    lead = find_lead(page, scope=scope, headline=headline, body=container, title=title)
    if lead:
        draft.put("sapo", lead[1], Layer.GENERIC, lead[0])
    _read_author(page, scope, container, draft)
    stamp = _stamp_near(headline, container)
    near = clean_text(stamp.text or "") if stamp is not None else None
    read_dates(page, LAYOUT, scope, draft, None, near=near)
    path = read_section(page, LAYOUT, page.root, draft)
    tags = read_tags(page, LAYOUT, scope, draft)
    body = read_generic_body(page, container, draft, layout=habits or LAYOUT)
    if body.byline:
        draft.put("byline", body.byline, Layer.GENERIC, "last line of the body")
    elif container is not None:
        draft.put("byline", _author_behind(container), Layer.GENERIC, "line behind the body")
    if body.sapo:
        draft.put("sapo", body.sapo, Layer.GENERIC, "first paragraph of the body")
    read_fallbacks(page, draft, body)
    if stamp is not None:
        draft.put("byline", _author_beside(stamp, title), Layer.GENERIC, "beside the date line")
    return build_article(
        page,
        draft,
        body,
        slug=slug,
        layout="generic",
        tags=tags,
        path=path,
        scope=scope if container is None else container,
    )


def _find_container(page: Page, headline: etree._Element | None) -> etree._Element | None:
    """Give the element with the text, or with the pictures of a photo story that has hardly any text."""
    container = find_body(page, headline)
    if container is not None and len(element_text(container)) >= LITTLE_TEXT:
        return container
    pictures = find_pictures(page, headline)
    if pictures is None or container in (pictures, *pictures.iterancestors()):
        return container
    return pictures


def read_generic_body(
    page: Page, container: etree._Element | None, draft: Draft, *, layout: Layout = LAYOUT
) -> Body:
    """Read the body out of the densest container; trafilatura helps where there is none."""
    body = EMPTY
    if container is not None:
        own, known = box_rules(container, sure=False), rules_of(page, container, layout)
        rules = BodyRules(
            dropped=own.dropped | known.dropped,
            notes=own.notes | known.notes,
            figures=known.figures,
            captions=known.captions | own.captions,
            quotes=own.quotes,
        )
        pieces = read_body(container, rules)
        _take_stamp(pieces, draft)
        body = assemble_body(
            pieces,
            title=draft.values.get("title"),
            sapo=draft.values.get("sapo"),
            byline_last=True,
            sapo_first=layout.sapo_first,
            caption_lead=layout.caption_lead,
        )
        if "sapo" not in draft.values:
            body = with_lead(body, page, draft.values.get("title"))
    size = sum(len(block.text) for block in body.blocks)
    if size < LEAST_BODY and (not body.blocks or container is None) and _may_hold_text(page):
        longer = _trafilatura_blocks(page, draft, body)
        if sum(len(block.text) for block in longer) > 2 * size + LEAST_BODY:
            draft.warnings.append("the body was read by trafilatura")
            draft.note("blocks", Layer.GENERIC, "trafilatura", "")
            return replace(body, blocks=longer)
    if body.blocks and container is not None:
        draft.note("blocks", Layer.GENERIC, describe(container), "")
    return body


def _take_stamp(pieces: list[Piece], draft: Draft) -> None:
    """Take a date line at the head of a body, as print views have it; what is bold behind it is the sapo."""
    title = draft.values.get("title")
    for at, piece in enumerate(pieces[:4]):
        if piece.kind == "text" and is_stamp_line(piece.text):
            dateline = find_dateline(piece.text)
            if dateline and draft.put(
                "published", dateline.value, Layer.GENERIC, "date line", piece.text
            ):
                draft.values.setdefault("published_raw", piece.text)
            before = [p.text for p in pieces[:at] if p.text and p.text != title]
            if before and len(before[-1]) < SHORT_KICKER:
                draft.put("kicker", before[-1], Layer.GENERIC, "line above the headline")
            behind = pieces[at + 1] if at + 1 < len(pieces) else None
            taken = at + 1
            if behind is not None and behind.bold and len(behind.text) >= 40:
                draft.put("sapo", behind.text, Layer.GENERIC, "bold line behind the date")
                taken += 1
            del pieces[:taken]
            return


def _stamp_near(
    headline: etree._Element | None, container: etree._Element | None
) -> etree._Element | None:
    """Give the element with the date line between headline and body, else the last one before both."""
    if container is None:
        return None
    if headline is not None:
        for element in islice(headline.xpath("following::*"), MAX_BETWEEN):
            if element is container:
                break
            if _is_stamp(element):
                return element
    first = headline if headline is not None else container
    before = (e for e in first.xpath(f"preceding::*[position() <= {MAX_BEFORE}]"))
    stamps = [e for e in before if _is_stamp(e) and not _is_clock(e)]
    return stamps[-1] if stamps else None


def _is_stamp(element: etree._Element) -> bool:
    text = clean_text(element.text or "") if isinstance(element.tag, str) else ""
    return 8 <= len(text) <= 80 and is_stamp_line(text)


def _is_clock(element: etree._Element) -> bool:
    """Say whether a date is that of today, in the head of the site, or that of another article."""
    above = [element, *islice(element.iterancestors(), 3)]
    return in_furniture(element) or any(
        one.tag in ("header", "a", "li", "nav") or "hôm nay" in (one.text or "").casefold()
        for one in above
    )


def _author_beside(stamp: etree._Element, title: str | None) -> str | None:
    """Give the name that stands beside the date line, in the same box and nothing else with it."""
    box = stamp.getparent()
    if box is None or len(element_text(box)) > 160:
        return None
    for element in box.iter():
        if element is stamp or not isinstance(element.tag, str) or len(element):
            continue
        text = clean_text(element.text or "")
        if 2 <= len(text.split()) <= 8 and text != title and is_byline(text, marked=True):
            return text
    return None


def _article_scope(
    page: Page, headline: etree._Element | None, container: etree._Element | None
) -> etree._Element:
    """Give the smallest element that holds headline and body."""
    if headline is None or container is None:
        return page.root
    above = set(container.iterancestors()) | {container}
    return next((element for element in headline.iterancestors() if element in above), page.root)


def _read_author(
    page: Page, scope: etree._Element, container: etree._Element | None, draft: Draft
) -> None:
    found = first_names(page, scope, LAYOUT.byline)
    if found and len(found[1]) <= 100 and not re.search(r"\d{3}|@", found[1]):
        draft.put("byline", AUTHOR_LEAD.sub("", found[1]), Layer.GENERIC, found[0])


def _author_behind(container: etree._Element) -> str | None:
    """Give a name that stands as a line of its own right behind the body, or behind the boxes around it."""
    for box in (container, *islice(container.iterancestors(), 2)):
        if box.tag in ("body", "main"):
            return None
        for sibling in [*box.itersiblings()][:2]:
            if not isinstance(sibling.tag, str) or next(sibling.iter("a"), None) is not None:
                continue
            text = element_text(sibling)
            led = bool(BYLINE_LEAD.match(text))
            if text and (led or not in_furniture(sibling)) and is_byline(text, marked=True):
                return text
    return None


def _may_hold_text(page: Page) -> bool:
    body = page.root.find("body")
    if page.data.count(b"<") > MOST_TAGS:
        return False
    return body is not None and len(clean_text(STRING(body))) >= 2 * LEAST_BODY


def _trafilatura_blocks(page: Page, draft: Draft, body: Body) -> tuple[Block, ...]:
    """Give the paragraphs that trafilatura finds, by the same rules for what is no paragraph."""
    import trafilatura  # takes 0.3 s and 60 MB, and few pages need it

    found = trafilatura.extract(
        page.html, include_comments=False, include_tables=False, favor_precision=True, fast=True
    )
    title = draft.values.get("title")
    sapo = draft.values.get("sapo") or page.metadata.description(title)
    known = {title, sapo, *(caption.text for caption in body.captions)}
    lines = [clean_text(line) for line in (found or "").splitlines()]
    pieces = [
        Piece(kind="text", text=line)
        for line in lines
        if line and line not in known and not is_stamp_line(line)
    ]
    return assemble_body(pieces, title=title, sapo=sapo, byline_last=True).blocks
