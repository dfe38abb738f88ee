import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.records import Document
from pipeline.saving import save_document
from pipeline.search import render_match, search_articles, search_mentions
from pipeline.store import Store

TITLES = (
    "Công đoàn Đồng Nai chăm lo đoàn viên",
    "LĐLĐ tỉnh Thanh Hóa tổng kết phong trào",
    "Tết Sum vầy của công nhân TP.HCM",
    "Năm mới, thợ mỏ ra quân",
    "Tay nghề thợ nam ngành dệt",
    "Uỷ ban Quốc phòng thăm quý công ty",
)


@pytest.fixture
def filled(store: Store, make_document: Callable[..., Document]) -> Store:
    with store.transaction() as db:
        db.execute("INSERT INTO extractors (id, name, version) VALUES ('t', 't', '1')")
        for number, title in enumerate(TITLES):
            document = make_document(
                number, title=title, paragraph=f"Trao {number + 1}00 suất quà tại hội trường."
            )
            save_document(db, document, run_id=None, extractor_id="t")
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("cong doan dong nai", [0], id="bare-words-find-marked-ones"),
        pytest.param("Công đoàn Đồng Nai", [0], id="marked-words"),
        pytest.param("Công đoàn Ðồng Nai", [0], id="look-alike-letter"),
        pytest.param(unicodedata.normalize("NFD", "Công đoàn Đồng Nai"), [0], id="decomposed"),
        pytest.param("Tết sum vay", [2], id="mixed"),
        pytest.param("Thanh Hoá", [1], id="other-place-of-the-tone"),
        pytest.param("thanh hoa", [1], id="bare-place-name"),
        pytest.param("Thanh Hóa", [1], id="same-place-of-the-tone"),
        pytest.param("Ủy ban", [5], id="uy-with-a-capital"),
        pytest.param("quý", [5], id="quy-keeps-its-tone"),
        pytest.param("năm", [3], id="marked-year-is-not-man"),
        pytest.param("nam", [3, 4], id="bare-word-finds-both"),
        pytest.param("TP.HCM", [2], id="short-form"),
        pytest.param("Thành phố Hồ Chí Minh", [2], id="long-form-finds-the-short-one"),
        pytest.param("Liên đoàn Lao động", [1], id="long-name-finds-its-abbreviation"),
        pytest.param('"tho mo"', [3], id="phrase"),
        pytest.param("TẾT SUM VẦY", [2], id="capitals"),
        pytest.param("sum hop", [], id="another-word"),
        pytest.param('") OR (', [], id="syntax-is-only-text"),
        pytest.param("-*:^", [], id="signs-alone"),
    ],
)
def test_search_articles(filled: Store, query: str, found: list[int]) -> None:
    hits = search_articles(filled.db, query)
    assert sorted(TITLES.index(hit.title or "") for hit in hits) == found


def test_search_ranks_words_side_by_side_first(
    store: Store, make_document: Callable[..., Document]
) -> None:
    apart = "Chị Hoa ở xã Thanh Sơn kể chuyện. Hoa và Thanh cùng làm việc. Hoa giỏi. Thanh giỏi."
    with store.transaction() as db:
        db.execute("INSERT INTO extractors (id, name, version) VALUES ('t', 't', '1')")
        for number, (title, paragraph) in enumerate(
            (("Chuyện hai người", apart), ("Tin tỉnh", "Công đoàn Thanh Hóa họp."))
        ):
            document = make_document(number, title=title, paragraph=paragraph)
            save_document(db, document, run_id=None, extractor_id="t")
    assert search_articles(store.db, "thanh hoa")[0].title == "Tin tỉnh"


def test_search_mentions_asks_the_sentence(filled: Store) -> None:
    rows = search_mentions(filled.db, "hoi truong", table="figures")
    assert sorted(float(row["value"] or 0) for row in rows) == [100, 200, 300, 400, 500, 600]
    assert search_mentions(filled.db, "dong nai", table="figures") == []


def test_a_query_of_signs_has_no_expression() -> None:
    assert render_match("-- ()") == ""


def test_search_prints_tab_separated_lines_in_a_pipe(
    filled: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "thanh", "hoa", "--db", str(filled.path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split("\t")[3] == TITLES[1]


def test_search_prints_json(filled: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "nam", "--json", "--limit", "1", "--db", str(filled.path)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema_version"] == 1
    assert len(document["hits"]) == 1


def test_show_gives_text_and_facts(filled: Store, capsys: pytest.CaptureFixture[str]) -> None:
    (hit,) = search_articles(filled.db, "dong nai")
    assert main(["show", hit.id[:10], "--db", str(filled.path)]) == 0
    out = capsys.readouterr().out
    assert "Trao [100] suất quà" in out
    assert "100 suất quà (exact)" in out


@pytest.mark.parametrize(
    "target", ["https://bao.example/tin-0.html", "http://www.bao.example/tin-0.html"]
)
def test_show_takes_an_address(
    filled: Store, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    assert main(["show", target, "--json", "--db", str(filled.path)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["title"] == TITLES[0]
    assert document["figures"][0]["sentence"] == "Trao 100 suất quà tại hội trường."


def test_show_of_nothing_is_misuse(filled: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "a-000000", "--db", str(filled.path)]) == 2
    assert "thidua search" in capsys.readouterr().err


def test_reading_does_not_change_the_file(filled: Store, tmp_path: Path) -> None:
    filled.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = filled.path.read_bytes()
    main(["search", "nam", "--db", str(filled.path)])
    main(["status", "--db", str(filled.path)])
    assert filled.path.read_bytes() == before
