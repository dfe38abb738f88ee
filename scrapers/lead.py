"""The sapo where no selector gives it: by its class name, or by its place and the description in the head."""

import re
from dataclasses import replace
from itertools import islice

from lxml import etree

from scrapers.assemble import Body
from scrapers.densest import in_furniture, running_text
from scrapers.elements import BLOCK_TAGS, element_text
from scrapers.furniture import CREDIT, LOOSE_CREDIT, PAPER_MARK
from scrapers.layouts import Page

NAMED = (
    "[itemprop=description]", "[class*=sapo]", "[class*=chapeau]", "[class*=chappeau]", "[class*=article-desc]",
    "[class*=detail-desc]", "[class*=detail-lead]", "[class*=article-lead]", "[class*=-summary]", "[class*=__summary]",
    "[class*=post-desc]", "[class*=post-lead]", "[class*=post-excerpt]", "[class*=article-excerpt]", "[class*=abstract]",
    "[class*=tomtat]", "[class*=tom-tat]", "[class*=trichdan]", "[id*=sapo]", "[id*=Sapo]", "[id*=Summary]", ".lead", ".summary", ".excerpt", ".desc", ".description", ".sub-title", ".standfirst", ".intro",
)  # fmt: skip
CUT_OFF = ("...", "…", "[…]", "[...]")
SHORTEST, LONGEST = 40, 900
ALIKE = 0.6
MOST_BETWEEN = 60
SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')


def find_lead(
    page: Page,
    *,
    scope: etree._Element,
    headline: etree._Element | None,
    body: etree._Element | None,
    title: str | None,
) -> tuple[str, str] | None:
    """Give where it stands and the text of the lead outside the body, or None."""
    words = _words(page.metadata.description(title))
    known = dict.fromkeys(headline.iterancestors(), False) if headline is not None else {}
    best: tuple[float, str, str] | None = None
    for css in NAMED:
        for element in page.select(css, scope):
            text = element_text(element)
            if not _fits(text, title) or element is body or in_furniture(above(element), known):
                continue
            if any(one.tag in ("figure", "table") for one in islice(element.iterancestors(), 3)):
                continue
            share = likeness(text, words) if words else 1.0
            if share >= 0.4 and (best is None or share > best[0]):
                best = (share, css, text)
    if best is not None:
        return best[1], best[2]
    return _between(headline, body, words, title, known)


def with_lead(body: Body, page: Page, title: str | None) -> Body:
    """Take the first paragraph as sapo where it is all bold, or where the description is that paragraph."""
    if not body.blocks:
        return body
    lead = body.blocks[0].text
    description = page.metadata.description(title)
    stated, first = _plain(description), _plain(lead)
    whole = (
        not description.endswith(CUT_OFF)
        and len(stated) >= SHORTEST - 10
        and stated[:60] in first[:140]
        and len(first) <= 1.5 * len(stated) + 40
    )
    sentence = lead.endswith((".", "!", "…", "”", ".)", "?"))
    bold = body.bold_first and sentence and SHORTEST + 20 <= len(lead) <= LONGEST
    if whole or bold:
        rest = body.blocks[1:]
        echoed = bool(rest) and _plain(rest[0].text) == _plain(lead)
        return replace(body, blocks=rest[1:] if echoed else rest, sapo=lead)
    return body


def is_excerpt(description: str, body: Body) -> bool:
    """Say whether a description is but the beginning of the first paragraph, or cut off."""
    if description.endswith(CUT_OFF):
        return True
    start = _plain(description)[:60]
    return bool(body.blocks) and len(start) >= 30 and start in _plain(body.blocks[0].text)[:140]


def likeness(text: str, words: frozenset[str]) -> float:
    """Give the share of common words in the smaller of two texts."""
    own = _words(text)
    return len(own & words) / max(1, min(len(own), len(words)))


def _between(
    headline: etree._Element | None,
    body: etree._Element | None,
    words: frozenset[str],
    title: str | None,
    known: dict[etree._Element, bool],
) -> tuple[str, str] | None:
    """Look among the blocks between headline and body: for the description, or for the only text there."""
    if headline is None or (body is None and not words):
        return None
    inside = set(body.iter()) if body is not None else set()
    found: list[tuple[str, str]] = []
    for element in islice(headline.xpath("following::*"), MOST_BETWEEN):
        if element is body:
            break
        if element in inside or element.tag not in BLOCK_TAGS or _holds_blocks(element):
            continue
        text = element_text(element)
        if not _fits(text, title) or in_furniture(element, known):
            continue
        where = f"{element.tag} behind the headline"
        if words and likeness(text, words) >= ALIKE:
            return where, text
        if running_text(element) >= SHORTEST + 20 and text.endswith(SENTENCE_ENDS):
            found.append((where, text))
    else:
        return None
    texts = {text: where for where, text in found if not _is_caption_of(text)}
    return next(((where, text) for text, where in texts.items()), None) if len(texts) == 1 else None


def _is_caption_of(text: str) -> bool:
    return bool(CREDIT.search(text) or LOOSE_CREDIT.search(text))


def above(element: etree._Element) -> etree._Element:
    """Give the element above: the name of a lead's own element may speak of the header of the article."""
    parent = element.getparent()
    return element if parent is None else parent


def _holds_blocks(element: etree._Element) -> bool:
    blocks = [child for child in element.iterdescendants() if child.tag in BLOCK_TAGS]
    return bool(blocks) and any(child.tag != "p" for child in blocks)


def _fits(text: str, title: str | None) -> bool:
    return SHORTEST <= len(text) <= LONGEST and text != title


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", PAPER_MARK.sub("", text).casefold()).strip()
