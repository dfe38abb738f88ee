"""Line breaks in a body: how many of them part paragraphs, and where."""

from lxml import etree

from scrapers.elements import SILENT_TAGS, clean_text, element_text
from scrapers.pieces import HEADINGS

FEWEST_LINES = 4
"""So many lines of whole sentences in one element are paragraphs of their own."""
LINE = 60
LONG_BESIDE = 250
"""A lead is shorter."""
ONE_PARAGRAPH = frozenset({"p", "li", "td", *HEADINGS})
"""What is one paragraph, however many line breaks are in it."""


def unwrapped(element: etree._Element) -> etree._Element:
    """Give the span that holds all of an element parted by breaks, as word processors leave it."""
    inner = element
    while len(inner) == 1 and inner[0].tag in ("span", "font") and not _loose(inner):
        inner = inner[0]
    return inner if sum(child.tag == "br" for child in inner) >= FEWEST_LINES - 1 else element


def _loose(element: etree._Element) -> bool:
    return bool((element.text or "").strip() or (element[0].tail or "").strip())


def breaks_that_part(element: etree._Element, frame: str) -> int:
    """Say how many line breaks part paragraphs here.

    Two do in a box, and in a paragraph of many parts; one does where most lines are sentences of a box, or of
    a paragraph that is the whole article.
    """
    breaks = [child for child in element if child.tag == "br"]
    if len(breaks) >= FEWEST_LINES - 1:
        lines = [line for line in _lines(element) if line]
        whole = [line for line in lines if len(line) >= LINE and line[-1] in '.!?…”":;']
        sentences = len(whole) >= FEWEST_LINES and len(whole) >= 0.7 * len(lines)
        if sentences and (frame not in ONE_PARAGRAPH or _is_alone(element)):
            return 1
        twice = sum((child.getnext() is not None and child.getnext().tag == "br" and not (child.tail or "").strip())
                    for child in breaks)  # fmt: skip
        if twice >= 2 and sum(map(len, lines)) >= 3 * LINE:
            return 2
    return 2 if frame not in ONE_PARAGRAPH else len(breaks) + 1


def _is_alone(element: etree._Element) -> bool:
    """Say whether no other text stands beside an element."""
    return all(len(element_text(one)) < LONG_BESIDE for one in _beside(element))


def _beside(element: etree._Element) -> list[etree._Element]:
    around = [*element.itersiblings(), *element.itersiblings(preceding=True)]
    return [one for one in around if isinstance(one.tag, str) and one.tag not in SILENT_TAGS]


def _lines(element: etree._Element) -> list[str]:
    """Give the texts between the line breaks of an element."""
    lines, parts = [], [element.text or ""]
    for child in element:
        if child.tag == "br":
            lines.append(clean_text("".join(parts)))
            parts = []
        elif isinstance(child.tag, str):
            parts.append(element_text(child))
        parts.append(child.tail or "")
    return [*lines, clean_text("".join(parts))]
