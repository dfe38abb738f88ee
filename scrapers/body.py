"""The body of an article as a list of pieces: paragraphs, headings, pictures with captions, tables."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from scrapers.elements import BLOCK_TAGS, SILENT_TAGS, clean_text, element_text, is_hidden
from scrapers.line_breaks import ONE_PARAGRAPH, breaks_that_part, unwrapped
from scrapers.pieces import HEADINGS, Piece, Run, close_run, is_heavy

WHOLES = {"blockquote": "quote", "li": "list_item"}
"""Elements whose paragraphs are all of one kind."""
BOLD = frozenset({"b", "strong"})
IMAGE_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif)(?:$|\?)|^(?:#|javascript:)", re.I)
SHORTEST_TITLE, LONGEST_CARD = 20, 500
"""A longer text in a link is an anchor left open."""
MAX_FRAME_TEXT = 250
"""A box with one picture and no more text than this is the picture with its caption."""
SLANTED = frozenset({"em", "i"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRules:
    """What of a body is left out and what is special."""

    dropped: AbstractSet[etree._Element] = frozenset()
    """Elements to leave out, with all that is in them."""
    notes: AbstractSet[etree._Element] = frozenset()
    """Boxed notes that belong to the article."""
    figures: AbstractSet[etree._Element] = frozenset()
    """Elements that hold a picture and its caption, beside `figure`."""
    captions: AbstractSet[etree._Element] = frozenset()
    """Elements that hold a caption only."""
    quotes: AbstractSet[etree._Element] = frozenset()
    """Boxes that hold a quotation, beside `blockquote`."""


def read_body(body: etree._Element, rules: BodyRules) -> list[Piece]:
    """Give the pieces of a body in order."""
    pieces: list[Piece] = []
    _walk(body, rules, pieces, note=body in rules.notes, frame=body.tag)
    return pieces


def image_address(image: etree._Element) -> str | None:
    """Give the address of a picture; lazy pictures carry it beside `src`."""
    for name in IMAGE_SOURCES:
        address = (image.get(name) or "").strip()
        if address and not address.startswith("data:"):
            return address
    return None


def is_skipped(element: etree._Element, rules: BodyRules) -> bool:
    """Say whether nothing of the element belongs to the body."""
    return element in rules.dropped or element.tag in SILENT_TAGS or is_hidden(element)


def _walk(
    element: etree._Element, rules: BodyRules, pieces: list[Piece], *, note: bool, frame: str
) -> None:
    """Read a container: its blocks each, its loose text between them as paragraphs."""
    element = unwrapped(element)
    run = Run()
    if element.text:
        run.add(element.text, bold=False, slanted=False, linked=False)
    breaks, enough = 0, breaks_that_part(element, frame)
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or is_skipped(child, rules):
            pass
        elif tag == "br":
            breaks += 1
            if breaks >= enough:
                close_run(run, element, pieces, note=note, frame=frame)
                run = Run()
            else:
                run.break_line()
        elif tag in BLOCK_TAGS or child in rules.figures or _holds_block(child, frame):
            close_run(run, element, pieces, note=note, frame=frame)
            run = Run()
            _read_block(child, rules, pieces, note=note)
            breaks = 0
        else:
            _inline(child, rules, run, bold=False, slanted=False, linked=False)
            breaks = 0
        if child.tail:
            if child.tail.strip():
                breaks = 0
            run.add(child.tail, bold=False, slanted=False, linked=False)
    close_run(run, element, pieces, note=note, frame=frame)


def _holds_block(element: etree._Element, frame: str) -> bool:
    """Say whether an inline element has to be read as a container: blocks, or paragraphs parted by breaks."""
    if not len(element):
        return False
    breaks = 0
    for below in element.iterdescendants():
        if below.tag in BLOCK_TAGS:
            return True
        breaks += below.tag == "br"
    return breaks >= 2 and frame not in ONE_PARAGRAPH


def _read_block(
    element: etree._Element, rules: BodyRules, pieces: list[Piece], *, note: bool
) -> None:
    tag = element.tag
    note = note or element in rules.notes
    if tag == "figure" or element in rules.figures:
        _read_figure(element, rules, pieces, note=note)
    elif tag == "table":
        _read_table(element, rules, pieces, note=note)
    elif element in rules.captions or tag == "figcaption":
        _attach_caption(pieces, element_text(element))
    elif tag in WHOLES or element in rules.quotes:
        before = len(pieces)
        _walk(element, rules, pieces, note=note, frame=tag)
        for piece in pieces[before:]:
            if piece.kind == "text":
                piece.kind = WHOLES.get(tag, "quote")
    elif tag == "a" and _is_linked_card(element):
        return
    elif tag == "div" and _is_frame(element):
        _read_figure(element, rules, pieces, note=note)
    else:
        _walk(element, rules, pieces, note=note, frame=tag)


def _inline(
    element: etree._Element, rules: BodyRules, run: Run, *, bold: bool, slanted: bool, linked: bool
) -> None:
    tag = element.tag
    if tag == "img":
        address = image_address(element)
        if address:
            run.pictured_first = run.pictured_first or not "".join(run.parts).strip()
            run.images.append(address)
        return
    bold = bold or tag in BOLD or is_heavy(element)
    slanted = slanted or tag in SLANTED
    if tag == "a" and element.get("href"):
        linked = True
        run.links.append(element.get("href"))
    if element.text:
        run.add(element.text, bold=bold, slanted=slanted, linked=linked)
    for child in element:
        if child.tag == "br":
            run.break_line()
        elif isinstance(child.tag, str) and not is_skipped(child, rules):
            _inline(child, rules, run, bold=bold, slanted=slanted, linked=linked)
        if child.tail:
            run.add(child.tail, bold=bold, slanted=slanted, linked=linked)


def _is_linked_card(element: etree._Element) -> bool:
    """Say whether a link wraps the card of another article; one around a picture leads to the picture."""
    href = element.get("href")
    if (
        not href
        or PICTURE.search(href)
        or next(element.iter("figure", "figcaption"), None) is not None
    ):
        return False
    return SHORTEST_TITLE <= len(element_text(element)) <= LONGEST_CARD


def _is_frame(element: etree._Element) -> bool:
    """Say whether a box holds one picture and a caption, and nothing else."""
    images = list(islice(element.iter("img"), 2))
    if (
        len(images) != 1
        or next(element.iter("table", "figure", "ul", "ol", *HEADINGS), None) is not None
    ):
        return False
    if any(a.text and a.text.strip() for a in element.iter("a")):
        return False
    text = element_text(element)
    return 0 < len(text) <= MAX_FRAME_TEXT and not _text_before(element, images[0])


def _text_before(element: etree._Element, image: etree._Element) -> bool:
    """Say whether words stand before a picture in its box: an icon in a line is no picture with a caption."""
    for below in element.iter():
        if below is image:
            return False
        if (below.text or "").strip() and isinstance(below.tag, str):
            return True
        if (below.tail or "").strip() and below is not element and image not in below.iter("img"):
            return True
    return False


def _read_figure(
    element: etree._Element, rules: BodyRules, pieces: list[Piece], *, note: bool
) -> None:
    images = [a for image in element.iter("img") if (a := image_address(image))]
    marked = [e for e in element.iter() if e.tag == "figcaption" or e in rules.captions]
    if marked:
        caption = element_text(marked[0])
    else:
        caption = "" if element.tag == "table" and not images else _shown_text(element, rules)
    if images or caption:
        pieces.append(
            Piece(kind="picture", text=caption, tag="figure", note=note, images=tuple(images))
        )


def _shown_text(element: etree._Element, rules: BodyRules) -> str:
    inner: list[Piece] = []
    _walk(element, BodyRules(dropped=rules.dropped), inner, note=False, frame="div")
    return clean_text(" ".join(piece.text for piece in inner))


def _attach_caption(pieces: list[Piece], text: str) -> None:
    if text and pieces and pieces[-1].kind == "picture" and not pieces[-1].text:
        pieces[-1].text = text
    elif text:
        pieces.append(Piece(kind="picture", text=text, tag="figcaption"))


def _read_table(
    element: etree._Element, rules: BodyRules, pieces: list[Piece], *, note: bool
) -> None:
    """Tell tables of data from frames around pictures and from boxes drawn with a table."""
    rows = [row for row in element.iter("tr") if _owner(row) is element]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    images = [a for image in element.iter("img") if (a := image_address(image))]
    widest = max(map(len, cells), default=0)
    if widest <= 1 or (images and len(rows) <= 2 * len(images)):
        if images and sum(len(element_text(c)) for row in cells for c in row) < 600:
            _read_picture_table(cells, pieces, note=note)
            return
        for row in cells:
            for cell in row:
                _walk(cell, rules, pieces, note=True, frame="div")
        return
    if any(below.tag == "table" for below in element.iterdescendants()):
        for row in cells:
            for cell in row:
                _walk(cell, rules, pieces, note=note, frame="div")
        return
    texts = tuple(tuple(element_text(cell) for cell in row) for row in cells)
    texts = tuple(row for row in texts if any(row))
    if texts:
        text = "\n".join(" | ".join(row) for row in texts)
        pieces.append(Piece(kind="table", text=text, tag="table", note=note, cells=texts))


def _owner(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors("table"), None)


def _read_picture_table(
    cells: list[list[etree._Element]], pieces: list[Piece], *, note: bool
) -> None:
    """Read pictures and the captions below them; two in a row have their captions in the next row."""
    waiting: list[Piece] = []
    for row in cells:
        for cell in row:
            images = [a for image in cell.iter("img") if (a := image_address(image))]
            text = element_text(cell)
            if images:
                picture = Piece(
                    kind="picture", text=text, tag="table", note=note, images=tuple(images)
                )
                pieces.append(picture)
                if not text:
                    waiting.append(picture)
            elif waiting:
                waiting.pop(0).text = text
            else:
                _attach_caption(pieces, text)
