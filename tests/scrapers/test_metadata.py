"""JSON-LD, Open Graph and meta elements, broken ones too."""

import pytest
from lxml import etree

from scrapers.metadata import read_metadata


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"@type": "NewsArticle", "headline": "Thợ hàn giỏi"}', id="object"),
        pytest.param('[{"@type": "Organization"}, {"@type": "NewsArticle", "headline": "Thợ hàn giỏi"}]', id="list"),
        pytest.param('{"@graph": [{"@type": ["Article", "NewsArticle"], "headline": "Thợ hàn giỏi"}]}', id="graph"),
        pytest.param('{"@type": "NewsArticle", "headline": "Thợ hàn giỏi",}', id="trailing-comma"),
        pytest.param('{"@type": "NewsArticle", "headline": "Thợ\thàn \n giỏi"}', id="control-characters"),
        pytest.param('{"@type": "NewsArticle", "headline": "Thợ h&amp;agrave;n giỏi"}', id="entities-twice"),
    ],
)  # fmt: skip
def test_headline(text: str) -> None:
    found = read_metadata(etree.HTML(f"<html><head>{script(text)}</head></html>"))
    assert found.article_text("headline") == "Thợ hàn giỏi"
    assert not found.broken_json_ld


def test_several_authors_are_one_text() -> None:
    authors = (
        '{"@type": "NewsArticle", "author": [{"name": "Vi Hà"}, {"name": "Hồ Vy"}, {"name": ""}]}'
    )
    found = read_metadata(etree.HTML(f"<html><head>{script(authors)}</head></html>"))
    assert found.article_text("author", "name") == "Vi Hà, Hồ Vy"


def test_broken_json_is_said_and_does_no_harm() -> None:
    found = read_metadata(
        etree.HTML(
            f'<html><head>{script("{oops")}<meta property="og:title" content=" Thợ  hàn "></head></html>'
        )
    )
    assert found.broken_json_ld
    assert found.article == {}
    assert found.meta["og:title"] == "Thợ hàn"


def test_breadcrumbs_and_canonical() -> None:
    crumbs = (
        '{"@type": "BreadcrumbList", "itemListElement": [{"name": "Công đoàn"},'
        ' {"item": {"@id": "/x", "name": "Hoạt động"}}]}'
    )
    link = '<link rel="canonical" href="https://a.example/x.html">'
    found = read_metadata(etree.HTML(f"<html><head>{link}{script(crumbs)}</head></html>"))
    assert found.breadcrumbs == ("Công đoàn", "Hoạt động")
    assert found.canonical == "https://a.example/x.html"
