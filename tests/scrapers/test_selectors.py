"""The part of CSS that layouts use."""

import pytest
from cssselect import SelectorError
from lxml import etree

from scrapers.selectors import attributes_in, names_in, select, select_first

ROOT = etree.HTML(
    '<div id="a" class="bai tin-chinh"><p class=" sapo ">Một</p><p>Hai</p>'
    '<ul><li><a href="/tag/x" rel="tag nofollow">Ba</a></li></ul></div><p class="sapo-phu">Bốn</p>'
)


@pytest.mark.parametrize(
    ("css", "texts"),
    [
        pytest.param("p", ["Một", "Hai", "Bốn"], id="tag"),
        pytest.param(".sapo", ["Một"], id="class-is-a-whole-word"),
        pytest.param("#a p", ["Một", "Hai"], id="descendant"),
        pytest.param("#a > p", ["Một", "Hai"], id="child"),
        pytest.param("#a > a", [], id="a-grandchild-is-no-child"),
        pytest.param(".sapo + p", ["Hai"], id="next-sibling"),
        pytest.param("[class*=sapo]", ["Một", "Bốn"], id="contains"),
        pytest.param("a[href^='/tag/']", ["Ba"], id="begins"),
        pytest.param("a[href$=x]", ["Ba"], id="ends"),
        pytest.param("a[rel]", ["Ba"], id="has"),
        pytest.param("li a, .sapo", ["Một", "Ba"], id="a-group-keeps-document-order"),
        pytest.param("div.bai.tin-chinh .sapo", ["Một"], id="two-classes"),
    ],
)
def test_select(css: str, texts: list[str]) -> None:
    assert [element.text for element in select(ROOT, css)] == texts


def test_select_first_gives_none_where_nothing_matches() -> None:
    assert select_first(ROOT, ".khong-co") is None


def test_a_selector_that_is_not_understood_is_an_error() -> None:
    with pytest.raises(SelectorError):
        select(ROOT, "p >> a")


def test_names_in() -> None:
    assert names_in("#a > .b [data-c=d] p") == (b"b",)
    assert attributes_in("#a [data-c=d] a[href*='/tag/']") == (b"a", b"data-c", b"/tag/")
    assert names_in("p > a[rel]") == ()
