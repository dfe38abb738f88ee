"""Articles of sites that nobody described: JSON-LD, Open Graph and the densest text of the page."""

import re

import trafilatura
from lxml import etree

from scrapers.article import (
    Draft,
    build_article,
    first_names,
    read_dates,
    read_fallbacks,
    read_section,
    read_tags,
)
from scrapers.assemble import Body, assemble_body
from scrapers.body import BodyRules, read_body
from scrapers.elements import SILENT_TAGS, classes, clean_text, element_text, is_hidden
from scrapers.layouts import Layout, Page
from scrapers.records import Article, Block, BlockKind, Layer
from scrapers.selectors import select

FURNITURE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:relate[ds]?\w*|lien-?quan|tin-?lien-?quan|cung-?chuyen-?muc|comments?|binh-?luan|share|sharing|social"
    r"|tags?|keywords?|hash-?tag|authors?|tac-?gia|byline|breadcrumbs?|menu|nav|navbar|sidebar|side|aside|banners?|ads?"
    r"|advert\w*|qc|quang-?cao|newsletter|subscribe|rating|vote|audio|player|toolbar|tools?|recommend\w*|read-?more"
    r"|read-?also|xem-?them|doc-?them|more-?news|other-?news|tin-?khac|most-?read|popular|doc-?nhieu|footer|header"
    r"|copyright|popup|modal|google-?news|relatedbox|kbwscwl\w*|insert-?wiki\w*|embed|hidden|print|fb-\w+|zalo\w*"
    r"|suggest\w*|box-?news|news-?box|list-?news|next-?article|timeline|pagination|paging|login|signup|survey"
    r"|poll|quiz|donate|reaction|emotion|source-?link|article-?source)(?=$|[-_ ])",
    re.I,
)
NOTE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:note|box-?content|info-?box|notebox|quote-?box|objectbox\w*)(?=$|[-_ \d])", re.I
)
BODY_NAMES = re.compile(
    r"(?:^|[-_ ])(?:article-?body|article-?content|detail-?content|entry-?content|post-?content|content-?detail"
    r"|news-?content|main-?content|maincontent|singular-?content|body-?content|articlebody|content-?body"
    r"|cms-body|fck|knc-content|entry|article__body)(?=$|[-_ ])",
    re.I,
)
SAPO = (
    "[itemprop=description]", "[class*=sapo]", "[class*=chapeau]", "[class*=chappeau]", "[class*=article-desc]",
    "[class*=detail-desc]", "[class*=detail-lead]", "[class*=article-lead]", "[class*=-summary]", "[class*=__summary]",
    "[class*=post-desc]", "[class*=post-lead]", "[class*=post-excerpt]", "[class*=article-excerpt]", "[class*=abstract]",
    ".lead", ".summary", ".excerpt", ".desc", ".description", ".sub-title", ".standfirst", ".intro",
)  # fmt: skip
LAYOUT = Layout(
    name="generic",
    signs=("body",),
    byline=(
        "[itemprop=author] [itemprop=name]", "[rel=author]", "[itemprop=author]", "[class*=author] .name", "[class*=author-name]",
        "[class*=author_name]", "[class*=detail-author]", "[class*=article-author]", "[class*=article__author]",
        "[class*=post-author]", ".author", ".authors", ".byline", "[class*=tac-gia]", "[class*=tacgia]",
    ),
    published=(
        "time[datetime]", "[itemprop=datePublished]", "[class*=publish]", "[class*=article-date]", "[class*=post-date]",
        "[class*=detail-time]", "[class*=detail-date]", "[class*=date-time]", "[class*=article-time]", "[class*=entry-date]",
        "[class*=article__meta]", "[class*=post-time]", "time", ".date", ".time", ".datetime", "[class*=ngay]",
    ),
    section=("[itemtype*=BreadcrumbList] [itemprop=name]", ".breadcrumb a", ".breadcrumbs a", "[class*=breadcrumb] a"),
    tags=("[rel=tag]", "[class*=tags] a", "[class*=tag-list] a", "[class*=keywords] a"),
)  # fmt: skip
PARAGRAPHS = etree.XPath(
    "//p | //div[not(.//div or .//p or .//table or .//ul or .//h2)] | //li | //blockquote"
)
HEADLINES = etree.XPath("//h1")
MIN_BODY = 250


def read_generic(page: Page, *, slug: str, warnings: tuple[str, ...] = ()) -> Article:
    """Read an article without a layout; without any body its blocks are empty."""
    draft = Draft(warnings=list(warnings))
    headline = find_headline(page)
    if headline is not None:
        draft.put("title", element_text(headline), Layer.GENERIC, "h1")
    container = find_body(page)
    scope = _article_scope(page, headline, container)
    outside = _outside(scope, container)
    _read_sapo(page, draft, scope, container)
    found = first_names(scope, LAYOUT.byline)
    if found and len(found[1]) <= 80 and not re.search(r"\d{4}", found[1]):
        draft.put("byline", found[1].removeprefix("Tác giả:").strip(), Layer.GENERIC, found[0])
    read_dates(page, LAYOUT, outside, draft, None)
    path = read_section(page, LAYOUT, scope if headline is None else page.root, draft)
    tags = read_tags(page, LAYOUT, scope, draft)
    body = read_generic_body(page, container, draft)
    if body.byline:
        draft.put("byline", body.byline, Layer.GENERIC, "last line of the body")
    if body.sapo:
        draft.put("sapo", body.sapo, Layer.GENERIC, "first paragraph of the body")
    read_fallbacks(page, draft)
    return build_article(page, draft, body, slug=slug, layout="generic", tags=tags, path=path)


def read_generic_body(page: Page, container: etree._Element | None, draft: Draft) -> Body:
    """Read the body out of the densest container; trafilatura helps where there is none."""
    body = Body(blocks=(), captions=(), images=())
    if container is not None:
        sapo = draft.values.get("sapo")
        body = assemble_body(
            read_body(container, _rules(container)),
            title=draft.values.get("title"),
            sapo=sapo,
            byline_last=True,
        )
        body = _with_lead(body, page, draft)
    if sum(len(block.text) for block in body.blocks) < MIN_BODY:
        longer = _trafilatura_blocks(page)
        if sum(map(len, longer)) > 2 * sum(len(block.text) for block in body.blocks) + MIN_BODY:
            draft.warnings.append("the body was read by trafilatura")
            draft.note("blocks", Layer.GENERIC, "trafilatura", "")
            blocks = tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in longer)
            return Body(blocks=blocks, captions=body.captions, images=body.images)
    if body.blocks and container is not None:
        draft.note("blocks", Layer.GENERIC, _describe(container), "")
    return body


def find_headline(page: Page) -> etree._Element | None:
    """Give the h1 of the article: the one most like the title in the head, else the only one."""
    stated = page.metadata.article_text("headline") or page.metadata.meta.get("og:title") or ""
    words = set(stated.casefold().split())
    best, most = None, -1.0
    for heading in HEADLINES(page.root):
        own = set(element_text(heading).casefold().split())
        if not own or is_hidden(heading):
            continue
        share = len(own & words) / len(own | words) if words else len(own) / 1000
        if share > most:
            best, most = heading, share
    return best if best is not None and (most >= 0.3 or not words) else None


def find_body(page: Page) -> etree._Element | None:
    """Give the element under which most running text stands, links not counted."""
    scores: dict[etree._Element, float] = {}
    for element in PARAGRAPHS(page.root):
        size = _running_text(element)
        if size < 25 or _in_furniture(element):
            continue
        weight = float(size if element.tag == "p" else size * 0.6)
        parent = element.getparent()
        for share in (1.0, 0.6, 0.2):
            if parent is None or parent.tag in ("body", "html"):
                break
            scores[parent] = scores.get(parent, 0.0) + weight * share
            parent = parent.getparent()
    for element in list(scores):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.get("itemprop") == "articleBody" or BODY_NAMES.search(names):
            scores[element] *= 1.35
    if not scores:
        return None
    best = max(scores, key=lambda element: scores[element])
    return best if scores[best] >= 140 else None


def _running_text(element: etree._Element) -> int:
    text = clean_text(str(element.xpath("string()")))
    if len(text) < 25:
        return 0
    linked = sum(len(clean_text(str(a.xpath("string()")))) for a in element.iter("a"))
    if linked > 0.6 * len(text):
        return 0
    return len(text) - linked


def _in_furniture(element: etree._Element) -> bool:
    for above in (element, *element.iterancestors()):
        if above.tag in ("body", "html"):
            return False
        if above.tag in ("nav", "footer", "aside", "form", *SILENT_TAGS) or is_hidden(above):
            return True
        names = f"{above.get('class') or ''} {above.get('id') or ''}"
        if names != " " and FURNITURE_NAMES.search(names) and not BODY_NAMES.search(names):
            return True
    return False


def _rules(container: etree._Element) -> BodyRules:
    dropped, notes = set(), set()
    for element in container.iterdescendants():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if tag in ("nav", "aside", "footer", "header", "h1") or (
            names != " " and tag not in ("p", "span", "figure", "figcaption") and FURNITURE_NAMES.search(names)
            and not BODY_NAMES.search(names)
        ) or (element.get("type") or "").startswith("Related") or _is_link_list(element):  # fmt: skip
            dropped.add(element)
        elif element.get("type") == "content" or (
            names != " " and NOTE_NAMES.search(names) and tag in ("div", "table")
        ):
            notes.add(element)
    return BodyRules(dropped=frozenset(dropped), notes=frozenset(notes))


def _is_link_list(element: etree._Element) -> bool:
    """Say whether a box is a list of linked titles, such as related articles."""
    if element.tag not in ("ul", "ol", "div", "section", "table", "article"):
        return False
    links = [a for a in element.iter("a") if a.get("href")]
    if not links or len(links) > 40:
        return False
    text = clean_text(str(element.xpath("string()")))
    linked = sum(len(clean_text(str(a.xpath("string()")))) for a in links)
    return bool(text) and len(text) < 2500 and linked >= 0.75 * len(text) and linked >= 20


def _article_scope(
    page: Page, headline: etree._Element | None, container: etree._Element | None
) -> etree._Element:
    """Give the smallest element that holds headline and body."""
    if headline is None or container is None:
        return page.root
    above = set(container.iterancestors()) | {container}
    return next((element for element in headline.iterancestors() if element in above), page.root)


def _outside(scope: etree._Element, container: etree._Element | None) -> etree._Element:
    return scope


def _read_sapo(
    page: Page, draft: Draft, scope: etree._Element, container: etree._Element | None
) -> None:
    stated = page.metadata.meta.get("og:description") or page.metadata.meta.get("description") or ""
    title = draft.values.get("title")
    candidates = []
    for css in SAPO:
        for element in select(scope, css):
            text = element_text(element)
            inside = container is not None and element is container
            if (
                40 <= len(text) <= 900
                and text != title
                and not inside
                and not _in_furniture(element)
            ):
                candidates.append((css, text))
    if not candidates:
        return
    words = set(stated.casefold().split())
    css, text = (
        max(candidates, key=lambda one: _likeness(one[1], words)) if words else candidates[0]
    )
    if not words or _likeness(text, words) >= 0.4:
        draft.put("sapo", text, Layer.GENERIC, css)


def _likeness(text: str, words: set[str]) -> float:
    own = set(text.casefold().split())
    return len(own & words) / max(1, min(len(own), len(words)))


def _with_lead(body: Body, page: Page, draft: Draft) -> Body:
    """Take the first paragraph as sapo where the description in the head is its beginning."""
    if "sapo" in draft.values or len(body.blocks) < 3:
        return body
    stated = page.metadata.meta.get("og:description") or page.metadata.meta.get("description") or ""
    start = re.sub(r"\W+", " ", stated.casefold()).strip()[:60]
    first = re.sub(r"\W+", " ", body.blocks[0].text.casefold()).strip()
    if len(start) >= 30 and start in first[:140] and len(first) <= 1.5 * len(stated) + 40:
        return Body(
            blocks=body.blocks[1:], captions=body.captions, images=body.images, byline=body.byline,
            sapo=body.blocks[0].text, interview=body.interview, paragraphs_in_p=body.paragraphs_in_p,
        )  # fmt: skip
    return body


def _trafilatura_blocks(page: Page) -> list[str]:
    found = trafilatura.extract(
        page.html, include_comments=False, include_tables=False, favor_precision=True
    )
    return [text for line in (found or "").splitlines() if (text := clean_text(line))]


def _describe(element: etree._Element) -> str:
    marks = "".join(f".{name}" for name in classes(element)[:2])
    identity = f"#{element.get('id')}" if element.get("id") else ""
    return f"{element.tag}{identity}{marks}"
