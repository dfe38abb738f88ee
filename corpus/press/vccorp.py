"""Pages of the VCCorp system: relative links, ids that hold the time of creation, body in entities.

Structure: a listing has its first items in the page and the next ones at `/timelinelist/<zone>/<page>.htm`,
feeds lie under `/rss/`.
"""

from collections.abc import Callable
from functools import partial

from corpus.press.body import body_parts
from corpus.press.listings import (
    Item,
    feed_route,
    neighbours,
    pages,
    section_items,
    sitemap_route,
)
from corpus.press.records import Paper, PressArticle, Response, Section
from corpus.press.templates_env import html, render


def article_path(paper: Paper, article: PressArticle) -> str:
    """Give the path of an article; no section stands in it."""
    return f"/{article.slug}-{article.site_id}.htm"


def routes(paper: Paper) -> dict[str, Callable[[str], Response]]:
    """Give every path of the paper with the function that renders it."""
    everything = section_items(paper, None, article_path)
    found: dict[str, Callable[[str], Response]] = {
        article_path(paper, article): partial(_article, paper, article)
        for article in paper.articles
    }
    found["/"] = partial(_listing, paper, None, everything[: paper.page_size])
    found["/rss.htm"] = partial(_feed_list, paper)
    found["/rss/home.rss"] = feed_route(paper, "Trang chủ", everything)
    found["/sitemap.xml"] = sitemap_route(everything)
    for section in paper.sections:
        items = section_items(paper, section, article_path)
        found[f"/rss{section.path.removesuffix('.htm')}.rss"] = feed_route(
            paper, section.name, items
        )
        found |= _section_routes(paper, section, items)
    return found


def _section_routes(
    paper: Paper, section: Section, items: list[Item]
) -> dict[str, Callable[[str], Response]]:
    cut = [*pages(items, paper.page_size), []]
    found: dict[str, Callable[[str], Response]] = {
        f"/timelinelist/{section.zone}/{number}.htm": partial(_timeline, page)
        for number, page in enumerate(cut, start=1)
    }
    found[section.path] = partial(_listing, paper, section, cut[0])
    return found


def _listing(paper: Paper, section: Section | None, items: list[Item], root: str) -> Response:
    return html(
        200, render("vccorp/listing.html", paper=paper, section=section, items=items, root=root)
    )


def _timeline(items: list[Item], root: str) -> Response:
    return html(200, render("vccorp/timeline.html", items=items))


def _feed_list(paper: Paper, root: str) -> Response:
    return html(200, render("vccorp/feeds.html", paper=paper, root=root))


def _article(paper: Paper, article: PressArticle, root: str) -> Response:
    section = paper.section_of(article.section)
    return html(
        200,
        render(
            "vccorp/article.html",
            paper=paper,
            article=article,
            path=article_path(paper, article),
            section=section,
            parent=paper.section_of(section.parent) if section.parent else None,
            parts=body_parts(article),
            inside=neighbours(paper, article, article_path, count=2),
            related=neighbours(paper, article, article_path, count=2, skip=2),
            root=root,
        ),
    )
