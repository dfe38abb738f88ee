import json
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.content_hash import hash_content
from pipeline.documents import Extractor
from pipeline.records import Document
from pipeline.saving import save_document
from pipeline.store import Store, open_store


@pytest.fixture(autouse=True)
def _use_the_small_extractor(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    monkeypatch.setattr("pipeline.documents.make_extractor", lambda: extractor)


@pytest.fixture
def db(tmp_path: Path, make_document: Callable[..., Document]) -> Path:
    path = tmp_path / "union.db"
    with open_store(path, create=True) as store:
        fill(store, make_document, range(1, 6))
    return path


def fill(store: Store, make_document: Callable[..., Document], numbers: range) -> None:
    for number in numbers:
        with store.transaction() as db:
            db.execute(
                "INSERT OR IGNORE INTO extractors (id, name, version) VALUES ('t', 't', '1')"
            )
            document = make_document(
                number,
                title=f"Tin số {number}",
                paragraph=f"Trao {number}00 suất quà và Bằng khen nhân Tết Sum vầy.",
            )
            save_document(db, document, run_id=None, extractor_id="t")


def content(path: Path) -> str:
    with open_store(path, read_only=True) as store:
        return hash_content(store.db)


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with open_store(path, read_only=True) as store:
        return store.db.execute(sql).fetchall()


def test_check_of_a_whole_store_is_silent(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["db", "check", "--db", str(db)]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param("UPDATE figures SET text = '999' WHERE start > 0", "offsets", id="offsets"),
        pytest.param("UPDATE figures SET unit_id = 'con tàu'", "foreign key", id="foreign-key"),
        pytest.param("DELETE FROM article_search WHERE id = 1", "search", id="search-text"),
        pytest.param("DELETE FROM articles_fts_docsize WHERE id = 2", "search", id="search-index"),
    ],
)
def test_check_finds_and_names_damage(
    db: Path, capsys: pytest.CaptureFixture[str], damage: str, told: str
) -> None:
    connection = sqlite3.connect(db)
    connection.execute(damage)
    connection.commit()
    connection.close()
    assert main(["db", "check", "--db", str(db)]) == 1
    assert told in capsys.readouterr().out


def test_a_flipped_byte_in_the_file_is_found(db: Path) -> None:
    with sqlite3.connect(db) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'figures'")
        offset = (page.fetchone()[0] - 1) * 4096
    connection.close()
    body = bytearray(db.read_bytes())
    body[offset + 3] ^= 0xFF
    db.write_bytes(bytes(body))
    assert main(["db", "check", "--db", str(db)]) == 1


def test_backup_while_writing_is_restored_equal(
    db: Path, tmp_path: Path, make_document: Callable[..., Document]
) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 100
        with open_store(db) as store:
            while not stop.is_set():
                fill(store, make_document, range(number, number + 1))
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        codes = [main(["db", "backup", "--to", str(tmp_path / "b"), "--db", str(db)]) for _ in "ab"]
    finally:
        stop.set()
        writer.join()
    assert codes == [0, 0]
    copy = sorted((tmp_path / "b").glob("*.db"))[-1]
    before = content(copy)
    assert main(["db", "restore", str(copy), "--db", str(db)]) == 0
    assert content(db) == before
    assert main(["db", "check", "--db", str(db)]) == 0
    assert len(list(tmp_path.glob("union.before-*.db"))) == 1


def test_old_copies_rotate(db: Path, tmp_path: Path) -> None:
    for _ in range(4):
        main(["db", "backup", "--to", str(tmp_path / "b"), "--keep", "2", "--db", str(db)])
    assert len(list((tmp_path / "b").glob("*.db"))) == 2
    assert len(list((tmp_path / "b").glob("*.sha256"))) == 2


def test_a_damaged_copy_is_not_restored(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["db", "backup", "--to", str(tmp_path / "b"), "--db", str(db)])
    (copy,) = (tmp_path / "b").glob("*.db")
    body = bytearray(copy.read_bytes())
    body[-10] ^= 1
    copy.write_bytes(bytes(body))
    before = content(db)
    assert main(["db", "restore", str(copy), "--db", str(db)]) == 1
    assert content(db) == before
    assert "SHA-256" in capsys.readouterr().err


def test_prune_removes_old_pages_that_nothing_cites(db: Path) -> None:
    ((figure, page),) = rows(
        db,
        "SELECT f.id, a.page_sha256 FROM figures f JOIN articles a ON a.id = f.article_id WHERE f.value = 300",
    )
    review = json.dumps({"target_id": figure, "verdict": "right", "reviewer": "lan"})
    path = db.with_name("reviews.jsonl")
    path.write_text(review, encoding="utf-8")
    assert main(["review", "import", str(path), "--db", str(db)]) == 0
    before = content(db)
    assert main(["db", "prune", "--pages-older", "1d", "--dry-run", "--db", str(db)]) == 0
    assert len(rows(db, "SELECT 1 FROM page_bodies")) == 5
    assert main(["db", "prune", "--pages-older", "1d", "--db", str(db)]) == 0
    assert rows(db, "SELECT page_sha256 FROM page_bodies") == [(page,)]
    assert content(db) == before


def test_prune_keeps_what_is_young(db: Path) -> None:
    assert main(["db", "prune", "--pages-older", "99999d", "--db", str(db)]) == 0
    assert len(rows(db, "SELECT 1 FROM page_bodies")) == 5


def test_vacuum_keeps_the_content(db: Path) -> None:
    before = content(db)
    assert main(["db", "vacuum", "--db", str(db)]) == 0
    assert content(db) == before
    assert main(["search", "tin so 3", "--db", str(db)]) == 0


def test_size_lists_the_file(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["db", "size", "--db", str(db)]) == 0
    last = capsys.readouterr().out.splitlines()[-1].split("\t")
    assert last == ["database", "union.db", str(db.stat().st_size)]


def test_forget_leaves_a_tombstone_and_nothing_else(
    db: Path, make_document: Callable[..., Document]
) -> None:
    address = "https://bao.example/tin-2.html"
    ((article,),) = rows(
        db,
        f"SELECT a.id FROM articles a JOIN urls u ON u.id = a.url_id WHERE u.canonical = '{address}'",
    )
    options = ["--reason", "yêu cầu của nhân vật", "--db", str(db)]
    assert main(["forget", address, "--dry-run", *options]) == 0
    assert len(rows(db, "SELECT 1 FROM articles")) == 5
    assert main(["forget", address, *options]) == 0
    assert rows(db, "SELECT target_id FROM tombstones") == [(article,)]
    dump = "\n".join(sqlite3.connect(db).iterdump())
    assert "Tin số 2" not in dump
    assert main(["db", "check", "--db", str(db)]) == 0
    with open_store(db) as store:
        fill(store, make_document, range(2, 3))
    assert len(rows(db, "SELECT 1 FROM articles")) == 4


def test_reextract_ends_and_revives(
    db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    make_extractor: Callable[..., Extractor],
) -> None:  # fmt: skip
    before = content(db)
    assert main(["reextract", "--db", str(db)]) == 0
    assert content(db) == before
    monkeypatch.setattr("pipeline.documents.make_extractor", lambda: make_extractor(factor=2))
    capsys.readouterr()
    assert main(["reextract", "--dry-run", "--diff", "--db", str(db)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    assert content(db) == before
    assert main(["reextract", "--db", str(db)]) == 0
    assert content(db) != before


def test_runs_list_and_show(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["reextract", "--db", str(db)])
    capsys.readouterr()
    assert main(["runs", "list", "--json", "--db", str(db)]) == 0
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert (run["id"], run["exit_code"], run["command"]) == (1, 0, "reextract")
    assert main(["runs", "show", "1", "--db", str(db)]) == 0
    assert main(["runs", "show", "2", "--db", str(db)]) == 2


@pytest.mark.parametrize(("age", "code"), [("26h", 0), ("0s", 1)])
def test_status_judges_the_age_of_the_last_good_run(db: Path, age: str, code: int) -> None:
    main(["reextract", "--db", str(db)])
    assert main(["status", "--max-age", age, "--db", str(db)]) == code


def test_status_without_a_run_is_stale(db: Path) -> None:
    assert main(["status", "--max-age", "26h", "--db", str(db)]) == 1


def test_status_as_openmetrics(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--openmetrics", "--db", str(db)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert 'thidua_rows{table="articles"} 5' in lines
    assert lines[-1] == "# EOF"


def test_doctor_names_the_next_step(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--db", str(db)]) == 1
    out = capsys.readouterr().out
    assert "FAILED contact" in out
    assert "next: contact = " in out


def test_doctor_sees_a_clock_that_was_set_back(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["reextract", "--db", str(db)])
    with open_store(db) as store, store.transaction() as inner:
        inner.execute("UPDATE runs SET started_at = '2999-01-01T00:00:00Z'")
    main(["doctor", "--db", str(db)])
    assert "FAILED clock" in capsys.readouterr().out


def test_review_next_gives_what_import_takes(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", "next", "--limit", "100", "--db", str(db)]) == 0
    items = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(items) == 15
    judged = tmp_path / "judged.jsonl"
    lines = [json.dumps(item | {"verdict": "right"}, ensure_ascii=False) for item in items]
    judged.write_text("\n".join(lines), encoding="utf-8")
    assert main(["review", "import", str(judged), "--reviewer", "lan", "--db", str(db)]) == 0
    assert main(["review", "stats", "--db", str(db)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "campaign_mentions\t5\t0\t0\t0"
    assert main(["review", "next", "--db", str(db)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["review", "export", "--db", str(db)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 15


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("{", "no JSON", id="no-json"),
        pytest.param('{"target_id": "so-0", "verdict": "right"}', "no such mention", id="unknown"),
        pytest.param('{"target_id": "{so}", "verdict": "maybe"}', "verdict", id="verdict"),
        pytest.param('{"target_id": "{so}", "verdict": "right"}', "no reviewer", id="reviewer"),
        pytest.param('{"target_id": "{so}", "verdict": "edited"}', "right value", id="no-value"),
    ],
)
def test_a_bad_verdict_stores_none(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, told: str
) -> None:
    ((target,),) = rows(db, "SELECT min(id) FROM figures")
    good = json.dumps({"target_id": target, "verdict": "right", "reviewer": "lan"})
    path = tmp_path / "judged.jsonl"
    path.write_text(good + "\n" + line.replace("{so}", str(target)), encoding="utf-8")
    assert main(["review", "import", str(path), "--db", str(db)]) == 1
    assert told in capsys.readouterr().err
    assert rows(db, "SELECT 1 FROM reviews") == []
