"""Pages in laodong.vn's present template.

Structure: `p` is never closed, JSON-LD is one list, listings page with `?page=N` and answer with an
empty list behind the last page, the sitemap is an index with a child a month.
"""

from functools import partial
from itertools import groupby

from corpus.press.body import body_parts
from corpus.press.listings import (
    Entry,
    Route,
    feed_route,
    list_entries,
    make_items,
    neighbours,
    pages,
    sitemap_index_route,
    sitemap_route,
)
from corpus.press.records import Head, Paper, Response, Section
from corpus.press.templates_env import html, render


def article_path(paper: Paper, article: Head) -> str:
    """Give the path of an article."""
    return f"/{article.section}/{article.slug}-{article.site_id}.ldo"


def routes(paper: Paper) -> dict[str, Route]:
    """Give every path of the paper with the function that renders it."""
    everything = list_entries(paper, None)
    found: dict[str, Route] = {
        article_path(paper, head): partial(_article, paper, at)
        for at, head in enumerate(paper.list_heads())
    }
    found["/"] = partial(_listing, paper, None, everything[: paper.page_size])
    found["/rss/home.rss"] = feed_route(paper, "Trang chủ", everything, article_path)
    for section in paper.sections:
        entries = list_entries(paper, section)
        found |= _section_routes(paper, section, entries)
        found[f"/rss/{section.key}.rss"] = feed_route(paper, section.name, entries, article_path)
    return found | _sitemaps(paper)


def _section_routes(paper: Paper, section: Section, entries: list[Entry]) -> dict[str, Route]:
    """Give the pages of a section, each with a slash before the query and without."""
    found: dict[str, Route] = {}
    bare = section.path.rstrip("/")
    for number, page in enumerate([*pages(entries, paper.page_size), []], start=1):
        answer = partial(_listing, paper, section, page)
        found |= {f"{start}?page={number}": answer for start in (bare, section.path)}
        if number == 1:
            found |= {bare: answer, section.path: answer}
    return found


def _sitemaps(paper: Paper) -> dict[str, Route]:
    heads = enumerate(paper.list_heads())
    months: dict[str, Route] = {
        f"/sitemaps/news-{month}.xml": sitemap_route(paper, [at for at, _ in group], article_path)
        for month, group in groupby(heads, key=lambda entry: entry[1].published[:7])
    }
    return {"/sitemap.xml": sitemap_index_route(list(months))} | months


def _listing(paper: Paper, section: Section | None, entries: list[Entry], root: str) -> Response:
    items = make_items(paper, entries, article_path)
    return html(
        200,
        render("laodong/listing.html", paper=paper, section=section, items=items, root=root),
    )


def _article(paper: Paper, at: int, root: str) -> Response:
    article = paper.articles[at]
    return html(
        200,
        render(
            f"laodong/{'video' if article.kind == 'video' else 'article'}.html",
            paper=paper,
            article=article,
            path=article_path(paper, article),
            section=paper.section_of(article.section),
            parts=body_parts(article),
            related=neighbours(paper, at, article_path, count=2),
            same=neighbours(paper, at, article_path, count=3, skip=2),
            most_read=neighbours(paper, at, article_path, count=2, skip=1),
            root=root,
        ),
    )
