"""Pages in laodong.vn's present template.

Structure: `p` is never closed, JSON-LD is one list, listings page with `?page=N` and answer with an
empty list behind the last page, the sitemap is an index with a child a month.
"""

from collections.abc import Callable
from functools import partial
from itertools import groupby

from corpus.press.body import body_parts
from corpus.press.listings import (
    Item,
    feed_route,
    neighbours,
    pages,
    section_items,
    sitemap_index_route,
    sitemap_route,
)
from corpus.press.records import Paper, PressArticle, Response, Section
from corpus.press.templates_env import html, render


def article_path(paper: Paper, article: PressArticle) -> str:
    """Give the path of an article."""
    return f"/{article.section}/{article.slug}-{article.site_id}.ldo"


def routes(paper: Paper) -> dict[str, Callable[[str], Response]]:
    """Give every path of the paper with the function that renders it."""
    everything = section_items(paper, None, article_path)
    found: dict[str, Callable[[str], Response]] = {
        article_path(paper, article): partial(_article, paper, article)
        for article in paper.articles
    }
    found["/"] = partial(_listing, paper, None, everything[: paper.page_size])
    found["/rss/home.rss"] = feed_route(paper, "Trang chủ", everything)
    for section in paper.sections:
        items = section_items(paper, section, article_path)
        found |= _section_routes(paper, section, items)
        found[f"/rss/{section.key}.rss"] = feed_route(paper, section.name, items)
    return found | _sitemaps(everything)


def _section_routes(
    paper: Paper, section: Section, items: list[Item]
) -> dict[str, Callable[[str], Response]]:
    cut = [*pages(items, paper.page_size), []]
    found: dict[str, Callable[[str], Response]] = {
        f"{section.path}?page={number}": partial(_listing, paper, section, page)
        for number, page in enumerate(cut, start=1)
    }
    bare = section.path.rstrip("/")
    found |= {f"{bare}?page={n}": found[f"{section.path}?page={n}"] for n in range(1, len(cut) + 1)}
    return found | {section.path: found[f"{section.path}?page=1"], bare: found[f"{bare}?page=1"]}


def _sitemaps(items: list[Item]) -> dict[str, Callable[[str], Response]]:
    dated = [item for item in items if item.published]
    months = {
        f"/sitemaps/news-{month}.xml": sitemap_route(list(group))
        for month, group in groupby(dated, key=lambda item: (item.published or "")[:7])
    }
    return {"/sitemap.xml": sitemap_index_route(months)} | months


def _listing(paper: Paper, section: Section | None, items: list[Item], root: str) -> Response:
    return html(
        200,
        render("laodong/listing.html", paper=paper, section=section, items=items, root=root),
    )


def _article(paper: Paper, article: PressArticle, root: str) -> Response:
    return html(
        200,
        render(
            f"laodong/{'video' if article.kind == 'video' else 'article'}.html",
            paper=paper,
            article=article,
            path=article_path(paper, article),
            section=paper.section_of(article.section),
            parts=body_parts(article),
            related=neighbours(paper, article, article_path, count=2),
            same=neighbours(paper, article, article_path, count=3, skip=2),
            most_read=neighbours(paper, article, article_path, count=2, skip=1),
            root=root,
        ),
    )
