"""Texts of elements: words neither glued nor torn."""

import pytest
from lxml import etree

from scrapers.elements import clean_text, element_text, is_hidden, parse_html
from scrapers.errors import UnreadablePageError


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>Công <b>đoàn</b> cơ sở</p>", "Công đoàn cơ sở", id="inline"),
        pytest.param(
            "<p><span>T</span><span>rao quà</span></p>", "Trao quà", id="one-word-in-two-tags"
        ),
        pytest.param(
            "<p>Bằng khen<br>Giấy khen</p>", "Bằng khen Giấy khen", id="line-break-is-a-space"
        ),
        pytest.param("<div><p>Một</p><p>Hai</p></div>", "Một Hai", id="blocks-are-set-apart"),
        pytest.param("<p>a\u00a0 \u200bb\u00adc</p>", "a bc", id="invisible-characters"),
        pytest.param("<p>Hòa</p>", "Hòa", id="nfc"),
        pytest.param(
            "<p>tin<script>var x=1</script><style>p{}</style></p>", "tin", id="scripts-are-silent"
        ),
    ],
)
def test_element_text(html: str, text: str) -> None:
    assert element_text(etree.HTML(html).find("body")[0]) == text


def test_clean_text_composes_and_squeezes() -> None:
    assert clean_text(" Thanh\u00a0\n Hoá ") == "Thanh Hoá"


@pytest.mark.parametrize(
    ("html", "hidden"),
    [
        ('<p style="display: none;">a</p>', True),
        ('<p style="color:red;display:NONE">a</p>', True),
        ("<p hidden>a</p>", True),
        ('<p class="box hidden">a</p>', True),
        ('<p class="hidden-xs" style="display:block">a</p>', False),
    ],
)
def test_is_hidden(html: str, hidden: bool) -> None:
    assert is_hidden(etree.HTML(html).find("body")[0]) is hidden


def test_a_page_whose_html_is_closed_before_its_body_keeps_its_text() -> None:
    late = "<div><p>Nội dung đứng sau thẻ đóng.</p></div>" * 60
    root = parse_html(f"<html></html>{late}".encode())
    assert "Nội dung" in "".join(root.itertext())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<div>" * 40_000, id="tags"),
        pytest.param(
            b"<p " + b" ".join(b"a%d=1" % n for n in range(9_000)) + b">", id="attributes"
        ),
    ],
)
def test_pages_that_no_paper_makes_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePageError, match="is it a page of news"):
        parse_html(data)
