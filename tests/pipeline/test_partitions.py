"""Parts of inputs and partitions: nothing twice, nothing left out, wherever fsspec finds the files."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import fsspec
import pytest

from pipeline.cli import main
from pipeline.content_hash import hash_content
from pipeline.documents import Extractor, document_of_line
from pipeline.errors import InputError
from pipeline.input_items import ArchiveEnd, SavedPage, Unreadable, WebAnswer
from pipeline.inputs import JsonText, parse_json_line
from pipeline.partition_inputs import Part, items_of_part, list_parts
from pipeline.partitions import (
    PartResult,
    claim_folder,
    documents_of_folder,
    load_results,
    save_result,
    write_part,
)
from pipeline.records import Document
from pipeline.store import open_store
from scrapers.archive import ArchiveWriter
from scrapers.exchange import Exchange

AT = datetime(2025, 11, 19, 2, 30, tzinfo=UTC)


@pytest.fixture
def memory() -> Iterator[str]:
    """Give a folder in memory, as far from this machine's files as a bucket."""
    fs = fsspec.filesystem("memory")
    yield "memory://kho"
    if fs.exists("/kho"):
        fs.rm("/kho", recursive=True)


def line(number: int) -> str:
    text = f"LĐLĐ tỉnh trao {number}.200 suất quà" + " cho đoàn viên" * (number % 7) + "."
    return json.dumps({"id": str(number), "text": text}, ensure_ascii=False)


@pytest.mark.parametrize("size", [1, 64, 100, 1000, 10**6])
def test_every_line_is_in_exactly_one_part(
    monkeypatch: pytest.MonkeyPatch, memory: str, size: int
) -> None:
    monkeypatch.setattr("pipeline.partition_inputs.BYTES_A_PART", size)
    data = "\n".join(line(number) for number in range(30)).encode()
    fsspec.filesystem("memory").pipe_file("/kho/a.jsonl", data)
    parts = list_parts((memory,))
    assert len(parts) == -(-len(data) // size)
    items = [item for part in parts for item in items_of_part(part, hosts=None)]
    read = [item for item in items if isinstance(item, JsonText)]
    assert len(read) == len(items) == 30
    assert [item.id for item in read] == [str(number) for number in range(30)]
    for item in read:
        at = int(item.name.rpartition("@")[2])
        assert data[at : at + len(item.line)] == item.line


def test_pages_share_parts_and_archives_have_their_own(memory: str, tmp_path: Path) -> None:
    fs = fsspec.filesystem("memory")
    for number in range(3):
        fs.pipe_file(f"/kho/trang/{number}.html", b"<html><p>Tin</p>")
    fs.pipe_file("/kho/trang/.an.html", b"")
    fs.pipe_file("/kho/trang/anh.png", b"")
    writer = ArchiveWriter(tmp_path)
    body = b"<html><p>Tin</p></html>"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    for host in ("mot.example", "hai.example"):
        url = f"https://{host}/1"
        writer.write(
            Exchange(
                url=url, final_url=url, status=200, request=b"GET / HTTP/1.1\r\n\r\n",
                response_head=head, wire_body=body, body=body,
                headers=(("Content-Type", "text/html"),), fetched_at=AT,
            )
        )  # fmt: skip
    writer.close()
    (archive,) = tmp_path.glob("*.warc.gz")
    fs.pipe_file("/kho/cc.warc.gz", archive.read_bytes())
    parts = list_parts((f"{memory}/trang", f"{memory}/*.warc.gz"))
    assert [len(part.paths) for part in parts] == [1, 3]
    far, pages = parts
    items = list(items_of_part(far, hosts=frozenset({"hai.example"})))
    assert [type(item) for item in items] == [WebAnswer, ArchiveEnd]
    assert isinstance(items[0], WebAnswer)
    assert items[0].url == "https://hai.example/1"
    saved = list(items_of_part(pages, hosts=None))
    assert all(isinstance(item, SavedPage) and item.body for item in saved)
    assert len(saved) == 3


def test_an_empty_file_and_a_broken_line_are_told(memory: str) -> None:
    fs = fsspec.filesystem("memory")
    fs.pipe_file("/kho/a.jsonl", b"\n")
    fs.pipe_file("/kho/b.jsonl", b'{"id": "1", "text": "Tin"}\n{"id":\n')
    first, second = list_parts((memory,))
    (empty,) = items_of_part(first, hosts=None)
    assert isinstance(empty, Unreadable)
    assert "no line" in str(empty.error)
    _, broken = items_of_part(second, hosts=None)
    assert isinstance(broken, Unreadable)
    assert "b.jsonl@27" in str(broken.error)


@pytest.mark.parametrize("address", ["memory://kho/none.jsonl", "memory://kho/*.jsonl"])
def test_nothing_to_read_is_an_error(memory: str, address: str) -> None:
    with pytest.raises(InputError):
        list_parts((address,))


def documents(extractor: Extractor, *numbers: int) -> list[Document]:
    made = []
    for number in numbers:
        read = parse_json_line(line(number).encode(), str(number))
        assert isinstance(read, JsonText)
        made.append(document_of_line(read, at=AT, extractor=extractor))
    return made


def finish(out: str, part: Part, rows: dict[str, int]) -> None:
    result = PartResult(
        part=part.id, paths=part.paths, start=part.start, rows=rows, failures=(), passed={},
        seconds=1.0, worker_megabytes=1,
    )  # fmt: skip
    save_result(out, result)


def test_documents_come_back_as_they_were(tmp_path: Path, extractor: Extractor) -> None:
    given = documents(extractor, 1, 2, 3)
    out, part = str(tmp_path), Part(paths=("a.jsonl",))
    claim_folder(out, {})
    finish(out, part, write_part(out, part, [*given, given[0]]))
    back = list(documents_of_folder(tmp_path))
    assert len(back) == 3  # the same page comes once
    for one, other in zip(given, back, strict=True):
        assert isinstance(other, Document)
        assert (one.text, one.facts, one.page, one.external_id) == (
            other.text,
            other.facts,
            other.page,
            other.external_id,
        )
    assert load_results(out)[part.id].rows["articles"] == 3


def test_what_the_manifest_does_not_name_does_not_count(
    tmp_path: Path, extractor: Extractor
) -> None:
    out, part = str(tmp_path), Part(paths=("a.jsonl",))
    claim_folder(out, {})
    write_part(out, part, documents(extractor, 1))
    assert list(documents_of_folder(tmp_path)) == []
    (tmp_path / "manifest").mkdir()
    (tmp_path / "manifest" / f"part-{part.id}.json").write_text('{"part":', encoding="utf-8")
    assert load_results(out) == {}


def test_a_damaged_partition_is_named_and_the_others_go_in(
    tmp_path: Path, extractor: Extractor, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    claim_folder(out, {})
    for number in (1, 2):
        part = Part(paths=(f"{number}.jsonl",))
        finish(out, part, write_part(out, part, documents(extractor, number)))
    path = tmp_path / "out" / "figures" / f"part-{part.id}.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    db = tmp_path / "union.db"
    assert main(["import", out, "--db", str(db)]) == 1
    assert path.name in capsys.readouterr().err
    with open_store(db, read_only=True) as store:
        assert store.db.table("articles").count == 1


def test_partitions_of_another_version_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr("pipeline.partitions.version", lambda name: "0.0.9")
    claim_folder(str(out), {})
    monkeypatch.undo()
    assert main(["import", str(out), "--db", str(tmp_path / "union.db")]) == 1
    assert "0.0.9" in capsys.readouterr().err


def test_importing_partitions_twice_changes_nothing(tmp_path: Path, extractor: Extractor) -> None:
    out, part = str(tmp_path / "out"), Part(paths=("a.jsonl",))
    claim_folder(out, {})
    finish(out, part, write_part(out, part, documents(extractor, *range(5))))
    db = tmp_path / "union.db"
    hashes = set()
    for _ in range(2):
        assert main(["-q", "import", out, "--db", str(db)]) == 0
        with open_store(db, read_only=True) as store:
            hashes.add(hash_content(store.db))
    assert len(hashes) == 1
