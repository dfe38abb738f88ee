import datetime as dt
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Length, Mm, Pt
from lxml import etree

from pipeline.cli import main
from tests.site_store import HOSTILE, TEXTS, make_store

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def millimetres(length: Length | None) -> int:
    return round((length or 0) / Mm(1))


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("store") / "union.db", (*TEXTS, *HOSTILE))


def report(db: Path, out: Path, *arguments: str) -> Path:
    assert main(["report", "--db", str(db), "--out", str(out), *arguments]) == 0
    return out


def test_the_page_is_one_file_without_a_script(db: Path, tmp_path: Path) -> None:
    text = unescape(report(db, tmp_path / "r.html").read_text("utf-8"))
    assert "<script src" not in text
    assert "script-src 'none'" in text
    assert re.search(r"style-src 'sha256-[A-Za-z0-9+/=]+'", text)
    assert not re.findall(r'(?:src|href)="(?!https?://bao-|#)[^"]*"', text)
    assert len(text.encode()) < 300_000


def test_the_period_and_the_scope_bound_what_is_counted(db: Path, tmp_path: Path) -> None:
    def count(*arguments: str) -> str:
        text = report(db, tmp_path / "r.html", *arguments).read_text("utf-8")
        found = re.search(r'data-so="bai">(\d+)', text)
        return found[1] if found else ""

    assert count() == "8"
    assert count("--from", "2025-11-17", "--to", "2025-11-18") == "2"
    assert count("--source", "bao_mot") == "4"
    assert count("--province", "thanh_hoa") == "1"
    assert count("--campaign", "tet-sum-vay") == "1"


def test_a_bounded_report_says_so_and_lists_its_own_articles(db: Path, tmp_path: Path) -> None:
    arguments = ("--province", "thanh_hoa", "--source", "bao_mot")
    text = report(db, tmp_path / "r.html", *arguments).read_text("utf-8")
    assert "Chỉ gồm tỉnh, thành phố Thanh Hóa, nguồn bao_mot." in text
    assert len(re.findall(r'<li class="item" id="tin-', text)) == 1
    assert "Mới từ bản tin trước" not in text
    doc = Document(str(report(db, tmp_path / "r.docx", "--for", "docx", *arguments)))
    assert doc.paragraphs[2].text == "(tỉnh, thành phố Thanh Hóa, nguồn bao_mot)"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--from", "2025-13-01"], id="no-month"),
        pytest.param(["--from", "2025-11-20", "--to", "2025-11-01"], id="backwards"),
        pytest.param(["--campaign", "khong_co"], id="unknown-campaign"),
        pytest.param(["--province", "khong_co"], id="unknown-province"),
    ],
)
def test_what_cannot_be_meant_is_misuse(db: Path, tmp_path: Path, arguments: list[str]) -> None:
    assert main(["report", "--db", str(db), "--out", str(tmp_path / "r"), *arguments]) == 2
    assert not (tmp_path / "r").exists()


def test_the_document_has_the_form_of_the_decree(db: Path, tmp_path: Path) -> None:
    doc = Document(str(report(db, tmp_path / "r.docx", "--for", "docx")))
    page = doc.sections[0]
    assert (millimetres(page.page_width), millimetres(page.page_height)) == (210, 297)
    assert 20 <= millimetres(page.top_margin) <= 25
    assert 20 <= millimetres(page.bottom_margin) <= 25
    assert 30 <= millimetres(page.left_margin) <= 35
    assert 15 <= millimetres(page.right_margin) <= 20
    assert doc.styles["Normal"].font.name == "Times New Roman"
    assert doc.styles["Normal"].font.size in (Pt(13), Pt(14))
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header._element.xml


def test_each_number_of_the_document_has_its_sentence_in_a_footnote(
    db: Path, tmp_path: Path
) -> None:
    path = report(db, tmp_path / "r.docx", "--for", "docx")
    with zipfile.ZipFile(path) as packed:
        body = etree.fromstring(packed.read("word/document.xml"))
        notes = etree.fromstring(packed.read("word/footnotes.xml"))
        links = etree.fromstring(packed.read("word/_rels/footnotes.xml.rels"))
        settings = packed.read("word/settings.xml").decode()
        types = packed.read("[Content_Types].xml").decode()
    said = {
        note.get(f"{WORD}id"): "".join(note.itertext()) for note in notes.iter(f"{WORD}footnote")
    }
    asked = [one.get(f"{WORD}id") for one in body.iter(f"{WORD}footnoteReference")]
    assert asked == [str(n) for n in range(1, len(asked) + 1)]
    assert {"-1", "0", *asked} == set(said)
    (line,) = [
        p for p in body.iter(f"{WORD}p") if "".join(p.itertext()).startswith("- hơn 1.200 suất quà")
    ]
    number = next(line.iter(f"{WORD}footnoteReference")).get(f"{WORD}id")
    assert "trao hơn 1.200 suất quà" in said[number]
    assert "(bao_mot, 18/11/2025)" in said[number]
    assert "Lò Thị Mận" not in "".join(said.values())
    targets = {one.get("Id"): one.get("Target") or "" for one in links}
    used = [one.get(f"{RELATION}id") for one in notes.iter(f"{WORD}hyperlink")]
    assert used
    assert all("#:~:text=" in targets[key] for key in used)
    assert settings.index("<w:footnotePr>") < settings.index("<w:compat>")
    assert "wordprocessingml.footnotes+xml" in types


def cells(book: zipfile.ZipFile, number: int) -> list[list[tuple[str, str]]]:
    """Give (type or style, value) of the cells of a sheet, row by row."""
    shared = [
        "".join(item.itertext())
        for item in etree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{SHEET}si")
    ]
    rows = []
    for row in etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{SHEET}row"):
        found = []
        for cell in row.iter(f"{SHEET}c"):
            value = cell.findtext(f"{SHEET}v") or ""
            kind = cell.get("t") or "n"
            found.append((kind, shared[int(value)] if kind == "s" else value))
        rows.append(found)
    return rows


def test_the_workbook_has_true_dates_numbers_filters_and_no_formula(
    db: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(report(db, tmp_path / "r.xlsx", "--for", "xlsx")) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        assert names == ["Tóm tắt", "Bài viết", "Số liệu", "Khen thưởng", "Nguồn", "Cách đếm"]
        for number in range(1, 7):
            sheet = book.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert "<f>" not in sheet
            assert "<autoFilter" in sheet
            assert 'state="frozen"' in sheet
        articles = cells(book, 2)
        assert [value for _, value in articles[0]][:4] == ["Tiêu đề", "Nguồn", "Ngày", "Giờ"]
        days = {row[2] for row in articles[1:]}
        first = (dt.date(2025, 11, 18) - dt.date(1899, 12, 30)).days
        assert ("n", str(first)) in days
        assert all(kind == "n" for kind, _ in days)
        figures = cells(book, 3)
        assert ("n", "1200") in [row[0] for row in figures[1:]]
        assert '=HYPERLINK("http://xau.example","bấm vào đây")' in {
            value for row in articles[1:] for kind, value in row if kind == "s"
        }


def test_a_pdf_without_a_browser_is_a_clear_error(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("THIDUA_CHROMIUM", str(tmp_path / "none"))
    assert main(["report", "--for", "pdf", "--db", str(db), "--out", str(tmp_path / "r.pdf")]) == 1
    assert "no Chromium found" in capsys.readouterr().err
    assert not (tmp_path / "r.pdf").exists()
