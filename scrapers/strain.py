"""Pages nested too deep for the fast parser: the parts that matter are strained out by BeautifulSoup.

Editors of old systems leave boxes open, article after article, until the tree is hundreds of levels deep;
lxml stops there. BeautifulSoup with Python's own parser has no such end, but costs twenty times as much, so
it sees these pages only, and builds only the elements that layouts ask for.
"""

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer

from scrapers.densest import BODY_NAMES
from scrapers.layouts import Layout, Platform

HEAD_TAGS = ["title", "meta", "link", "h1"]
FIELDS = ("title", "kicker", "sapo", "byline", "published", "section", "tags", "body")
NAMES = re.compile(r"[.#]([\w-]+)")
MOST_CHARACTERS = 1_000_000


def strain_html(html: str, platform: Platform | None) -> str | None:
    """Give a flat page of head, headline and the elements that layouts name; None where there is no body."""
    if len(html) > MOST_CHARACTERS:
        return None
    wanted = _names(platform.layouts) if platform else frozenset()
    head = BeautifulSoup(html, "html.parser", parse_only=SoupStrainer(HEAD_TAGS))
    marked = BeautifulSoup(
        html,
        "html.parser",
        parse_only=SoupStrainer(attrs={"class": lambda value: _is_wanted(value, wanted)}),
    )
    blocks = [tag for tag in marked.contents if isinstance(tag, Tag)]
    if not any(len(tag.get_text()) > 200 for tag in blocks):
        return None
    parts = [str(tag) for tag in head.contents if isinstance(tag, Tag)]
    return "<html><body>" + "\n".join(parts + [str(tag) for tag in blocks]) + "</body></html>"


def _names(layouts: Iterable[Layout]) -> frozenset[str]:
    selectors = (css for layout in layouts for field in FIELDS for css in getattr(layout, field))
    return frozenset(name for css in selectors for name in NAMES.findall(css))


def _is_wanted(value: str | None, wanted: frozenset[str]) -> bool:
    if not value:
        return False
    return bool(wanted & set(value.split())) or (not wanted and bool(BODY_NAMES.search(value)))
