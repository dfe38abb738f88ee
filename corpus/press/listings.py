"""Lists of articles, feeds and sitemaps, as all platforms cut them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from corpus.press.records import Paper, PressArticle, Response, Section
from corpus.press.templates_env import render, xml


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a listing: an article, or a link planted there."""

    path: str
    """Where it leads."""
    title: str
    """The words of the link."""
    sapo: str = ""
    """Lead below it."""
    published: str | None = None
    """ISO 8601; None for a planted one."""
    site_id: str = ""
    """The paper's id; empty for a planted one."""
    section: str = ""
    """Key of its section."""


PathOf = Callable[[Paper, PressArticle], str]


def article_item(paper: Paper, article: PressArticle, path_of: PathOf) -> Item:
    """Give the line of a listing for an article."""
    return Item(
        path=path_of(paper, article),
        title=article.title,
        sapo=article.sapo or "",
        published=article.published,
        site_id=article.site_id,
        section=article.section,
    )


def section_items(paper: Paper, section: Section | None, path_of: PathOf) -> list[Item]:
    """List a section with the narrower ones in it; None lists the whole paper.

    A planted link stands second, so that it is on the first page.
    """
    keys = {s.key for s in paper.sections}
    if section is not None:
        keys = {s.key for s in paper.sections if section.key in (s.key, s.parent)}
    found = [article_item(paper, a, path_of) for a in paper.articles if a.section in keys]
    planted = [
        Item(path=p.path, title=p.title, section=p.section)
        for p in paper.planted
        if p.section in keys
    ]
    return found[:1] + planted + found[1:]


def pages(items: list[Item], size: int) -> list[list[Item]]:
    """Cut a list into pages; an empty list is one empty page."""
    return [items[at : at + size] for at in range(0, len(items), size)] or [[]]


def neighbours(
    paper: Paper, article: PressArticle, path_of: PathOf, *, count: int, skip: int = 0
) -> list[Item]:
    """Give `count` other articles of the paper, the ones that follow it in the list, going round."""
    at = paper.articles.index(article)
    others = [paper.articles[(at + n) % len(paper.articles)] for n in range(1, count + skip + 1)]
    return [article_item(paper, a, path_of) for a in others[skip:] if a is not article]


def feed_route(paper: Paper, title: str, items: Iterable[Item]) -> Callable[[str], Response]:
    """Give the route of an RSS feed with the 25 newest."""
    newest = [item for item in items if item.published][:25]
    return partial(_feed, paper, title, newest)


def sitemap_route(items: Iterable[Item]) -> Callable[[str], Response]:
    """Give the route of a sitemap."""
    return partial(_sitemap, [item for item in items if item.published])


def sitemap_index_route(paths: Iterable[str]) -> Callable[[str], Response]:
    """Give the route of a sitemap that names other sitemaps."""
    return partial(_sitemap_index, list(paths))


def _feed(paper: Paper, title: str, items: list[Item], root: str) -> Response:
    return xml(render("shared/feed.xml", paper=paper, title=title, items=items, root=root))


def _sitemap(items: list[Item], root: str) -> Response:
    return xml(render("shared/sitemap.xml", items=items, root=root))


def _sitemap_index(paths: list[str], root: str) -> Response:
    return xml(render("shared/sitemap_index.xml", paths=paths, root=root))
