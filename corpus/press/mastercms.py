"""Pages of MasterCMS: the build of April 2026, and the theme of 2020-2022 for older articles.

Structure: listings page by items (`&BRSR=<offset>`, an ampersand without a question mark),
feeds under `/rss_feed/`, articles at `/<slug>-<id>.html`.
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

CLOCK = "2026-05-22T18:38:00+07:00"
"""What the header's clock shows on every page."""
OLD_THEME_UNTIL = "2023-01-01"
"""Articles before this day keep the old theme."""


def article_path(paper: Paper, article: Head) -> str:
    """Give the path of an article."""
    return f"/{article.slug}-{article.site_id}.html"


def routes(paper: Paper) -> dict[str, Route]:
    """Give every path of the paper with the function that renders it."""
    everything = list_entries(paper, None)
    found: dict[str, Route] = {}
    for at, head in enumerate(paper.list_heads()):
        found[article_path(paper, head)] = partial(_article, paper, at)
        found[f"/apicenter@/print_article&i={head.site_id}"] = partial(_print, paper, at)
    found["/"] = partial(_listing, paper, None, everything[: paper.page_size], "")
    for section in paper.sections:
        entries = list_entries(paper, section)
        found |= _section_routes(paper, section, entries)
        found[f"/rss_feed{section.path}"] = feed_route(paper, section.name, entries, article_path)
    found["/rss_feed/"] = feed_route(paper, "Trang chủ", everything, article_path)
    found["/sitemap.xml"] = sitemap_route(paper, everything, article_path)
    return found


def _section_routes(paper: Paper, section: Section, entries: list[Entry]) -> dict[str, Route]:
    cut = pages(entries, paper.page_size)
    paths = [
        section.path if not at else f"{section.path}&s_cond=&BRSR={at * paper.page_size}"
        for at in range(len(cut))
    ]
    return {
        path: partial(_listing, paper, section, page, following)
        for path, page, following in zip(paths, cut, [*paths[1:], ""], strict=True)
    }


def _listing(
    paper: Paper, section: Section | None, entries: list[Entry], following: str, root: str
) -> Response:
    return html(
        200,
        render(
            "mastercms/listing.html",
            paper=paper,
            section=section,
            items=make_items(paper, entries, article_path),
            following=following,
            clock=CLOCK,
            root=root,
        ),
    )


def _article(paper: Paper, at: int, root: str) -> Response:
    article = paper.articles[at]
    theme = "2022" if article.published < OLD_THEME_UNTIL else "2026"
    section = paper.section_of(article.section)
    return html(
        200,
        render(
            f"mastercms/article_{theme}.html",
            paper=paper,
            article=article,
            path=article_path(paper, article),
            section=section,
            parent=paper.section_of(section.parent) if section.parent else None,
            parts=body_parts(article),
            inside=neighbours(paper, at, article_path, count=2),
            similar=neighbours(paper, at, article_path, count=2, skip=2),
            other=neighbours(paper, at, article_path, count=3, skip=1),
            clock=CLOCK,
            root=root,
        ),
    )


def _print(paper: Paper, at: int, root: str) -> Response:
    article = paper.articles[at]
    parts = body_parts(article)
    return html(
        200, render("mastercms/print.html", paper=paper, article=article, parts=parts, root=root)
    )
