"""The same article in markup of other kinds: never closed, in capitals, twice over, without a head, hidden parts."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from scrapers.read import read_page
from scrapers.records import Article
from tests.scrapers.unseen_pages import (
    BYLINE,
    MORE,
    OTHERS,
    PLATFORMS,
    SAPO,
    TEXT,
    TITLE,
    URL,
    Printed,
    Template,
    paragraphs,
    side_by_side,
    vccorp,
)

TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
CLASS = re.compile(r'class="([^"]*)"')


def read(html: str, source: str = "auto") -> Article:
    return read_page(html.encode(), url=URL, source=source, sources=())


def told(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def in_capitals(html: str) -> str:
    return TAG.sub(
        lambda m: (
            f"<{m[1]}{m[2].upper()}{re.sub(r'(class|id|href)=', lambda a: a[0].upper(), m[3])}>"
        ),
        html,
    )


MARKUP: dict[str, Callable[[str], str]] = {
    "paragraphs-never-closed": lambda html: html.replace("</p>", ""),
    "in-capitals": in_capitals,
    "single-quotes": lambda html: CLASS.sub(r"class='\1'", html),
    "blanks-around-the-equals-sign": lambda html: CLASS.sub(r'class = "\1"', html),
    "without-a-head": lambda html: re.sub(r"(?s)<head>.*?</head>", "", html),
    "closed-before-it-begins": lambda html: html.replace("<body>", "<body></body></html><body>"),
}


@pytest.mark.parametrize("name", MARKUP)
@pytest.mark.parametrize("template", [*PLATFORMS, *OTHERS])
def test_markup_of_other_kinds(template: str, name: str) -> None:
    build: Template = {**PLATFORMS, **OTHERS}[template]
    article = read(MARKUP[name](build(Printed())))
    assert (article.title, article.sapo) == (TITLE, SAPO)
    assert told(article) == list(TEXT)


def between(html: str, start: str, end: str) -> tuple[str, str, str]:
    first, last = html.index(start), html.index(end)
    return html[:first], html[first:last], html[last:]


@pytest.mark.parametrize(
    ("template", "start"), [(vccorp, '<div class="detail__main">'), (side_by_side, "<section")]
)
def test_desktop_and_mobile_page_in_one_are_one_article(template: Template, start: str) -> None:
    head, shown, foot = between(template(Printed()), start, "<footer>")
    html = f"{head}<div class='pc'>{shown}</div><div class='m'>{shown}</div>{foot}"
    for source in ("auto", "generic"):
        assert told(read(html, source)) == list(TEXT)


def test_the_article_below_that_a_page_scrolls_on_to_is_another() -> None:
    first = f"<article><h1>{TITLE}</h1><div class='date'>05/09/2025 08:15</div><div>{paragraphs()}</div></article>"
    other = tuple(f"Tin khác {n}: {text.lower()}" for n, text in enumerate(TEXT[:3]))
    second = f"<article><h1>{MORE[0]}</h1><div class='date'>04/09/2025 10:00</div><div>{paragraphs(other)}</div></article>"
    article = read(f"<html><body>{first}{second}</body></html>")
    assert (article.title, told(article)) == (TITLE, list(TEXT))
    assert article.published == "2025-09-05T08:15:00+07:00"


@pytest.mark.parametrize(
    "hidden",
    [
        f"<div style='display: none'>{paragraphs()}</div>",
        f"<noscript>{paragraphs()}</noscript>",
        f"<template>{paragraphs()}</template>",
        f"<div hidden><p>{SAPO}</p></div>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    printed = Printed(body=paragraphs() + hidden)
    for template in (vccorp, side_by_side):
        assert told(read(template(printed))) == list(TEXT)


@pytest.mark.parametrize("heading", ["Bình luận (12)", "Tin mới nhất"])
def test_more_comments_and_summaries_than_text(heading: str) -> None:
    cards = "".join(
        f"<div class='k'><a href='/x-88{n}12.html'><b>{MORE[n % 3]}</b></a><p>Lời dài số {n} của người khác, kể chuyện thợ và"
        " công đoàn ở một vùng khác, để ai đọc cũng biết họ đã làm được gì.</p></div>"
        for n in range(12)
    )
    printed = replace(Printed(), behind=f"<div class='x'><h3>{heading}</h3>{cards}</div>")
    assert told(read(side_by_side(printed))) == list(TEXT)


@pytest.mark.parametrize("breaks", ["<br>", "<br/><br/>"])
def test_an_article_in_one_element_is_parted_by_its_breaks(breaks: str) -> None:
    for template in ("vccorp", "thanh_hoa", "side_by_side", "web_forms", "long_form"):
        build: Template = {**PLATFORMS, **OTHERS}[template]
        article = read(build(Printed(body=f"<p>{breaks.join(TEXT)}</p>")))
        assert (article.sapo, told(article)) == (SAPO, list(TEXT)), template


def test_an_icon_in_a_line_makes_it_no_caption() -> None:
    line = "Số gọi khi cần: <img src='/dien-thoai.png'> 0200 300 400, gặp chị Ngần ở tổ men."
    body = f"{paragraphs(TEXT[:3])}<div>{line}</div>{paragraphs(TEXT[3:])}"
    article = read(vccorp(Printed(body=body)))
    assert article.captions == ()
    assert "Số gọi khi cần: 0200 300 400, gặp chị Ngần ở tổ men." in told(article)


OWN = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2025-09-05T08:15:00+07:00",
    "author": {"name": BYLINE},
}
LISTED = json.dumps(OWN, ensure_ascii=False)
OTHER = json.dumps({**OWN, "headline": MORE[0], "datePublished": "2024-01-01T00:00:00+07:00"})


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(LISTED, id="plain"),
        pytest.param(f'[{{"@type": "BreadcrumbList"}}, {LISTED}]', id="list"),
        pytest.param(f'{{"@graph": [{{"@type": "WebSite"}}, {LISTED}]}}', id="graph"),
        pytest.param(f'{{"@type": "WebPage", "mainEntity": {LISTED}}}', id="main-entity"),
        pytest.param(LISTED.replace('"', "&quot;"), id="escaped"),
        pytest.param(f"//<![CDATA[\n{LISTED}\n//]]>", id="cdata"),
        pytest.param(f"/* bài */ {LISTED};", id="comment"),
        pytest.param(LISTED[:-1] + ",}", id="trailing-comma"),
        pytest.param(LISTED.replace(BYLINE, 'ông "Thủy"'), id="quotes-inside"),
        pytest.param(LISTED[:-12], id="cut-off"),
        pytest.param(f"[{OTHER}, {LISTED}]", id="several-articles"),
        pytest.param(LISTED.replace("T08:15:00+07:00", ""), id="a-day-alone"),
        pytest.param(LISTED.replace("T08:15", "T00:00"), id="at-midnight"),
        pytest.param(LISTED.replace("2025-09-05T08:15:00+07:00", "9/5/2025 8:15:00 AM"), id="american"),
        pytest.param(LISTED.replace("2025-09-05T08:15:00+07:00", "0001-01-01T00:00:00"), id="impossible"),
    ],
)  # fmt: skip
def test_dates_of_json_ld_whatever_its_form(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    for template in (vccorp, side_by_side):
        article = read(template(Printed(head=head)))
        assert (article.title, article.published) == (TITLE, "2025-09-05T08:15:00+07:00")


def test_json_ld_alone_gives_the_date_where_none_is_printed() -> None:
    head = f'<script type="application/ld+json; charset=utf-8">/* x */{LISTED[:-12]}</script>'
    article = read(side_by_side(Printed(head=head, stamp="")))
    assert article.published == "2025-09-05T08:15:00+07:00"


def test_a_day_that_differs_from_the_printed_one_is_said() -> None:
    head = f'<script type="application/ld+json">{LISTED.replace("-09-05", "-09-20")}</script>'
    warnings = read(vccorp(Printed(head=head))).warnings
    assert any("05/09/2025" in warning and "2025-09-20" in warning for warning in warnings)


def test_title_and_description_of_the_site_are_not_those_of_the_article() -> None:
    head = (
        '<meta property="og:title" content="Báo Vùng Đồi"><meta property="og:type" content="website">'
        '<meta property="og:description" content="Trang tin của thợ vùng đồi, cập nhật việc làm và đời sống mỗi ngày.">'
    )
    for name in ("side_by_side", "utility_classes", "drupal", "army_paper"):
        article = read(OTHERS[name](Printed(head=head)))
        assert (article.title, article.sapo, told(article)) == (TITLE, SAPO, list(TEXT)), name
