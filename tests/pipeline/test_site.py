import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from pipeline.cli import main
from pipeline.site_build import Built, SiteOptions, build_site
from pipeline.store import open_store
from tests.site_store import (
    HOSTILE,
    OFFICIAL,
    PLANTED,
    TEXTS,
    add_documents,
    add_run,
    make_document,
    make_store,
)

OPTIONS = SiteOptions(names="drop", full_text=False, today="2025-11-20")


class Page(HTMLParser):
    """What a browser would make of a page: tags with attributes, and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def build(db: Path, out: Path) -> Built:
    return build_site(db, out, OPTIONS)


def pages(out: Path) -> Iterator[tuple[str, Page]]:
    for path in sorted(out.rglob("*.html")):
        yield path.relative_to(out).as_posix(), Page(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("store") / "union.db")


@pytest.fixture(scope="module")
def site(db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "trang"
    build(db, out)
    return out


def test_every_sort_of_page_is_there(site: Path) -> None:
    made = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for expected in (
        *("index.html", "tim.html", "nguon.html", "phuong-phap.html", "moi.html", "tim.js"),
        *("chien-dich/index.html", "chien-dich/tet-sum-vay.html", "tinh/thanh_hoa.html"),
        *("nguon/bao_mot.html", "hinh-thuc/bang_khen.html", "tuan/2025-W47.html"),
        *("nguon-tin/chien-dich-tet-sum-vay.xml", "nguon-tin/tat-ca.xml", "chi-muc/2025-11.js"),
        *("du-lieu/thi-dua.xlsx", "du-lieu/so-lieu.csv", "du-lieu/thi-dua.json"),
    ):
        assert expected in made
    assert any(path.startswith("to-chuc/") for path in made)
    assert sum(path.startswith("bai/") for path in made) == len(TEXTS)


def broken_links(site: Path) -> list[tuple[str, str]]:
    """Give page and target of every link inside the site that leads nowhere."""
    links = [
        (path, attributes.get("href") or attributes.get("src") or "#")
        for path, page in pages(site)
        for _, attributes in page.tags
    ]
    return [
        (path, target)
        for path, target in links
        if "://" not in target
        and not target.startswith("#")
        and not ((site / path).parent / target.partition("#")[0]).resolve().exists()
    ]


def test_every_link_inside_leads_to_a_page(site: Path) -> None:
    assert broken_links(site) == []


def test_no_page_asks_for_anything_outside(site: Path) -> None:
    for path, page in pages(site):
        for tag, attributes in page.tags:
            if tag not in ("a",):
                for name in ("src", "href", "srcset", "data", "action"):
                    assert "://" not in (attributes.get(name) or ""), (path, tag)
            assert not any(name.startswith("on") or name == "style" for name in attributes), path


def test_the_policy_allows_one_script_file_and_no_inline_one(site: Path) -> None:
    for path, page in pages(site):
        policy = next(a["content"] or "" for t, a in page.tags if a.get("http-equiv"))
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert ("script-src 'self'" in policy) == (path == "tim.html")
        scripts = [a for t, a in page.tags if t == "script" and a.get("type") != "application/json"]
        assert [a.get("src") for a in scripts] == (["tim.js"] if path == "tim.html" else [])


def test_numbers_of_the_front_page_equal_the_views(db: Path, site: Path) -> None:
    page = Page((site / "index.html").read_text(encoding="utf-8"))
    rows = [a["data-chien-dich"] for t, a in page.tags if t == "tr" and "data-chien-dich" in a]
    numbers = [a["data-so"] for t, a in page.tags if t == "td" and "data-so" in a]
    with open_store(db, read_only=True) as store:
        view = {
            row["Chiến dịch"]: (row["Số bài"], row["Tỷ trọng (%)"])
            for row in store.db.query("SELECT * FROM ty_trong_chien_dich")
        }
        names = dict(store.db.execute("SELECT id, name FROM campaigns").fetchall())
        new = store.db.execute("SELECT count(*) FROM moi_tu_ban_tin_truoc").fetchone()[0]
    shown = {
        names[key]: (int(numbers[2 * n] or 0), float(numbers[2 * n + 1] or 0))
        for n, key in enumerate(rows)
        if key
    }
    assert shown == view
    assert abs(sum(float(n or 0) for n in numbers[1::2]) - 100) <= 0.1 * len(rows)
    assert f"{new} bài" in page.words


def test_sources_and_provinces_of_a_share_are_those_of_its_period(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:1])
    earlier = [
        make_document(
            60 + n,
            f"Tết Sum vầy ở {place}",
            f"LĐLĐ tỉnh {place} tổ chức chương trình “Tết Sum vầy”, trao {n + 30} suất quà.",
            source="bao_hai",
            published=f"2025-10-{5 + n:02d}T08:00:00+07:00",
        )
        for n, place in enumerate(("Đồng Nai", "Cà Mau"))
    ]
    with open_store(db) as store:
        add_documents(store, earlier, 1)
        (row,) = store.db.query("SELECT * FROM ty_trong_chien_dich")
    build(db, tmp_path / "trang")
    page = etree.fromstring((tmp_path / "trang" / "index.html").read_bytes(), etree.HTMLParser())
    cells = page.xpath("//tr[@data-chien-dich='tet-sum-vay']/td[contains(@class, 'wide')]")
    told = ["".join(cell.itertext()) for cell in cells]
    assert (row["Số bài"], row["Kỳ trước"]) == (1, 2)
    assert (row["Số nguồn"], row["Số tỉnh"]) == (1, 1)
    assert told[1:3] == ["1", "1"]


def test_marks_equal_the_text_and_links_decode_to_the_sentence(db: Path, site: Path) -> None:
    with open_store(db, read_only=True) as store:
        texts = dict(store.db.execute("SELECT id, text FROM articles").fetchall())
    seen = 0
    for path in site.glob("bai/*/*.html"):
        text = texts[path.stem]
        source = path.read_text(encoding="utf-8")
        for quote in re.findall(r'<blockquote class="q">(.*?)</blockquote>', source, re.DOTALL):
            marks = re.findall(r"<mark>(.*?)</mark>", quote)
            assert marks
            assert all(mark in text for mark in marks)
            link = re.search(r'href="([^"]+)"', quote)
            assert link is not None
            words = unquote(link[1].partition("#:~:text=")[2])
            assert words
            assert words in text
            assert marks[0] in words or words in marks[0]
            seen += 1
    assert seen >= 8


def test_each_sentence_stands_once_with_all_its_figures(db: Path, site: Path) -> None:
    with open_store(db, read_only=True) as store:
        figures = store.db.execute(
            """SELECT f.id, a.id FROM figures f JOIN articles a ON a.id = f.article_id
               WHERE f.ended_run IS NULL"""
        ).fetchall()
    pages = {path.stem: path.read_text("utf-8") for path in site.glob("bai/*/*.html")}
    for figure, article in figures:
        assert pages[article].count(f'id="{figure}"') == 1
    (page,) = [text for text in pages.values() if "1.200" in text]
    (sentence,) = re.findall(r'<blockquote class="q">“Ngày 18/11.*?</blockquote>', page, re.DOTALL)
    assert re.findall(r"<mark>(.*?)</mark>", sentence) == ["1.200", "2,4 tỷ"]


def test_private_names_are_in_no_output_and_officials_stay(
    db: Path, site: Path, tmp_path: Path
) -> None:
    outputs = {path.name: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    for form in ("html", "xlsx", "docx"):
        assert main(["report", "--for", form, "--db", str(db), "--out", str(tmp_path / form)]) == 0
        outputs[form] = (tmp_path / form).read_bytes()
    for form in ("text", "html", "json"):
        assert (
            main(["digest", "--format", form, "--db", str(db), "--out", str(tmp_path / form)]) == 0
        )
        outputs[f"digest {form}"] = (tmp_path / form).read_bytes()
    said = 0
    for name, content in outputs.items():
        if content[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                content = b"".join(packed.read(part) for part in packed.namelist())
        text = unquote(content.decode("utf-8", "ignore"))
        for planted in PLANTED:
            assert planted not in text, (name, planted)
            assert planted.upper() not in text, (name, planted)
        said += OFFICIAL in text
    assert said >= 3


def test_what_strangers_wrote_comes_out_harmless(tmp_path: Path) -> None:
    db = make_store(tmp_path / "hostile.db", HOSTILE)
    out = tmp_path / "trang"
    build(db, out)
    for path, page in pages(out):
        assert [t for t, _ in page.tags].count("h1") == 1, path
        assert not {t for t, _ in page.tags} & {"img", "iframe", "object", "style"}, path
        for tag, attributes in page.tags:
            assert not any(name.startswith("on") for name in attributes), (path, tag)
            assert not (attributes.get("href") or "").lower().startswith(("javascript", "data"))
        assert "\u202e" not in page.words
        assert "49" not in re.sub(r"\d{3,}", "", page.words) or "7*7" in page.words
    shard = (out / "chi-muc" / "2025-11.js").read_text(encoding="utf-8")
    assert "<" not in shard
    assert len(shard.splitlines()) == 1
    for feed in out.rglob("*.xml"):
        etree.fromstring(feed.read_bytes())
    with (out / "du-lieu" / "bai-viet.csv").open(encoding="utf-8-sig", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r")]
    with zipfile.ZipFile(out / "du-lieu" / "thi-dua.xlsx") as book:
        sheets = b"".join(book.read(n) for n in book.namelist() if "worksheets/sheet" in n)
    assert b"<f>" not in sheets


def test_an_address_that_is_no_web_address_is_no_link(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:1])
    with open_store(db) as store, store.transaction() as opened:
        opened.execute(
            "UPDATE urls SET url = 'javascript:alert(1)', canonical = 'javascript:alert(1)'"
        )
    build(db, tmp_path / "trang")
    for path, page in pages(tmp_path / "trang"):
        assert not [a for _, a in page.tags if "script:" in (a.get("href") or "")], path


def test_a_second_build_writes_nothing(db: Path, site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    built = build(db, site)
    assert (built.written, built.removed) == (0, 0)
    changed = {p for p, at in before.items() if p.stat().st_mtime_ns != at}
    assert {path.name for path in changed} <= {".trang-thai.sqlite"}


def test_a_new_article_changes_its_own_pages_alone(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db")
    out = tmp_path / "trang"
    build(db, out)
    others = {path: path.read_bytes() for path in out.glob("bai/*/*.html")}
    untouched = (out / "chien-dich" / "tet-sum-vay.html").stat().st_mtime_ns
    with open_store(db) as store:
        new = make_document(
            99,
            "Công đoàn trao 500 suất quà",
            "Trao 500 suất quà từ chương trình “Mái ấm Công đoàn”.",
            source="bao_mot",
            published="2025-11-18T09:00:00+07:00",
        )
        add_documents(store, [new], 1)
    built = build(db, out)
    assert built.kept > 5
    assert len(list(out.glob("bai/*/*.html"))) == len(others) + 1
    assert {path: path.read_bytes() for path in others} == others
    assert (out / "chien-dich" / "tet-sum-vay.html").stat().st_mtime_ns == untouched
    assert "500 suất quà" in (out / "chien-dich" / "mai-am-cong-doan.html").read_text("utf-8")


def test_what_a_new_reading_changes_is_built_anew(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:2])
    out = tmp_path / "trang"
    build(db, out)
    changed = next(p for p in out.glob("bai/*/*.html") if OFFICIAL in p.read_text("utf-8"))
    with open_store(db) as store:
        run = add_run(store, "2025-11-20", {})
        with store.transaction() as opened:
            opened.execute(
                """UPDATE person_mentions SET role = 'công nhân', run_id = ?
                   WHERE article_id = ? AND role IS NOT NULL""",
                [run, changed.stem],
            )
    others = {p: p.stat().st_mtime_ns for p in out.glob("bai/*/*.html") if p.stem != changed.stem}
    build(db, out)
    assert OFFICIAL not in changed.read_text("utf-8")
    assert {p: p.stat().st_mtime_ns for p in others} == others


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["site", "build", "--out", "trang"], id="site"),
        pytest.param(["report", "--out", "bao-cao.html"], id="report"),
        pytest.param(["digest", "--format", "text"], id="digest"),
    ],
)
def test_a_store_whose_people_were_never_read_is_told_what_to_do(
    tmp_path: Path,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    stored = Path(__file__).resolve().parents[1] / "fixtures" / "store" / "schema_1.sql"
    connection = sqlite3.connect("cu.db")
    connection.executescript(stored.read_text(encoding="utf-8"))
    connection.close()
    assert main(["db", "migrate", "--db", "cu.db"]) == 0
    capsys.readouterr()
    assert main([*command, "--db", "cu.db"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "people" in line
    assert line.endswith("thidua reextract")
    assert main(["reextract", "--db", "cu.db"]) == 0
    assert main([*command, "--db", "cu.db"]) == 0


def test_a_forgotten_article_leaves_no_page(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db")
    out = tmp_path / "trang"
    build(db, out)
    (page,) = [p for p in out.glob("bai/*/*.html") if "1.200 suất quà" in p.read_text("utf-8")]
    assert main(["forget", page.stem, "--reason", "yêu cầu", "--db", str(db)]) == 0
    assert build(db, out).removed >= 1
    texts = "".join(p.read_text("utf-8") for p in out.rglob("*.html"))
    assert not page.exists()
    assert "1.200 suất quà" not in texts


def test_a_reviewed_figure_is_left_out_of_lists_and_says_so_on_its_page(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:1])
    out = tmp_path / "trang"
    build(db, out)
    with open_store(db) as store, store.transaction() as opened:
        (key,) = opened.execute("SELECT id FROM figures WHERE value = 1200").fetchone()
        opened.execute(
            "INSERT INTO reviews (id, target_id, verdict, reviewer, at) VALUES ('r', ?, 'wrong', 'x', '2025-11-20T00:00:00Z')",
            [key],
        )
    assert '"said">hơn 1.200 suất quà' in (out / "index.html").read_text("utf-8")
    build(db, out)
    assert '"said">hơn 1.200 suất quà' not in (out / "index.html").read_text("utf-8")
    (page,) = out.glob("bai/*/*.html")
    assert "đã duyệt: sai" in page.read_text("utf-8")


def test_an_empty_database_gives_pages_that_say_so(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", ())
    build(db, tmp_path / "trang")
    words = Page((tmp_path / "trang" / "index.html").read_text("utf-8")).words
    assert "Chưa có bài nào" in words
    assert "thidua harvest" in words
    assert "đến 20/11/2025" in words
    assert "1970" not in words
    assert "Không có bài mới" in words
    assert "không bài nào nêu số liệu" in words


def test_a_store_without_runs_says_so(tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    assert main(["init", "--db", str(db)]) == 0
    build(db, tmp_path / "trang")
    words = Page((tmp_path / "trang" / "index.html").read_text("utf-8")).words
    assert "chưa có lượt chạy nào" in words
    assert "Chưa có nguồn nào được hỏi" in words


def test_every_province_of_today_is_in_the_grid_or_among_the_silent(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:1])
    hue = make_document(
        70,
        "LĐLĐ thành phố Huế trao 90 suất quà Tết Sum vầy",
        "LĐLĐ thành phố Huế tổ chức chương trình “Tết Sum vầy”, trao 90 suất quà cho đoàn viên.",
        source="bao_mot",
        published="2025-11-17T08:00:00+07:00",
    )
    with open_store(db) as store:
        add_documents(store, [hue], 1)
    build(db, tmp_path / "trang")
    page = etree.fromstring((tmp_path / "trang" / "index.html").read_bytes(), etree.HTMLParser())
    for clock, number, name in (("now", 34, "Huế"), ("then", 63, "Thừa Thiên Huế")):
        (grid,) = page.iterfind(f".//div[@class='{clock}']")
        rows = ["".join(th.itertext()) for th in grid.iterfind(".//tbody/tr/th")]
        silent = "".join(grid.find("details/p").itertext()).split(", ")
        assert name in rows
        assert len(rows) + len(silent) == number


def test_awards_are_listed_with_the_newest_first(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", ())
    with open_store(db) as store:
        documents = [
            make_document(
                80 + n,
                f"Khen thưởng đợt {n}",
                f"Tổng LĐLĐ Việt Nam tặng Bằng khen cho {n + 20} tập thể.",
                source="bao_mot",
                published=f"2025-11-{n:02d}T08:00:00+07:00",
            )
            for n in range(1, 13)
        ]
        add_documents(store, documents, 1)
    build(db, tmp_path / "trang")
    for path, number in (("hinh-thuc/bang_khen.html", 12), ("index.html", 8)):
        page = (tmp_path / "trang" / path).read_text("utf-8")
        found = re.findall(r"<span>cho (\d+) tập thể</span>", page)
        assert found == [str(n + 20) for n in range(12, 12 - number, -1)]


def test_data_of_long_ago_is_said_to_be_old(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:1])
    for today, is_old in (("2025-11-20", False), ("2026-05-01", True)):
        options = SiteOptions(names="drop", full_text=False, today=today)
        build_site(db, tmp_path / "trang", options)
        words = Page((tmp_path / "trang" / "index.html").read_text("utf-8")).words
        assert ("cách đây 164 ngày" in words) is is_old


def test_a_failed_source_is_named_on_the_front_page(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", failed="trang 571 byte")
    build(db, tmp_path / "trang")
    words = Page((tmp_path / "trang" / "index.html").read_text("utf-8")).words
    assert "1/2 nguồn trả lời. Lỗi: bao_hai" in words
    assert "trang chặn máy" in words


def test_a_province_whose_own_source_failed_is_hatched_by_its_names_of_then_and_today(
    tmp_path: Path,
) -> None:
    db = make_store(tmp_path / "a.db")
    with open_store(db) as store:
        run = add_run(store, "2025-11-20", {"ldld_quang_binh": "timeout: quá 30 giây"})
        old = make_document(
            50,
            "LĐLĐ tỉnh Quảng Bình trao 15 suất quà",
            "LĐLĐ tỉnh Quảng Bình trao 15 suất quà cho đoàn viên khó khăn.",
            source="ldld_quang_binh",
            published="2025-03-02T08:00:00+07:00",
        )
        add_documents(store, [old], run)
        add_run(store, "2025-11-20", {"nguon_chua_co_bai": "timeout: quá 30 giây"})
    build(db, tmp_path / "trang")
    assert broken_links(tmp_path / "trang") == []
    page = etree.fromstring((tmp_path / "trang" / "index.html").read_bytes(), etree.HTMLParser())
    for clock, name in (("now", "Quảng Trị"), ("then", "Quảng Bình")):
        rows = {
            "".join(row.find("th").itertext()): [
                "".join(cell.itertext()) for cell in row.iter("td")
            ]
            for row in page.iterfind(f".//div[@class='{clock}']//tbody/tr")
        }
        assert set(rows[name][:-1]) == {"lỗi"}, clock
        assert rows[name][-1] == "0"
        assert "lỗi" not in rows["Thanh Hóa"]


def test_a_stored_source_gets_its_province_when_the_schema_is_renewed(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", ())
    with open_store(db) as store, store.transaction() as opened:
        opened.execute("INSERT INTO sources (slug, name) VALUES ('baonghean', 'baonghean')")
        opened.execute("UPDATE _meta SET value = '' WHERE key = 'description'")
    with open_store(db) as store:
        rows = store.db.execute("SELECT slug, name, province_id FROM sources").fetchall()
    assert ("baonghean", "Báo Nghệ An", "nghe_an") in rows


def test_a_folder_of_other_files_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:1])
    (tmp_path / "nha").mkdir()
    (tmp_path / "nha" / "luan-van.txt").write_text("quan trọng")
    assert main(["site", "build", "--db", str(db), "--out", str(tmp_path / "nha")]) == 2
    assert (tmp_path / "nha" / "luan-van.txt").read_text() == "quan trọng"
    assert "no site of thidua" in capsys.readouterr().err


def test_whole_texts_are_on_pages_only_where_asked_for(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:1])
    for flag, shown in (([], False), (["--full-text"], True)):
        out = tmp_path / f"trang{len(flag)}"
        assert main(["site", "build", "--db", str(db), "--out", str(out), *flag]) == 0
        (page,) = out.glob("bai/*/*.html")
        assert ("Toàn văn" in page.read_text("utf-8")) is shown
        assert "Lò Thị Mận" not in page.read_text("utf-8")


def test_keep_needs_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = make_store(tmp_path / "a.db", TEXTS[:1])
    out = tmp_path / "trang"
    assert main(["site", "build", "--db", str(db), "--out", str(out), "--names", "keep"]) == 2
    assert "reason" in capsys.readouterr().err


def test_the_json_of_the_downloads_has_the_numbers(site: Path) -> None:
    document = json.loads((site / "du-lieu" / "thi-dua.json").read_text("utf-8"))
    said = {row["Như nêu"] for row in document["so-lieu"]}
    assert "hơn 1.200 suất quà" in said


def test_partial_and_missing_days_break_no_page(tmp_path: Path) -> None:
    db = make_store(tmp_path / "a.db")
    with open_store(db) as store, store.transaction() as opened:
        ids = [row[0] for row in opened.execute("SELECT id FROM articles ORDER BY published_on")]
        for key, day in zip(ids, ("2025", "2025-11", None), strict=False):
            opened.execute(
                "UPDATE articles SET published_on = ?, published_at = NULL WHERE id = ?", [day, key]
            )
    out = tmp_path / "trang"
    build(db, out)
    assert {path.stem for path in (out / "chi-muc").iterdir()} == {"2025-11", "khong-ro"}
    atom = "{http://www.w3.org/2005/Atom}"
    for feed in out.rglob("*.xml"):
        for updated in etree.fromstring(feed.read_bytes()).iter(f"{atom}updated"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00\+07:00", updated.text or "")
    words = Page((out / "tim.html").read_text("utf-8")).words
    assert "không rõ ngày" in words
