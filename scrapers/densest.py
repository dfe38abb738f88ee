"""The body of a page that nobody described: the element under which most running text stands."""

import re
from collections import Counter
from itertools import islice

from lxml import etree

from scrapers.elements import SILENT_TAGS, classes, clean_text, is_hidden, lies_inside
from scrapers.layouts import Page

FURNITURE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:relate[ds]?\w*|lien-?quan|tin-?lien-?quan|cung-?chuyen-?muc|comments?|binh-?luan|share|sharing|social"
    r"|tags?|keywords?|hash-?tag|authors?|tac-?gia|byline|breadcrumbs?|menu|nav|navbar|sidebar|side|aside|banners?|ads?"
    r"|advert\w*|qc|quang-?cao|newsletter|subscribe|rating|vote|audio|player|toolbar|tools?|recommend\w*|read-?more"
    r"|read-?also|xem-?them|doc-?them|more-?news|other-?news|tin-?khac|most-?read|popular|doc-?nhieu|footer|(?<!page-)(?<!entry-)(?<!post-)(?<!article-)(?<!detail-)(?<!news-)header"
    r"|copyright|popup|modal|google-?news|relatedbox|kbwscwl\w*|insert-?wiki\w*|embed|hidden|fb-\w+|zalo\w*"
    r"|suggest\w*|box-?news|news-?box|list-?news|next-?article|timeline|pagination|paging|login|signup|survey"
    r"|poll|quiz|donate|reaction|emotion|source-?link|article-?source)(?=$|[-_ ])",
    re.I,
)
BODY_NAMES = re.compile(
    r"(?:^|[-_ ])(?:article-?body|article-?content|detail-?content|entry-?content|post-?content|content-?detail"
    r"|news-?content|main-?content|maincontent|singular-?content|body-?content|articlebody|content-?body"
    r"|cms-body|fck|knc-content|entry|article__body)(?=$|[-_ ])",
    re.I,
)
PARAGRAPHS = etree.XPath(
    "//p | //div[not(.//div or .//p or .//table or .//ul or .//h2)] | //li | //blockquote"
)
FRAMES = etree.XPath(
    "//figure | //table[.//img] | //div[contains(@class, 'photo') or contains(@class, 'image')]"
)
STRING = etree.XPath("string()")
LEAST_SCORE = 140
LEAST_BELOW_HEADLINE = 80
"""News of one sentence; where no headline is known it may as well be a line of the site."""
FEWEST_PICTURES = 2
MAX_CARD_PARAGRAPHS = 2
CARD_TITLES = frozenset({"h2", "h3", "h4", "h5"})
MAX_CARD = 12
"""A card of an article has a picture, a title, a date, a summary; a body has more children."""


def find_body(page: Page, headline: etree._Element | None = None) -> etree._Element | None:
    """Give the element under which most running text stands, links not counted; None without any.

    What holds the headline is no furniture, whatever it is called.
    """
    scores: dict[etree._Element, float] = {}
    running: dict[etree._Element, int] = {}
    above = [] if headline is None else [*headline.iterancestors()]
    known: dict[etree._Element, bool] = dict.fromkeys(above, False)
    for element in PARAGRAPHS(page.root):
        size = running_text(element)
        if size < 25 or in_furniture(element, known) or (element.tag == "p" and in_card(element)):
            continue
        running[element] = size
        weight = float(size if element.tag == "p" else size * 0.6)
        parent = element.getparent()
        for share in (1.0, 0.6, 0.2):
            if parent is None or parent.tag == "html":
                break
            scores[parent] = scores.get(parent, 0.0) + weight * share
            parent = parent.getparent()
    for element in list(scores):
        if element.get("itemprop") == "articleBody" or BODY_NAMES.search(_names(element)):
            scores[element] *= 1.35
    if not scores:
        return None
    best = max(scores, key=lambda element: scores[element])
    least = LEAST_SCORE if headline is None else LEAST_BELOW_HEADLINE
    return _widened(best, running) if scores[best] >= least else None


def _widened(best: etree._Element, running: dict[etree._Element, int]) -> etree._Element:
    """Climb where the parent holds a good deal more of the same text: the body was split in parts."""
    own = _inside(best, running)
    parent = best.getparent()
    for _ in range(2):
        if (
            parent is None
            or parent.tag in ("body", "html")
            or next(parent.iter("h1"), None) is not None
        ):
            return best
        more = _inside(parent, running)
        if more >= 1.25 * own:
            return parent
        parent = parent.getparent()
    return best


def find_pictures(page: Page, headline: etree._Element | None) -> etree._Element | None:
    """Give the element under which most pictures with captions stand: a photo story has no other text."""
    if headline is None:
        return None
    known: dict[etree._Element, bool] = dict.fromkeys(headline.iterancestors(), False)
    behind = set(headline.xpath("following::*[self::figure or self::table or self::div]"))
    homes: Counter[etree._Element] = Counter()
    for element in FRAMES(page.root):
        parent = element.getparent()
        if parent is None or element not in behind or in_furniture(element, known):
            continue
        links = [a for a in element.iter("a") if clean_text(STRING(a))]
        if (
            clean_text(STRING(element))
            and not links
            and next(element.iter("img"), None) is not None
        ):
            homes[parent] += 1
    best = homes.most_common(1)
    return best[0][0] if best and best[0][1] >= FEWEST_PICTURES else None


def _inside(element: etree._Element, running: dict[etree._Element, int]) -> int:
    return sum(
        size for p in element.iter("p") if (size := running.get(p, 0)) >= 80 and not in_card(p)
    )


def in_card(element: etree._Element) -> bool:
    """Say whether a paragraph is the summary in a card of another article: below its linked title."""
    parent = element.getparent()
    for _ in range(2):
        if parent is None or len(parent) > MAX_CARD:
            return False
        if len(list(islice(parent.iter("p"), MAX_CARD_PARAGRAPHS + 1))) > MAX_CARD_PARAGRAPHS:
            return False
        for below in parent.iter("h2", "h3", "h4", "h5", element.tag):
            if below is element:
                break
            if below.tag in CARD_TITLES and next(below.iter("a"), None) is not None:
                return True
        parent = parent.getparent()
    return False


def running_text(element: etree._Element) -> int:
    """Give the number of characters of an element outside links; 0 where most of it is links."""
    raw = STRING(element)
    if len(raw) < 25:
        return 0
    text = clean_text(raw)
    if len(text) < 25:
        return 0
    linked = sum(len(clean_text(STRING(a))) for a in element.iter("a"))
    return 0 if linked > 0.6 * len(text) else len(text) - linked


def in_furniture(element: etree._Element, known: dict[etree._Element, bool] | None = None) -> bool:
    """Say whether the element lies in a menu, a footer, a list of other articles and the like."""
    return lies_inside(element, _is_furniture, {} if known is None else known)


def _is_furniture(element: etree._Element) -> bool:
    if (
        element.tag in ("nav", "footer", "aside")
        or element.tag in SILENT_TAGS
        or is_hidden(element)
    ):
        return True
    names = _names(element)
    return bool(names and FURNITURE_NAMES.search(names) and not BODY_NAMES.search(names))


def describe(element: etree._Element) -> str:
    """Give a selector-like name of an element, for evidence."""
    marks = "".join(f".{name}" for name in classes(element)[:2])
    identity = f"#{element.get('id')}" if element.get("id") else ""
    return f"{element.tag}{identity}{marks}"


def _names(element: etree._Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()
