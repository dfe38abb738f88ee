"""The page that shows a text with its layers."""

import re
from datetime import date
from html.parser import HTMLParser

from extractors.extract import extract_all
from extractors.facts import Facts
from extractors.view import render_view

TEXT = (
    "Ngày 5/8/2025, LĐLĐ tỉnh Sơn La <b>&</b> Công ty May Lam trao 237 suất quà, gồm 128 suất quà gạo, "
    "64 suất quà mì và 35 suất quà vở."
)


class Reader(HTMLParser):
    """Takes the text of the element of class "text" and counts open elements."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = 0
        self.text = ""
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("class") == "text" or (self.inside and tag == "span"):
            self.inside += 1
        if "id" in given:
            self.ids.append(str(given["id"]))

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag in ("span", "div"):
            self.inside -= 1

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def page() -> str:
    return render_view(TEXT, extract_all(TEXT, published=date(2025, 8, 6)), title="Thử <i>")


def test_the_text_stands_there_as_given_and_escaped() -> None:
    assert read(page()).text == TEXT
    assert "<b>&" not in page()
    assert "<title>Thử &lt;i&gt;</title>" in page()


def test_nothing_is_loaded_from_elsewhere_and_no_script_runs() -> None:
    assert not re.search(r"<script|<link|\bsrc=|url\(|https?://", page())


def test_links_and_checks_lead_to_mentions_on_the_page() -> None:
    ids = read(page()).ids
    targets = re.findall(r'href="#([^"]+)"', page())
    assert set(targets) <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_failed_check_is_shown_with_both_numbers() -> None:
    assert re.search(r'class="failed"><td>LỆCH</td>.*?<td>237</td><td>227</td>', page())


def test_a_text_without_facts_is_shown_too() -> None:
    assert read(render_view("Một dòng.", Facts())).text == "Một dòng."
