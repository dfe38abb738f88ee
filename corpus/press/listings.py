"""Lists of articles, feeds and sitemaps, as all platforms cut them.

Articles go by their place in `Paper.articles`, so that a list of a big paper holds no texts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.press.records import Head, Paper, Planted, Response, Section
from corpus.press.templates_env import render, xml

SITEMAP_LIMIT = 50_000
"""Addresses in one sitemap: https://www.sitemaps.org/protocol.html"""

Entry = int | Planted
PathOf = Callable[[Paper, Head], str]
Route = Callable[[str], Response]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a listing: an article, or a link planted there."""

    path: str
    """Where it leads."""
    title: str
    """The words of the link."""
    section: str
    """Key of its section."""
    sapo: str = ""
    """Lead below it."""
    published: str | None = None
    """ISO 8601; None for a planted one."""
    site_id: str = ""
    """The paper's id; empty for a planted one."""


def list_entries(paper: Paper, section: Section | None) -> list[Entry]:
    """List a section with the narrower ones in it; None lists the whole paper.

    Planted links stand behind the first article, so that they are on the first page.
    """
    keys = {s.key for s in paper.sections}
    if section is not None:
        keys = {s.key for s in paper.sections if section.key in (s.key, s.parent)}
    found: list[Entry] = [at for at, head in enumerate(paper.list_heads()) if head.section in keys]
    return [*found[:1], *(p for p in paper.planted if p.section in keys), *found[1:]]


def pages(entries: list[Entry], size: int) -> list[list[Entry]]:
    """Cut a list into pages; an empty list is one empty page."""
    return [entries[at : at + size] for at in range(0, len(entries), size)] or [[]]


def make_items(paper: Paper, entries: Sequence[Entry], path_of: PathOf) -> list[Item]:
    """Give the lines of a listing."""
    return [_item(paper, entry, path_of) for entry in entries]


def neighbours(paper: Paper, at: int, path_of: PathOf, *, count: int, skip: int = 0) -> list[Item]:
    """Give up to `count` other articles, the ones that follow in the list, going round."""
    size = len(paper.articles)
    others = [(at + n) % size for n in range(1 + skip, 1 + skip + min(count, size - 1))]
    return make_items(paper, [other for other in others if other != at], path_of)


def feed_route(paper: Paper, title: str, entries: list[Entry], path_of: PathOf) -> Route:
    """Give the route of an RSS feed with the 25 newest."""
    newest = [entry for entry in entries if isinstance(entry, int)][:25]
    return partial(_feed, paper, title, newest, path_of)


def sitemap_route(paper: Paper, entries: Sequence[Entry], path_of: PathOf) -> Route:
    """Give the route of a sitemap."""
    places = [entry for entry in entries if isinstance(entry, int)]
    return partial(_sitemap, paper, places[:SITEMAP_LIMIT], path_of)


def sitemap_index_route(paths: Sequence[str]) -> Route:
    """Give the route of a sitemap that names other sitemaps."""
    return partial(_sitemap_index, list(paths))


def _item(paper: Paper, entry: Entry, path_of: PathOf) -> Item:
    if isinstance(entry, Planted):
        return Item(path=entry.path, title=entry.title, section=entry.section)
    article = paper.articles[entry]
    return Item(
        path=path_of(paper, article),
        title=article.title,
        section=article.section,
        sapo=article.sapo or "",
        published=article.published,
        site_id=article.site_id,
    )


def _feed(paper: Paper, title: str, entries: list[int], path_of: PathOf, root: str) -> Response:
    items = make_items(paper, entries, path_of)
    return xml(render("shared/feed.xml", paper=paper, title=title, items=items, root=root))


def _sitemap(paper: Paper, places: list[int], path_of: PathOf, root: str) -> Response:
    heads = paper.list_heads()
    items = [(path_of(paper, heads[at]), heads[at].published) for at in places]
    return xml(render("shared/sitemap.xml", items=items, root=root))


def _sitemap_index(paths: list[str], root: str) -> Response:
    return xml(render("shared/sitemap_index.xml", paths=paths, root=root))
