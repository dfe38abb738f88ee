"""Platforms and their layouts: where the fields of an article stand, by CMS and age."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree

from scrapers.metadata import Metadata
from scrapers.selectors import attributes_in, names_in, select

QUOTED_CLASSES = re.compile(rb'class="([^"]*)"')


def names_of(data: bytes) -> bytes:
    """Give the class names of a page; all of it where they are written in another manner."""
    found = QUOTED_CLASSES.findall(data)
    if len(found) != data.count(b"class=") or b"CLASS" in data or b"class =" in data:
        return data
    return b" ".join(set(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page."""

    root: etree._Element
    """Its root element."""
    html: str
    """Its decoded text."""
    data: bytes
    """The same in UTF-8, in which names are found faster."""
    url: str | None
    """The address it was fetched from, or that it states for itself."""
    metadata: Metadata
    """What its head states."""
    name: str = "page"
    """File name or address, for messages."""
    cut: bool = False
    """Whether the parser gave up within it, because it is nested too deep."""
    known: dict[tuple[str, etree._Element], list[etree._Element]] = field(default_factory=dict)
    """What selectors gave below which element: filled as they are asked for."""
    names: list[bytes] = field(default_factory=list)
    """All class names of the page in one string: filled when first asked for."""

    def select(self, css: str, within: etree._Element | None = None) -> list[etree._Element]:
        """Give the elements below `within`, or of the page, that match.

        Names that stand nowhere in the page are not searched for: that halves the cost of reading.
        """
        place = self.root if within is None else within
        found = self.known.get((css, place))
        if found is None:
            found = self.known[css, place] = self._select(css, place)
        return found

    def _select(self, css: str, within: etree._Element) -> list[etree._Element]:
        groups = [one for one in css.split(",") if self._may_match(one)]
        return select(within, ",".join(groups)) if groups else []

    def _may_match(self, css: str) -> bool:
        if not self.names:
            self.names.append(names_of(self.data))
        names = self.names[0]
        return all(name in names for name in names_in(css)) and all(
            attribute in self.data for attribute in attributes_in(css)
        )

    def shows(self, selectors: Iterable[str]) -> bool:
        """Say whether any of the selectors matches."""
        return any(self.select(css) for css in selectors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where one generation of templates puts the fields. Selectors are tried in their order."""

    name: str
    """Platform and year, such as "mastercms.2021"."""
    signs: tuple[str, ...]
    """Selectors one of which must match for the layout to fit."""
    warning: str | None = None
    """What to warn of on each page that it reads."""
    scope: tuple[str, ...] = ()
    """Containers of the article: title, date and author are looked for in there alone."""
    title: tuple[str, ...] = ()
    kicker: tuple[str, ...] = ()
    sapo: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    """The body; the first one that matches. Empty texts count as no match for all other fields."""
    drop: tuple[str, ...] = ()
    """What to leave out inside the body."""
    notes: tuple[str, ...] = ()
    """Boxed notes that belong to the article."""
    figures: tuple[str, ...] = ()
    """Pictures with captions, beside `figure` and tables around pictures."""
    captions: tuple[str, ...] = ()
    """Captions that stand for themselves."""
    caption_lead: re.Pattern[str] | None = None
    """What a paragraph begins with that is a caption."""
    byline_last: bool = False
    """Whether the last line of the body may be the author."""
    sapo_first: bool = False
    """Whether the first paragraph of the body is the sapo where no element holds it."""
    expects_json_ld: bool = False
    """Whether all pages of this layout carry a JSON-LD article: without one a warning is due."""
    expects_breadcrumbs: bool = False
    """Whether all pages of this layout carry JSON-LD breadcrumbs."""
    paragraphs_in_p: bool = True
    """Whether paragraphs are `p` elements on all pages of this layout."""
    known_classes: frozenset[str] = frozenset()
    """Class attributes of title, sapo and body as written on the pages that were seen; empty: not compared."""
    video: tuple[str, ...] = ()
    """Marks of a video page, which may have no body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingLayout:
    """How listings of a platform show their articles."""

    items: tuple[str, ...]
    """Selectors of the links to articles."""
    signs: tuple[str, ...] = ()
    """Selectors one of which proves a listing, where addresses do not tell."""
    skip: tuple[str, ...] = ()
    """Boxes beside the main list."""
    not_articles: re.Pattern[str] | None = None
    """Paths that are no articles although they look so: videos, topics, tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A CMS family."""

    name: str
    """Name of its module."""
    marks: tuple[str, ...]
    """Strings one of which stands in every page of it."""
    article_url: re.Pattern[str]
    """What the path of an article matches; group "id" is the site's id."""
    layouts: tuple[Layout, ...]
    """Newest first; the first that fits reads the page."""
    listing: ListingLayout
    page_id: Callable[[Page], str | None] | None = None
    """Reads the site's article id out of the page."""
    date_from_url: Callable[[str], str | None] | None = None
    """Reads the date out of the address."""
    date_from_image: Callable[[str], str | None] | None = None
    """Reads the day of upload out of the address of a picture."""
    next_listing_url: Callable[[Page, int], str | None] | None = None
    """Gives the address of the next page of a listing, given the number of items found."""
    stated_address: Callable[[Page], str | None] | None = None
    """Reads the address of a page whose head does not state it."""
    order: int = 0
    """Lower ones are tried first on a page of an unknown site."""

    def detects(self, page: Page) -> bool:
        """Say whether the page was made by this CMS."""
        return any(mark.encode() in page.data for mark in self.marks)
