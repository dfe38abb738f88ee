"""What may go wrong under a store: each has a clear outcome, and nothing is lost."""

import sqlite3
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.content_hash import hash_content
from pipeline.documents import Extractor
from pipeline.errors import StoreError
from pipeline.press_server import PaperServer
from pipeline.records import Document
from pipeline.saving import save_document
from pipeline.store import Store, open_store
from scrapers.archive import ArchiveWriter
from scrapers.exchange import Exchange
from scrapers.record_ref import RecordRef

Make = Callable[..., Document]
Serve = Callable[..., PaperServer]
Configure = Callable[..., Path]


@pytest.fixture(autouse=True)
def _use_the_small_extractor(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    monkeypatch.setattr("pipeline.harvesting.make_extractor", lambda: extractor)
    monkeypatch.setattr("pipeline.documents.make_extractor", lambda: extractor)


def save(store: Store, document: Document) -> str:
    with store.transaction() as db:
        db.execute("INSERT OR IGNORE INTO extractors (id, name, version) VALUES ('t', 't', '1')")
        return save_document(db, document, run_id=None, extractor_id="t")[0]


def harvest(folder: Path) -> int:
    config, db = str(folder / "thidua.toml"), str(folder / "union.db")
    return main(["--config", config, "harvest", "--db", db])


def content(folder: Path) -> str:
    with open_store(folder / "union.db", read_only=True) as store:
        return hash_content(store.db)


def test_a_full_disk_stops_the_article_and_keeps_the_rest(
    store: Store, make_document: Make
) -> None:
    save(store, make_document(1))
    before = hash_content(store.db)
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    long = "Công đoàn trao 1.300 suất quà tại Biên Hòa. " * 20_000
    with pytest.raises(StoreError, match="disk is full"):
        save(store, make_document(2, paragraph=long))
    assert hash_content(store.db) == before
    store.db.execute("PRAGMA max_page_count = 1000000")
    assert save(store, make_document(2, paragraph=long)) == "new"


def test_a_file_that_may_not_be_written_is_told(store: Store, make_document: Make) -> None:
    with (
        open_store(store.path, read_only=True) as reader,
        pytest.raises(StoreError, match="may not be written"),
    ):
        save(reader, make_document())


def test_a_writer_waits_for_another_program(store: Store, make_document: Make) -> None:
    other = sqlite3.connect(store.path, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.8, other.rollback).start()
    started = time.monotonic()
    assert save(store, make_document()) == "new"
    assert time.monotonic() - started > 0.5
    other.close()


def test_a_program_that_never_lets_go_is_told(store: Store, make_document: Make) -> None:
    store.db.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(store.path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program holds"):
        save(store, make_document())
    other.rollback()
    other.close()
    assert save(store, make_document()) == "new"


def test_a_full_disk_under_the_archive_fails_the_source_and_the_next_run_goes_on(
    tmp_path: Path,
    serve: Serve,
    write_config: Configure,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_config(tmp_path, serve())
    whole, count = ArchiveWriter.write, 0

    def write(
        self: ArchiveWriter, exchange: Exchange, *, earlier: RecordRef | None = None
    ) -> RecordRef:
        nonlocal count
        count += 1
        if count > 6:
            raise OSError(28, "No space left on device")
        return whole(self, exchange, earlier=earlier)

    monkeypatch.setattr(ArchiveWriter, "write", write)
    assert harvest(tmp_path) == 1
    assert "No space left on device" in capsys.readouterr().err
    monkeypatch.setattr(ArchiveWriter, "write", whole)
    assert harvest(tmp_path) == 0
    (tmp_path / "undisturbed").mkdir()
    write_config(tmp_path / "undisturbed", serve())
    assert harvest(tmp_path / "undisturbed") == 0
    assert content(tmp_path) == content(tmp_path / "undisturbed")


def test_a_damaged_record_is_named_with_its_article_and_stops_only_itself(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve())
    harvest(tmp_path)
    with open_store(tmp_path / "union.db", read_only=True) as store:
        article, file, offset, length = store.db.execute(
            "SELECT a.id, r.file, r.offset, r.length FROM articles a JOIN pages p "
            "ON p.sha256 = a.page_sha256 JOIN records r ON r.record_id = p.record_id ORDER BY a.id"
        ).fetchone()
    path = tmp_path / "union-archive" / file
    body = bytearray(path.read_bytes())
    body[offset + length // 2] ^= 0x10
    path.write_bytes(bytes(body))
    db = str(tmp_path / "union.db")
    assert main(["db", "check", "--db", db]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert article in line
    assert file in line
    before = content(tmp_path)
    assert main(["reextract", "--from-archive", "--db", db]) == 1
    assert article in capsys.readouterr().err
    assert content(tmp_path) == before


def test_a_clock_set_back_loses_nothing(
    tmp_path: Path, serve: Serve, write_config: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_config(tmp_path, serve())
    harvest(tmp_path)
    before = content(tmp_path)
    past = datetime.now(UTC) - timedelta(days=400)
    monkeypatch.setattr("pipeline.stopping.StoppableClock.now", lambda self: past)
    monkeypatch.setattr("pipeline.runs.now", lambda: past)
    assert harvest(tmp_path) == 0
    assert content(tmp_path) == before
    with open_store(tmp_path / "union.db", read_only=True) as store:
        assert [row[0] for row in store.db.execute("SELECT id FROM runs ORDER BY id")] == [1, 2]


def test_a_missing_archive_file_is_found(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve())
    harvest(tmp_path)
    (file,) = (tmp_path / "union-archive").glob("*.warc.gz")
    file.unlink()
    assert main(["db", "check", "--db", str(tmp_path / "union.db")]) == 1
    assert file.name in capsys.readouterr().out
