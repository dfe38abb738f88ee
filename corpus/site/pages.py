"""Fill the templates of the explorer; each function gives one page as text."""

import json
from collections.abc import Mapping, Sequence

from corpus.site.numbers import render_whole_day
from corpus.site.paths import KINDS, root_from
from corpus.site.records import EntityPage, Health, Item, Overview, Ref
from corpus.site.templates_env import hash_for_csp, read_asset, render_template

NAV = (
    ("index.html", "Trang chính"),
    ("tim.html", "Tìm"),
    ("chien-dich/index.html", "Chiến dịch"),
    ("tinh/index.html", "Tỉnh"),
    ("to-chuc/index.html", "Tổ chức"),
    ("hinh-thuc/index.html", "Khen thưởng"),
    ("tuan/index.html", "Tuần"),
    ("nguon.html", "Nguồn"),
    ("phuong-phap.html", "Cách đếm"),
)
DOWNLOADS = (
    ("du-lieu/thi-dua.xlsx", "Excel"),
    ("du-lieu/bai-viet.csv", "Bài viết (CSV)"),
    ("du-lieu/so-lieu.csv", "Số liệu (CSV)"),
    ("du-lieu/khen-thuong.csv", "Khen thưởng (CSV)"),
    ("du-lieu/thi-dua.json", "JSON"),
)
_CSP = (
    "default-src 'none'; style-src {style}; img-src 'none'; script-src {script}; connect-src 'none'; "
    "base-uri 'none'; form-action 'none'"
)
ASSETS = ("giao-dien.css", "tim.js")
"""Files that stand beside the pages as they are."""


def render_front(overview: Overview) -> str:
    """Give the front page."""
    return _render(
        "index.html", "index.html", o=overview, downloads=DOWNLOADS, names=overview.names
    )


def render_new(items: Sequence[Item], count: int) -> str:
    """Give the list of what is new since the last digest."""
    return _render("new.html", "moi.html", items=items, count=count)


def render_report(overview: Overview) -> str:
    """Give one period on one self-contained page, without a script."""
    style = read_asset("giao-dien.css")
    csp = _CSP.format(style=f"'{hash_for_csp(style)}'", script="'none'")
    return render_template(
        "report.html",
        o=overview,
        style=style,
        csp=csp,
        root=None,
        nav=(),
        here="",
        downloads=(),
        names=overview.names,
    )


def render_entity(page: EntityPage, path: str) -> str:
    """Give the page of a campaign, body, province, source, award form or week."""
    return _render("entity.html", path, p=page, kind_name=KINDS[page.kind])


def render_list(kind: str, things: Sequence[tuple[Ref, int]]) -> str:
    """Give the list of all things of a kind."""
    path = f"{kind}/index.html"
    return _render("list.html", path, heading=KINDS[kind], things=things)


def render_article(item: Item) -> str:
    """Give the page of one article."""
    return _render("article.html", item.page, a=item)


def render_sources(health: Sequence[Health]) -> str:
    """Give the health of all sources."""
    return _render("sources.html", "nguon.html", health=health)


def render_method(names: str) -> str:
    """Give the page that says how it is counted."""
    return _render("method.html", "phuong-phap.html", names=names)


def render_search(
    newest: Sequence[Item],
    *,
    total: int,
    shards: Sequence[str],
    aliases: Mapping[str, Sequence[str]],
) -> str:
    """Give the search page; `aliases` is folded name to other forms as written, `shards` newest first."""
    config = {
        "goc": "",
        "thang": list(shards),
        "ten_khac": [[k, list(v)] for k, v in aliases.items()],
    }
    return _render("search.html", "tim.html", newest=newest, total=total, config=config)


def render_shard(rows: Sequence[Sequence[str]]) -> str:
    """Give a part of the search index as a script that hands it over; no text in it can end a tag or a line."""
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"thiduaNhan({text});\n"


def render_feed(title: str, key: str, entries: Sequence[Item]) -> str:
    """Give an Atom feed; it changes only when an entry does."""
    newest = render_whole_day(max((item.day or "" for item in entries), default=""))
    return render_template(
        "feed.xml",
        title=title,
        id=f"urn:thidua:feed:{key}",
        updated=f"{newest}T00:00:00+07:00",
        entries=entries,
    )


def _render(template: str, path: str, **values: object) -> str:
    csp = _CSP.format(style="'self'", script="'self'" if path == "tim.html" else "'none'")
    return render_template(template, root=root_from(path), here=path, nav=NAV, csp=csp, **values)
