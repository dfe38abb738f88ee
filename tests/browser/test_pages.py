"""The checks of a communications officer's morning, in a real browser, on files opened from disk."""

import json
import re
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

import pytest

from pipeline.store import open_store
from tests.browser.watching import Watched
from tests.site_store import add_documents, add_run, make_document

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser, Page  # noqa: E402

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.filterwarnings("ignore"),
]

WIDTHS = (390, 768, 1280)
CASES = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "search_cases.json").read_text(encoding="utf-8")
)


def until(page: Page, condition: str, *, wait_s: float = 8) -> None:
    """Wait for a condition; the driver's own way of waiting needs eval, which the policy refuses."""
    end = time.monotonic() + wait_s
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        time.sleep(0.05)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Watched(context)
    context.close()


def test_header_and_first_news_stand_above_the_fold(demo: Path, watched: Watched) -> None:
    page = watched.open(demo / "trang" / "index.html")
    box = page.locator(".item").first.bounding_box()
    assert box is not None
    assert box["y"] + 60 < 900


@pytest.mark.parametrize("width", [390, 1280])
def test_targets_are_large_enough_for_a_thumb(demo: Path, watched: Watched, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 844})
    page = watched.open(demo / "trang" / "index.html")
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, summary, label, button")].filter(e => {
          const box = e.getBoundingClientRect();
          return box.width && box.height < 24 && getComputedStyle(e).display !== "inline" && !e.classList.contains("skip");
        }).map(e => e.textContent + " " + e.getBoundingClientRect().height)"""
    )
    assert small == []


def test_the_keyboard_reaches_everything_in_order(demo: Path, watched: Watched) -> None:
    page = watched.open(demo / "trang" / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#chinh")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_the_clock_of_the_provinces_is_switched_without_a_script(
    demo: Path, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((demo / "trang" / "index.html").as_uri())
    assert page.locator(".clock .now").is_visible()
    assert not page.locator(".clock .then").is_visible()
    page.get_by_label("tên trong bài").check()
    assert page.locator(".clock .then").is_visible()
    assert not page.locator(".clock .now").is_visible()
    context.close()


def test_with_javascript_off_all_rows_and_marks_are_there(demo: Path, browser: Browser) -> None:
    counts: list[tuple[int, int, int]] = []
    for on in (True, False):
        context = browser.new_context(java_script_enabled=on)
        page = context.new_page()
        page.goto((demo / "trang" / "index.html").as_uri())
        marks, rows = page.locator("mark").count(), page.locator("li.item, li.claim").count()
        page.goto((demo / "trang" / "tim.html").as_uri())
        counts.append((marks, rows, page.locator("#ket-qua li").count()))
        context.close()
    assert counts[0] == counts[1]
    assert counts[0][0] > 20
    with open_store(demo / "thidua.db", read_only=True) as store:
        articles = store.db.execute("SELECT count(*) FROM bai_viet").fetchone()[0]
    assert counts[0][2] == min(articles, 100)


def test_numbers_equal_the_views(demo: Path, watched: Watched) -> None:
    page = watched.open(demo / "trang" / "index.html")
    with open_store(demo / "thidua.db", read_only=True) as store:
        view = {
            row["Chiến dịch"]: row for row in store.db.query("SELECT * FROM ty_trong_chien_dich")
        }
        names = dict(store.db.execute("SELECT id, name FROM campaigns").fetchall())
        new = store.db.execute("SELECT count(*) FROM moi_tu_ban_tin_truoc").fetchone()[0]
        answered = store.db.execute(
            """SELECT sum("Tình trạng" = 'tốt') || '/' || count(*) FROM suc_khoe_nguon"""
        ).fetchone()[0]
    shares = 0.0
    for row in page.locator("tr[data-chien-dich]").all():
        count, percent = (
            cell.get_attribute("data-so") or "" for cell in row.locator("td[data-so]").all()
        )
        shares += float(percent)
        key = row.get_attribute("data-chien-dich") or ""
        if key:
            told = view[names[key]]
            assert (int(count), float(percent)) == (told["Số bài"], told["Tỷ trọng (%)"])
            change = re.sub(r"\D", "", row.locator("td .up, td .down, td .same").first.inner_text())
            assert int(change) == abs(told["Chênh"])
    assert abs(shares - 100) <= 0.1
    assert page.locator('[data-so="moi"]').inner_text() == str(new)
    assert f"{answered} nguồn trả lời" in page.locator(".state").first.inner_text()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_browser_scrolls_to_the_quoted_words(
    demo: Path, watched: Watched, tmp_path: Path, form: Literal["NFC", "NFD"]
) -> None:
    page = watched.open(demo / "trang" / "index.html")
    link = page.locator("blockquote.q a.open").first.get_attribute("href") or ""
    words = unquote(link.partition("#:~:text=")[2])
    target = tmp_path / "bao.html"
    text = unicodedata.normalize(form, words)
    target.write_text(
        f'<!doctype html><meta charset="utf-8"><div style="height:4000px">đầu</div><p>{text}</p><div style="height:4000px">',
        encoding="utf-8",
    )
    page.goto("about:blank")
    page.goto(target.as_uri() + "#:~:text=" + link.partition("#:~:text=")[2])
    until(page, "scrollY > 2000")


def test_both_searches_share_one_table_of_folds(demo: Path, watched: Watched) -> None:
    page = watched.open(demo / "trang" / "tim.html")
    for given, folded in CASES["folds"]:
        for text in (given, unicodedata.normalize("NFD", given)):
            assert page.evaluate("t => thiduaTim.boDau(t)", text) == folded, given
    for given, spelled in CASES["spellings"]:
        assert page.evaluate("t => thiduaTim.vietMotCach(t)", given) == spelled


@pytest.fixture(scope="module")
def titles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from pipeline.cli import main

    folder = tmp_path_factory.mktemp("titles")
    with open_store(folder / "a.db", create=True) as store:
        run = add_run(store, "2025-11-19", {"bao_mot": None})
        documents = [
            make_document(
                n,
                title,
                "Hội nghị bế mạc.",
                source="bao_mot",
                published="2025-11-18T08:00:00+07:00",
            )
            for n, title in enumerate(CASES["titles"])
        ]
        add_documents(store, documents, run)
    assert (
        main(["site", "build", "--db", str(folder / "a.db"), "--out", str(folder / "trang")]) == 0
    )
    return folder / "trang"


def test_search_as_one_types_finds_what_the_table_says(titles: Path, watched: Watched) -> None:
    page = watched.open(titles / "tim.html")
    page.locator("#o-tim").focus()
    until(page, "thiduaTim.tim('cong doan').length > 0")
    for query, expected in CASES["queries"]:
        for text in (query, unicodedata.normalize("NFD", query)):
            found = page.evaluate("t => thiduaTim.tim(t)", text)
            assert sorted(found) == sorted(CASES["titles"][n] for n in expected), query


def test_typing_filters_and_clearing_restores(demo: Path, watched: Watched) -> None:
    page = watched.open(demo / "trang" / "tim.html")
    before = page.locator("#ket-qua li").all_inner_texts()
    page.locator("#o-tim").type("tet sum va")
    # A slow machine shows what is found for the first letters for a while.
    shown = "[...document.querySelectorAll('#ket-qua li')].map(row => row.innerText)"
    until(page, f"{shown}.length > 0 && {shown}.every(text => text.includes('Sum vầy'))")
    rows = page.locator("#ket-qua li").all_inner_texts()
    assert rows
    assert all("Sum vầy" in row for row in rows)
    assert re.match(r"\d+ bài", page.locator("#dem").inner_text())
    page.get_by_role("button", name="Xóa").click()
    until(page, f"document.querySelectorAll('#ket-qua li').length === {len(before)}")
    assert page.locator("#ket-qua li").all_inner_texts() == before
    page.locator("#o-tim").type("khongcotunay")
    until(page, "document.getElementById('dem').textContent.startsWith('Không có bài')")
    assert watched.said == []


def test_hostile_texts_run_nothing(hostile: Path, watched: Watched) -> None:
    for path in sorted(hostile.rglob("*.html")):
        page = watched.open(path)
        assert page.evaluate("window.dinh") is None, path
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page = watched.open(hostile / "tim.html")
    page.locator("#o-tim").type("script")
    until(page, "/^\\d+ bài/.test(document.getElementById('dem').textContent)")
    assert page.evaluate("window.dinh") is None
    assert watched.said == []
    assert [url for url in watched.asked if not url.startswith("file:")] == []


def test_the_policy_stops_a_script_that_slips_in(hostile: Path, watched: Watched) -> None:
    page = watched.open(hostile / "index.html")
    page.evaluate(
        """() => { const s = document.createElement("script"); s.textContent = "window.dinh = 1"; document.body.append(s);
        const i = new Image(); i.src = "https://xau.example/a.png"; document.body.append(i); }"""
    )
    assert page.evaluate("window.dinh") is None
    assert any("Content Security Policy" in said for said in watched.said)
    assert [url for url in watched.answered if url.startswith("http")] == []


def test_print_splits_no_row_and_hides_what_paper_cannot_do(demo: Path, watched: Watched) -> None:
    page = watched.open(demo / "trang" / "index.html")
    page.emulate_media(media="print")
    for hidden in (".nav", ".switch", ".files"):
        assert not page.locator(hidden).first.is_visible()
    assert page.evaluate(
        "[...document.querySelectorAll('tr')].every(e => getComputedStyle(e).breakInside === 'avoid')"
    )
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    assert b"/ToUnicode" in pdf or b"/FontFile2" in pdf


def test_screenshots_are_taken_for_a_person_to_look_at(
    demo: Path, watched: Watched, tmp_path: Path
) -> None:
    for width in WIDTHS:
        watched.page.set_viewport_size({"width": width, "height": 900})
        page = watched.open(demo / "trang" / "index.html")
        picture = page.screenshot(path=str(tmp_path / f"{width}.png"), full_page=True)
        assert len(picture) > 20_000
