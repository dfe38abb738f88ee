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
from scrapers.densest import STRING, describe, find_body, in_furniture, running_text
from scrapers.elements import clean_text, element_text, is_hidden
from scrapers.fields import (
    Draft,
    first_names,
    read_dates,
    read_fallbacks,
    read_section,
    read_stated_title,
    read_tags,
)
from scrapers.layouts import Layout, Page
from scrapers.lead import find_lead, with_lead
from scrapers.pieces import Piece
from scrapers.records import Article, Block, BlockKind, Layer

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
HEADLINES = etree.XPath("//h1")
HEADINGS = etree.XPath(
    '//h2 | //h3 | //*[contains(@class, "title") or contains(@class, "tieu-de") or contains(@class, "tieude")]'
)
AUTHOR_LEAD = re.compile(r"^(?:tác giả|by|bởi|theo)\s*:?\s+(?=\S)", re.I)
LEAST_BODY = 250
SHORT_KICKER = 120
MAX_BETWEEN = 80
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
    container = find_body(page, headline)
    if headline is None and container is not None:
        headline = _heading_before(page, container)
        if headline is not None:
            draft.put("title", element_text(headline), Layer.GENERIC, describe(headline))
    read_stated_title(page, draft)
    scope = _article_scope(page, headline, container)
    title = draft.values.get("title")
    lead = find_lead(page, scope=scope, headline=headline, body=container, title=title)
    if lead:
        draft.put("sapo", lead[1], Layer.GENERIC, lead[0])
    _read_author(page, scope, container, draft)
    near = _date_near(headline, container)
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
    return build_article(page, draft, body, slug=slug, layout="generic", tags=tags, path=path)


def read_generic_body(
    page: Page, container: etree._Element | None, draft: Draft, *, layout: Layout = LAYOUT
) -> Body:
    """Read the body out of the densest container; trafilatura helps where there is none."""
    body = EMPTY
    if container is not None:
        own, known = box_rules(container, sure=False), rules_of(container, layout)
        rules = BodyRules(
            dropped=own.dropped | known.dropped,
            notes=own.notes | known.notes,
            figures=known.figures,
            captions=known.captions,
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
            body = with_lead(body, page)
    size = sum(len(block.text) for block in body.blocks)
    if size < LEAST_BODY and _may_hold_text(page):
        longer = _trafilatura_blocks(page, draft)
        if sum(map(len, longer)) > 2 * size + LEAST_BODY:
            draft.warnings.append("the body was read by trafilatura")
            draft.note("blocks", Layer.GENERIC, "trafilatura", "")
            blocks = tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in longer)
            return replace(body, blocks=blocks)
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


def find_headline(page: Page) -> etree._Element | None:
    """Give the h1 of the article: the one most like the title in the head, else the longest."""
    stated = page.metadata.article_text("headline") or page.metadata.meta.get("og:title") or ""
    words = set(stated.casefold().split())
    best, most = None, -1.0
    for heading in HEADLINES(page.root):
        own = set(element_text(heading).casefold().split())
        if not own or is_hidden(heading) or (not words and _leads_home(heading)):
            continue
        share = len(own & words) / len(own | words) if words else len(own) / 1000
        if share > most:
            best, most = heading, share
    return best if best is not None and (most >= 0.3 or not words) else None


def _leads_home(heading: etree._Element) -> bool:
    """Say whether a headline is the name of the site: a link to its front page."""
    return any((a.get("href") or "").rstrip("/").count("/") in (0, 2) for a in heading.iter("a"))


def _heading_before(page: Page, container: etree._Element) -> etree._Element | None:
    """Give the last heading before the running text, where the page has no h1 and states no title."""
    if page.metadata.article_text("headline") or page.metadata.meta.get("og:title"):
        return None
    place = {element: at for at, element in enumerate(page.root.iter())}
    texts = (p for p in container.iter("p", "div") if running_text(p) >= 60)
    first = next((p for p in texts if p.tag == "p" or not len(p)), container)
    before = None
    for element in HEADINGS(page.root):
        if place[element] >= place[first]:
            break
        if 15 <= len(element_text(element)) <= 250 and not in_furniture(element):
            before = element
    return before


def _date_near(headline: etree._Element | None, container: etree._Element | None) -> str | None:
    """Give the date line that stands between headline and body, in whatever element."""
    if headline is None or container is None:
        return None
    for element in islice(headline.xpath("following::*"), MAX_BETWEEN):
        if element is container:
            return None
        text = clean_text(element.text or "") if isinstance(element.tag, str) else ""
        if 8 <= len(text) <= 80 and is_stamp_line(text):
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
    """Give a name that stands as a line of its own right behind the body."""
    for sibling in [*container.itersiblings()][:2]:
        if not isinstance(sibling.tag, str) or next(sibling.iter("a"), None) is not None:
            continue
        text = element_text(sibling)
        if text and not in_furniture(sibling) and is_byline(text, marked=True):
            return text
    return None


def _may_hold_text(page: Page) -> bool:
    body = page.root.find("body")
    if page.data.count(b"<") > MOST_TAGS:
        return False
    return body is not None and len(clean_text(STRING(body))) >= 2 * LEAST_BODY


def _trafilatura_blocks(page: Page, draft: Draft) -> list[str]:
    import trafilatura  # takes 0.3 s and 60 MB, and few pages need it

    found = trafilatura.extract(
        page.html, include_comments=False, include_tables=False, favor_precision=True, fast=True
    )
    known = {draft.values.get("title"), draft.values.get("sapo")}
    return [
        text
        for line in (found or "").splitlines()
        if (text := clean_text(line)) and text not in known
    ]
