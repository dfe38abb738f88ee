import json
import unicodedata
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.content_hash import hash_content
from pipeline.documents import Extractor
from pipeline.store import open_store

SENTENCE = (
    "Sáng 14/5, Liên đoàn Lao động tỉnh Đồng Nai trao {n} suất quà cho đoàn viên khó khăn của các công ty "
    "may trên địa bàn, mỗi suất gồm gạo, dầu ăn và tiền mặt, nhân chương trình Tết Sum vầy năm nay. "
    "Chủ tịch Liên đoàn Lao động tỉnh cho biết đây là năm thứ tư hoạt động được tổ chức tại khu nhà trọ, "
    "nơi có đông công nhân xa quê không về đón Tết cùng gia đình."
)


@pytest.fixture(autouse=True)
def _use_the_small_extractor(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    monkeypatch.setattr("pipeline.importing.make_extractor", lambda: extractor)
    monkeypatch.setattr("pipeline.documents.make_extractor", lambda: extractor)


def page(number: int) -> str:
    paragraphs = "".join(f"<p>{SENTENCE.format(n=number + i)}</p>" for i in range(3))
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f'<link rel="canonical" href="https://bao.example/tin-{number}.html">'
        f"<title>Trao {number} suất quà</title></head><body><article>"
        f"<h1>Trao {number} suất quà cho đoàn viên</h1>{paragraphs}</article></body></html>"
    )


def write_pages(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number:03d}.html").write_text(page(number), encoding="utf-8")


def count(db: Path, table: str) -> int:
    with open_store(db, read_only=True) as store:
        return store.db.table(table).count


def test_a_folder_of_pages_is_stored_once(tmp_path: Path) -> None:
    write_pages(tmp_path / "saved", 3)
    db = tmp_path / "union.db"
    for _ in range(2):
        assert main(["import", str(tmp_path / "saved"), "--db", str(db)]) == 0
        assert (count(db, "articles"), count(db, "figures")) == (3, 12)
    assert count(db, "runs") == 2


def test_one_bad_file_of_a_hundred_stops_only_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pages(tmp_path / "saved", 100)
    (tmp_path / "saved" / "050.html").write_bytes(b"")
    db = tmp_path / "union.db"
    assert main(["import", str(tmp_path / "saved"), "--db", str(db)]) == 1
    assert count(db, "articles") == 99
    lines = capsys.readouterr().err.splitlines()
    assert "050.html" in lines[0]
    assert lines[1:] == ["  why: the file is empty", "  next: save or fetch the page again",
                         "1 of 100 inputs could not be used"]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        pytest.param("a.html", b"\x00\x01\x02" * 400, "binary", id="binary"),
        pytest.param("a.html", b"%PDF-1.7 \xe2\xe3", "PDF", id="pdf"),
        pytest.param("a.jsonl", b'{"id": "1", "text"\n', "no JSON", id="broken-json-line"),
        pytest.param("a.jsonl", b'{"id": "1"}\n', "no string under the key text", id="no-text"),
        pytest.param("a.jsonl", b'{"text": "Tin"}\n', "no id", id="no-id"),
        pytest.param("a.jsonl", b"\n\n", "no line", id="empty-jsonl"),
        pytest.param(
            "a.html",
            b'<html><script>document.cookie="D1N=1f2e";window.location.reload()</script></html>',
            "bot check",
            id="bot-check",
        ),
    ],
)
def test_unusable_input_is_refused_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, body: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    for verb in ("import", "extract"):
        db = ["--db", str(tmp_path / "union.db")] if verb == "import" else []
        assert main([verb, str(path), *db]) == 1
        err = capsys.readouterr().err
        assert reason in err
        assert name in err
        assert "next: " in err


def test_a_windows_1258_page_is_read_with_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html = page(7).replace("utf-8", "windows-1258")
    body = b"".join(_windows_1258(c) for c in unicodedata.normalize("NFC", html))
    path = tmp_path / "cu.html"
    path.write_bytes(body)
    assert main(["extract", str(path)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert "suất quà" in unicodedata.normalize("NFC", record["text"])


def _windows_1258(character: str) -> bytes:
    # That code page writes a letter and its tone mark apart.
    parts = unicodedata.normalize("NFD", character)
    tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
    return (base + tones).encode("cp1258")


def test_the_text_of_a_json_line_is_kept_exactly(tmp_path: Path) -> None:
    text = "  Tin   khác\u00a0\n\nHoà Bình trao 1.200 suất quà\u200b.\r\n"
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "bai-1", "text": text}) + "\n", encoding="utf-8")
    db = tmp_path / "union.db"
    assert main(["import", str(path), "--db", str(db)]) == 0
    with open_store(db, read_only=True) as store:
        (article,) = store.db.query("SELECT * FROM articles")
        (figure,) = store.db.query("SELECT * FROM figures")
    assert article["text"] == text
    assert article["external_id"] == "bai-1"
    assert text[figure["start"] : figure["end"]] == "1.200"


def test_extract_prints_the_layout_of_the_guideline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    lines = [{"id": n, "text": f"Trao {n}00 suất quà."} for n in (1, 2)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert main(["extract", str(path), "--no-text"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["id"] for record in records] == ["1", "2"]
    assert all({"campaigns", "figures", "awards"} <= record.keys() for record in records)
    assert all("text" not in record for record in records)
    assert records[0]["figures"][0]["value"] == 100


def test_a_broken_line_stops_only_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "text": "Một"}\n{"id": \n{"id": "3", "text": "Ba"}\n', "utf-8")
    assert main(["extract", str(path)]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == ["1", "3"]
    assert "a.jsonl:2" in captured.err


def test_parse_prints_one_line_a_page_in_the_order_of_the_arguments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pages(tmp_path / "saved", 2)
    names = ["002.html", "001.html"]
    assert main(["parse", *(str(tmp_path / "saved" / name) for name in names)]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["file"] for record in records] == names
    assert records[0]["url"] == "https://bao.example/tin-2.html"
    assert len(records[0]["paragraphs"]) == 3


def test_url_goes_with_one_path_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pages(tmp_path / "saved", 2)
    assert main(["parse", str(tmp_path / "saved"), "--url", "https://bao.example/1.html"]) == 2
    assert "--url" in capsys.readouterr().err


def test_a_folder_without_pages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    db = tmp_path / "union.db"
    assert main(["import", str(tmp_path / "empty"), "--db", str(db)]) == 1
    assert not db.exists()


def test_import_order_does_not_matter(tmp_path: Path) -> None:
    write_pages(tmp_path / "saved", 3)
    files = [str(path) for path in sorted((tmp_path / "saved").iterdir())]
    hashes = set()
    for name, order in (("a.db", files), ("b.db", files[::-1])):
        main(["import", *order, "--db", str(tmp_path / name)])
        with open_store(tmp_path / name, read_only=True) as store:
            hashes.add(hash_content(store.db))
    assert len(hashes) == 1


def test_the_seeds_go_in(tmp_path: Path, shared: Path) -> None:
    db = tmp_path / "seeds.db"
    files = [str(path) for path in sorted((shared / "seeds").glob("*.txt"))]
    assert main(["import", *files, "--db", str(db)]) == 0
    with open_store(db, read_only=True) as store:
        rows = list(store.db.query("SELECT title, text FROM articles"))
    assert len(rows) == 5
    assert all(row["title"] for row in rows)
    furniture = ("Có thể bạn quan tâm", "Nên xem", "Tin khác")
    assert not any(line.strip() in furniture for row in rows for line in row["text"].split("\n"))


@pytest.mark.parametrize("verb", ["parse", "extract", "import"])
def test_an_unknown_source_is_misuse_and_names_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    write_pages(tmp_path / "saved", 1)
    db = ["--db", str(tmp_path / "union.db")] if verb == "import" else []
    assert main([verb, str(tmp_path / "saved"), "--source", "laodng", *db]) == 2
    assert "did you mean laodong?" in capsys.readouterr().err
    assert not (tmp_path / "union.db").exists()
