"""Pages of the VCCorp system: relative links, ids that hold the time of creation, body in entities.

Structure: a listing has its first items in the page and the next ones at `/timelinelist/<zone>/<page>.htm`,
feeds lie under `/rss/`.
"""

from functools import partial

from corpus.press.body import body_parts
from corpus.press.listings import (
    Entry,
    Route,
    feed_route,
    list_entries,
    make_items,
    neighbours,
    pages,
    sitemap_route,
)
from corpus.press.records import Head, Paper, Response, Section
from corpus.press.templates_env import html, render


def article_path(paper: Paper, article: Head) -> str:
    """Give the path of an article; no section stands in it."""
    return f"/{article.slug}-{article.site_id}.htm"


def routes(paper: Paper) -> dict[str, Route]:
    """Give every path of the paper with the function that renders it."""
    everything = list_entries(paper, None)
    found: dict[str, Route] = {
        article_path(paper, head): partial(_article, paper, at)
        for at, head in enumerate(paper.list_heads())
    }
    found["/"] = partial(_listing, paper, None, everything[: paper.page_size])
    found["/rss.htm"] = partial(_feed_list, paper)
    found["/rss/home.rss"] = feed_route(paper, "Trang chủ", everything, article_path)
    found["/sitemap.xml"] = sitemap_route(paper, everything, article_path)
    for section in paper.sections:
        entries = list_entries(paper, section)
        found[f"/rss{section.path.removesuffix('.htm')}.rss"] = feed_route(
            paper, section.name, entries, article_path
        )
        found |= _section_routes(paper, section, entries)
    return found


def _section_routes(paper: Paper, section: Section, entries: list[Entry]) -> dict[str, Route]:
    cut = [*pages(entries, paper.page_size), []]
    found: dict[str, Route] = {
        f"/timelinelist/{section.zone}/{number}.htm": partial(_timeline, paper, page)
        for number, page in enumerate(cut, start=1)
    }
    found[section.path] = partial(_listing, paper, section, cut[0])
    return found


def _listing(paper: Paper, section: Section | None, entries: list[Entry], root: str) -> Response:
    items = make_items(paper, entries, article_path)
    return html(
        200, render("vccorp/listing.html", paper=paper, section=section, items=items, root=root)
    )


def _timeline(paper: Paper, entries: list[Entry], root: str) -> Response:
    items = make_items(paper, entries, article_path)
    return html(200, render("vccorp/timeline.html", items=items))


def _feed_list(paper: Paper, root: str) -> Response:
    return html(200, render("vccorp/feeds.html", paper=paper, root=root))


def _article(paper: Paper, at: int, root: str) -> Response:
    article = paper.articles[at]
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
            inside=neighbours(paper, at, article_path, count=2),
            related=neighbours(paper, at, article_path, count=2, skip=2),
            root=root,
        ),
    )
