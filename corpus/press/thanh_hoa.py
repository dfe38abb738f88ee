"""Pages of a provincial portal as the one of Thanh Hóa: ASP.NET, no feeds, no sitemap.

Structure: channels under `/portal/KenhTin/`, paged by a postback that no link can follow, so that a
box of months beside the list leads on; the day of an article stands in its path; the page's `title`
names another office; visit counters; captions are paragraphs; the byline is the last paragraph;
old articles are written with decomposed accents.
"""

import hashlib
import unicodedata
from functools import partial

from corpus.press.body import body_parts
from corpus.press.listings import Entry, Route, list_entries, make_items, neighbours
from corpus.press.records import Head, Paper, Response, Section
from corpus.press.templates_env import html, render

DECOMPOSED_UNTIL = "2024-01-01"
"""Articles before this day were typed with decomposed accents."""


def article_path(paper: Paper, article: Head) -> str:
    """Give the path of an article, with the day of publication."""
    slug = "-".join(word.capitalize() for word in article.slug.split("-"))
    return f"/portal/pages/{article.published[:10]}/{slug}-{article.site_id}.aspx"


def routes(paper: Paper) -> dict[str, Route]:
    """Give every path of the portal with the function that renders it."""
    found: dict[str, Route] = {
        article_path(paper, head): partial(_article, paper, at)
        for at, head in enumerate(paper.list_heads())
    }
    newest = list_entries(paper, None)[: paper.page_size]
    found["/"] = partial(_channel, paper, None, newest, [])
    for section in paper.sections:
        found |= _channel_routes(paper, section)
    return found


def _channel_routes(paper: Paper, section: Section) -> dict[str, Route]:
    entries, heads = list_entries(paper, section), paper.list_heads()
    months: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry, int):
            month = heads[entry].published[:7]
            months.setdefault(f"{section.path}?thang={month}", []).append(entry)
    found: dict[str, Route] = {
        path: partial(_channel, paper, section, group, list(months))
        for path, group in months.items()
    }
    first = entries[: paper.page_size]
    found[section.path] = partial(_channel, paper, section, first, list(months))
    return found


def _channel(
    paper: Paper, section: Section | None, entries: list[Entry], months: list[str], root: str
) -> Response:
    return _page(
        render(
            "thanh_hoa/channel.html",
            paper=paper,
            section=section,
            items=make_items(paper, entries, article_path),
            months=months,
            visits=_visits(paper.slug + (section.key if section else "")),
            root=root,
        )
    )


def _article(paper: Paper, at: int, root: str) -> Response:
    article = paper.articles[at]
    text = render(
        "thanh_hoa/article.html",
        paper=paper,
        article=article,
        parts=body_parts(article),
        other=neighbours(paper, at, article_path, count=3),
        visits=_visits(article.id),
        root=root,
    )
    old = article.published < DECOMPOSED_UNTIL
    return _page(unicodedata.normalize("NFD", text) if old else text)


def _page(text: str) -> Response:
    """Give the page with the byte order mark that the portal's server writes."""
    answer = html(200, text)
    return Response(status=200, body=b"\xef\xbb\xbf" + answer.body, headers=answer.headers)


def _visits(name: str) -> tuple[int, int, int]:
    """Give the three counters: they differ from page to page, as real ones do from fetch to fetch."""
    seed = hashlib.sha256(name.encode()).digest()
    today = 400 + seed[0] * 5
    return 3 + seed[1] % 40, today, 900_000 + today * 37 + seed[2]
