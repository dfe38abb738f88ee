"""What inside a body is furniture and what a boxed note: told by names, by headings and by make-up."""

import re
from itertools import islice

from lxml import etree

from scrapers.body import BodyRules
from scrapers.densest import BODY_NAMES, FURNITURE_NAMES, STRING, in_card, running_text
from scrapers.elements import clean_text
from scrapers.furniture import CAPTION_NAMES, is_cut, is_weak_cut, may_cut

SURE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:relate[ds]?\w*|lien-?quan|(?:box-?)?tin-?lien-?quan|cung-?chuyen-?muc|comments?|binh-?luan|share|sharing"
    r"|social|banners?|ads?|advert\w*|adsbygoogle|quang-?cao|newsletter|subscribe|rating|vote|audio|tts|recommend\w*|read-?more"
    r"|read-?also|xem-?them|doc-?them|tin-?khac|most-?read|doc-?nhieu|popup|modal|google-?news|fb-\w+|zalo\w*|suggest\w*"
    r"|next-?article|survey|poll|quiz|donate|reaction|toc|muc-?luc)(?=$|[-_ ])",
    re.I,
)
"""Names that mean the same on every site: boxes of these are left out of bodies that a layout found, too."""
NOTE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:note|box-?content|info-?box|box-?info|box-?note|notebox|quote-?box|objectbox\w*)(?=$|[-_ \d])",
    re.I,
)
NOTE_TYPES = frozenset({"content", "wrapnote", "note"})
"""What VCCorp's editor calls the boxes that belong to an article."""
QUOTE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:simple|pull|block|box|star)?-?quote(?:-?box|-?content)?(?=$|[-_ ])", re.I
)
FURNITURE_TAGS = frozenset({"nav", "footer", "header", "h1"})
KEPT_TAGS = frozenset({"p", "span", "figure", "figcaption", "b", "strong", "em", "i", "a"})
BOX_TAGS = frozenset({"ul", "ol", "div", "section", "table", "article", "aside"})
MOST = 0.4
"""A box with a larger share of the text of a body is no furniture, whatever its name."""
LONGEST_HEADING = 80
MOST_LINKS = 40
LONGEST_LIST = 2_500
LONGEST_CARD = 500
SHORTEST_TITLE = 20


def box_rules(container: etree._Element, *, sure: bool) -> BodyRules:
    """Give what to leave out of a body and what in it is a note; `sure`: by names of one meaning only."""
    dropped, notes, quotes, captions = set(), set(), set(), set()
    whole = len(clean_text(STRING(container)))
    for element in container.iterdescendants():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        text = element.text
        if text and len(text) <= LONGEST_HEADING and may_cut(text):
            box = _box_below(element, container, whole)
            if box is not None:
                dropped.add(box)
        if tag in KEPT_TAGS and not element.get("type"):
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
        furniture = _is_furniture(element, tag, names, sure=sure) and _may_go(element, whole)
        if furniture or (tag in BOX_TAGS and _lists_others(element, whole)):
            dropped.add(element)
        elif tag == "aside" or element.get("type") in NOTE_TYPES:
            notes.add(element)
        elif tag in BOX_TAGS and (names or element.get("type")):
            if NOTE_NAMES.search(names):
                notes.add(element)
            elif QUOTE_NAMES.search(f"{names} {element.get('type') or ''}"):
                quotes.add(element)
            elif CAPTION_NAMES.search(names) and next(element.iter("img"), None) is None:
                captions.add(element)
    return BodyRules(
        dropped=frozenset(dropped),
        notes=frozenset(notes),
        quotes=frozenset(quotes),
        captions=frozenset(captions),
    )


def _is_furniture(element: etree._Element, tag: str, names: str, *, sure: bool) -> bool:
    if (element.get("type") or "").startswith("Related"):
        return True
    if tag in ("aside", "form"):
        return not _holds_text(element)
    if not sure and tag in FURNITURE_TAGS:
        return True
    if not names or tag in KEPT_TAGS or BODY_NAMES.search(names):
        return False
    if SURE_NAMES.search(names):
        return True
    return not sure and bool(FURNITURE_NAMES.search(names)) and not _holds_text(element)


def _may_go(element: etree._Element, whole: int) -> bool:
    """Say whether a box may be left out: it is a small part of the body, or no running text stands in it."""
    most = MOST * whole
    raw = len(STRING(element))  # blanks included: seldom three times the text
    small = raw <= most or (raw <= 3 * most and _size(element) <= most)
    return small or not _holds_text(element)


def _holds_text(element: etree._Element) -> bool:
    """Say whether running text stands in a box, and not one paragraph each in cards of other articles."""
    return any(
        running_text(below) >= 80 and not in_card(below)
        for below in element.iter("p", "div")
        if below.tag == "p" or not any(child.tag in ("p", "div", "table") for child in below)
    )


def _size(element: etree._Element) -> int:
    return len(clean_text(STRING(element)))


def _box_below(
    element: etree._Element, container: etree._Element, whole: int
) -> etree._Element | None:
    """Give the box that begins with this element, where its words head a list of other articles."""
    if not is_cut(clean_text(element.text or "")):
        return None
    heading, text = element, clean_text(STRING(element))
    above = heading.getparent()
    while above is not None and above is not container and not _text_before(heading, above):
        if not is_cut(text) or _size(above) != len(text):
            break
        heading, above = above, above.getparent()
    if above is None or above is container or not is_cut(text) or _text_before(heading, above):
        return None
    if not _may_go(above, whole):
        return None
    return None if is_weak_cut(text) and next(above.iter("a"), None) is None else above


def _text_before(element: etree._Element, above: etree._Element) -> bool:
    """Say whether words stand before an element in the one above it."""
    if (above.text or "").strip():
        return True
    return any(
        STRING(one).strip() or (one.tail or "").strip()
        for one in element.itersiblings(preceding=True)
    )


def _lists_others(element: etree._Element, whole: int) -> bool:
    """Say whether a box is made of titles of other articles, whatever its name."""
    return _is_link_list(element) or (_is_cards(element) and _may_go(element, whole))


def _is_link_list(element: etree._Element) -> bool:
    """Say whether a box is a list of linked titles, such as related articles."""
    links = list(islice((a for a in element.iter("a") if a.get("href")), MOST_LINKS + 1))
    if not links or len(links) > MOST_LINKS:
        return False
    text = clean_text(STRING(element))
    linked = sum(len(clean_text(STRING(a))) for a in links)
    return bool(text) and len(text) < LONGEST_LIST and linked >= 0.75 * len(text) and linked >= 20


def _is_cards(element: etree._Element) -> bool:
    """Say whether a box holds nothing but cards of other articles, or is one."""
    if element.tag == "table" or next(element.iter("a"), None) is None:
        return False
    if _is_card(element):
        return True
    cards = 0
    for child in element:
        if not isinstance(child.tag, str) or not STRING(child).strip():
            continue
        if child.tag not in (*BOX_TAGS, "li") or not _is_card(child):
            return False
        cards += 1
    return cards > 1


def _is_card(element: etree._Element) -> bool:
    """Say whether a linked title is the first thing in a box of few words."""
    if len(STRING(element)) > 2 * LONGEST_CARD or _size(element) > LONGEST_CARD:
        return False
    for below in element.iter("h2", "h3", "h4", "h5"):
        title = clean_text(STRING(below))
        linked = sum(len(clean_text(STRING(a))) for a in below.iter("a"))
        first = clean_text(STRING(element)).startswith(title)
        return first and len(title) >= SHORTEST_TITLE and linked == len(title)
    return False
