"""Pieces of a body: what is collected while it is walked through, still without a final kind."""

import re
from dataclasses import dataclass, field

from lxml import etree

from scrapers.elements import clean_text
from scrapers.furniture import CREDIT

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
KINDS = {"li": "list_item", "dd": "list_item", **dict.fromkeys(HEADINGS, "heading")}
MAX_INLINE_CAPTION = 160
RIGHT = re.compile(r"text-align:\s*right", re.I)
CENTRE = re.compile(r"text-align:\s*center", re.I)
HEAVY = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.I)
RIGHT_NAMES = re.compile(r"(?:^|[\s_-])(?:text-?right|align-?right|right-?align)(?=$|[\s_-])", re.I)
MAX_TAIL = 80
"""An author behind the last sentence of a paragraph is shorter."""


@dataclass(slots=True, kw_only=True)
class Piece:
    """One piece of a body, still without its final kind."""

    kind: str
    """"text", "heading", "list_item", "quote", "table" or "picture"."""
    text: str = ""
    """Its text; for a picture the caption."""
    tag: str = "p"
    """Tag of the element it came from."""
    note: bool = False
    """Whether it stands in a boxed note."""
    bold: bool = False
    """Whether all of it is bold."""
    slanted: bool = False
    """Whether all of it is italic."""
    right: bool = False
    """Whether it is aligned to the right."""
    centred: bool = False
    """Whether it is centred."""
    links: tuple[str, ...] = ()
    """Addresses of the links, where the whole text is links."""
    linked: float = 0.0
    """The share of it that is links."""
    tail: str = ""
    """The bold or slanted words behind its last line break, such as an author."""
    place: str = ""
    """Tag and class of its element and of the two above: text of one article stands in few places."""
    label: str = ""
    """The bold words it begins with."""
    names: str = ""
    """Class names and id of its element, for marks such as "caption"."""
    cells: tuple[tuple[str, ...], ...] = ()
    """Rows of a table."""
    images: tuple[str, ...] = ()
    """Addresses of the pictures in it."""


@dataclass(slots=True, kw_only=True)
class Run:
    """The inline text that is being collected."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    slanted: int = 0
    linked: int = 0
    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    label: str = ""
    tail: list[str] = field(default_factory=list)
    broken: bool = False
    plain: bool = False
    pictured_first: bool = False

    def add(self, text: str, *, bold: bool, slanted: bool, linked: bool) -> None:
        """Add a text node with the marks that hold for it."""
        self.parts.append(text)
        size = len("".join(text.split()))
        if not size:
            return
        if self.broken:
            self.tail = [*self.tail, text] if bold or slanted else [""]
        if bold:
            self.bold += size
            if not self.plain:
                self.label += text
        else:
            self.plain = True
        if slanted:
            self.slanted += size
        if linked:
            self.linked += size

    def break_line(self) -> None:
        """Take note of a line break: what is set apart behind the last one may be an author."""
        self.parts.append(" ")
        self.broken, self.tail = True, []


def close_run(
    run: Run, element: etree._Element, pieces: list[Piece], *, note: bool, frame: str
) -> None:
    """Make a piece of the text and the pictures that were collected."""
    text = clean_text("".join(run.parts))
    if not text and not run.images:
        return
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    size = len("".join(text.split()))
    slanted = run.slanted >= size
    centred = _is_aligned(element, "center", CENTRE)
    if run.images:
        apart = slanted or ((run.broken or centred) and len(text) <= MAX_INLINE_CAPTION)
        captioned = run.pictured_first and (apart or bool(CREDIT.search(text)))
        caption = text if captioned and frame not in ("li", *HEADINGS) else ""
        pieces.append(
            Piece(kind="picture", text=caption, tag=frame, images=tuple(run.images), names=names)
        )
        if caption or not text:
            return
    pieces.append(
        Piece(
            kind=KINDS.get(frame, "text"),
            text=text,
            tag=frame,
            note=note,
            bold=run.bold >= size or is_heavy(element),
            slanted=slanted,
            right=_is_aligned(element, "right", RIGHT)
            or ("right" in names and bool(RIGHT_NAMES.search(names))),
            centred=centred,
            links=tuple(run.links) if run.linked >= size - 2 - len(run.links) else (),
            linked=run.linked / max(1, size),
            tail=_tail(run, text),
            place=_place(element),
            label=clean_text(run.label) if run.label else "",
            names=names,
        )
    )


def is_heavy(element: etree._Element) -> bool:
    """Say whether the style of an element makes it bold."""
    style = element.get("style")
    return style is not None and "font-weight" in style and bool(HEAVY.search(style))


def _is_aligned(element: etree._Element, side: str, pattern: re.Pattern[str]) -> bool:
    style = element.get("style")
    return element.get("align") == side or (
        style is not None and side in style and bool(pattern.search(style))
    )


def _tail(run: Run, text: str) -> str:
    """Give what stands behind the last line break, where it is set apart and short."""
    if not run.tail or not run.tail[0]:
        return ""
    tail = clean_text("".join(run.tail))
    return tail if len(tail) <= MAX_TAIL and len(tail) < len(text) and text.endswith(tail) else ""


def _place(element: etree._Element) -> str:
    above = element.getparent()
    if above is None:
        return str(element.tag)
    return f"{element.tag} {element.get('class')} {above.tag} {above.get('class')}"
