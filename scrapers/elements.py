"""Elements of a page: parsing it once, and its texts without glued or broken words."""

import re
import unicodedata
from collections.abc import Callable

from lxml import etree

from scrapers.errors import UnreadablePageError

INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
UNCLEAN = re.compile(
    "[\xad\u200b-\u200f\u2060\ufeff\u0300-\u036f\u0374-\u0387\u0958-\u0fff\u1100-\u11ff\u1f71-\u1fff\u2000\u2001\u2126-\u212b\u2329\u232a\u2adc\u3099\u309a\uf900-\ufaff\ufb1d-\ufb4e\U0001d15e-\U0002fa1d]"
)
"""What is invisible or may not be NFC: looked for first, since it costs a tenth of normalising."""
BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
SILENT_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "button",
        "input",
        "select",
        "textarea",
        "audio",
        "video",
        "object",
        "embed",
        "source",
        "track",
        "link",
        "meta",
        "canvas",
        "map",
        "head",
        "title",
    ]
)
MAX_TAGS = 30_000
"""The largest page of a paper seen has 9,000; at 30,000 reading still takes under a second."""
MAX_ATTRIBUTES = 500
"""libxml2 compares each attribute of a tag with all before it: 300,000 of them take minutes."""
FEW_ATTRIBUTES = 8_000
"""So many attributes in one tag still take less than a tenth of a second."""
LONG_TAG = 4_000
TAIL = 2_000
"""What may follow `</html>`, such as a comment of the server."""
EARLY_END = re.compile(rb"</(?:html|body)>", re.I)
"""Some papers close the page first and print it then; the parser drops what follows an end."""


def parse_html(data: bytes, *, name: str = "page") -> etree._Element:
    """Parse a page in UTF-8; raises `UnreadablePageError` where nothing of a page is in it."""
    return parse_tree(data, name=name)[0]


def parse_tree(data: bytes, *, name: str) -> tuple[etree._Element, bool]:
    """Parse a page, and say whether the parser gave up within it because it is nested too deep."""
    _refuse_hostile(data, name)
    if 0 <= data.find(b"</html>") < len(data) - TAIL:
        data = EARLY_END.sub(b"", data)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError as err:
        raise UnreadablePageError(f"{name}: the HTML cannot be parsed: {err}") from err
    if root is None:
        raise UnreadablePageError(f"{name}: no element in the page; save it again as HTML")
    last = parser.error_log.last_error
    return root, last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT


def _refuse_hostile(data: bytes, name: str) -> None:
    tags = data.count(b"<")
    if tags > MAX_TAGS:
        raise UnreadablePageError(
            f"{name}: {tags:,} tags, more than the {MAX_TAGS:,} that a page may have;"
            " is it a page of news?"
        )
    if data.count(b"=") < FEW_ATTRIBUTES:
        return
    for part in data.split(b"<"):
        if len(part) > LONG_TAG:
            tag = part.partition(b">")[0]
            if tag.count(b"=") > MAX_ATTRIBUTES and len(tag.split()) > MAX_ATTRIBUTES:
                raise UnreadablePageError(
                    f"{name}: one tag with more than {MAX_ATTRIBUTES} attributes; is it a page of news?"
                )


def clean_text(text: str) -> str:
    """Give NFC without invisible characters, each run of white space as one space."""
    if not text.isascii() and UNCLEAN.search(text):
        text = unicodedata.normalize("NFC", text.translate(INVISIBLE))
    return " ".join(text.split())


def element_text(element: etree._Element) -> str:
    """Give the text of an element: inline tags leave no trace, `br` and blocks a space."""
    if not len(element):
        return clean_text(element.text or "")
    pieces: list[str] = []
    _gather(element, pieces)
    return clean_text("".join(pieces))


def _gather(element: etree._Element, pieces: list[str]) -> None:
    if element.text:
        pieces.append(element.text)
    for child in element:
        tag = child.tag
        if tag == "br":
            pieces.append(" ")
        elif isinstance(tag, str) and tag not in SILENT_TAGS:
            if tag in BLOCK_TAGS:
                pieces.append(" ")
                _gather(child, pieces)
                pieces.append(" ")
            else:
                _gather(child, pieces)
        if child.tail:
            pieces.append(child.tail)


def classes(element: etree._Element) -> list[str]:
    """Give the class names of an element."""
    return (element.get("class") or "").split()


def is_hidden(element: etree._Element) -> bool:
    """Say whether the element itself is marked as not shown."""
    style = element.get("style")
    if style is not None and "display:none" in style.replace(" ", "").lower():
        return True
    return element.get("hidden") is not None or "hidden" in classes(element)


def lies_inside(
    element: etree._Element,
    is_one: Callable[[etree._Element], bool],
    known: dict[etree._Element, bool],
) -> bool:
    """Say whether an element, or one above it, is one of a kind.

    `known` keeps the answers for the elements above, so that asking for many elements stays cheap.
    """
    path: list[etree._Element] = []
    answer = False
    at: etree._Element | None = element
    while at is not None and at.tag not in ("body", "html"):
        if at in known:
            answer = known[at]
            break
        path.append(at)
        at = at.getparent()
    for above in reversed(path):
        answer = answer or is_one(above)
        known[above] = answer
    return answer
