import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.press.records import Response
from corpus.press.site import load_papers, respond
from pipeline.cli import main
from pipeline.content_hash import hash_content
from pipeline.documents import Extractor
from pipeline.press_server import PaperServer
from pipeline.store import open_store

ROOT = Path(__file__).resolve().parents[2]
Serve = Callable[..., PaperServer]
Configure = Callable[..., Path]
PAPER = next(paper for paper in load_papers() if paper.slug == "nhip_song_tho")
OTHER = next(paper for paper in load_papers() if paper.slug == "tieng_noi_cong_doan")


@pytest.fixture(autouse=True)
def _use_the_small_extractor(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    monkeypatch.setattr("pipeline.harvesting.make_extractor", lambda: extractor)


def harvest(folder: Path, *args: str) -> int:
    return main(
        [
            "--config",
            str(folder / "thidua.toml"),
            "harvest",
            *args,
            "--db",
            str(folder / "union.db"),
        ]
    )


def dump(db: Path) -> list[str]:
    with open_store(db, read_only=True) as store:
        return list(store.db.conn.iterdump())


def test_a_harvest_stores_every_article_and_names_every_failure(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    write_config(tmp_path, serve())
    assert harvest(tmp_path) == 0
    with open_store(tmp_path / "union.db", read_only=True) as store:
        titles = {row["title"] for row in store.db.query("SELECT title FROM current_articles")}
        failed = {
            row["reason"] for row in store.db.query("SELECT * FROM urls WHERE state = 'failed'")
        }
        assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert titles == {article.title for article in PAPER.articles}
    assert failed == {"http_status", "login_wall"}


def test_a_good_run_without_a_terminal_is_silent(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve())
    assert harvest(tmp_path) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_the_second_run_writes_nothing_but_its_own_line(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    server = serve()
    write_config(tmp_path, server)
    harvest(tmp_path)
    before = dump(tmp_path / "union.db")
    articles = [path for path in server.asked if path.endswith(".html")]
    asked = {path: server.asked[path] for path in articles}
    assert harvest(tmp_path) == 0
    after = dump(tmp_path / "union.db")
    new = [line for line in after if line not in set(before)]
    assert [line for line in new if not line.startswith('INSERT INTO "runs"')] == []
    assert len(new) == 1
    assert {path: server.asked[path] for path in articles} == asked


def test_the_ledger_is_closed_and_opens_to_addresses(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    write_config(tmp_path, serve())
    harvest(tmp_path)
    harvest(tmp_path)
    with open_store(tmp_path / "union.db", read_only=True) as store:
        for run in (1, 2):
            found = store.db.execute(
                "SELECT found FROM run_sources WHERE run_id = ?", [run]
            ).fetchone()[0]
            rows = list(store.db.query("SELECT * FROM ledger WHERE run_id = ?", [run]))
            assert found == len(rows) == len({row["url_id"] for row in rows}) > 0
        outcomes = {
            row["outcome"] for row in store.db.query("SELECT * FROM ledger WHERE run_id = 2")
        }
    assert outcomes == {"unchanged", "pending"}


def test_one_broken_source_does_not_stop_the_others(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(path: str, base: str) -> Response:
        return Response(status=404, body=b"", headers={"Content-Type": "text/html"})

    write_config(tmp_path, serve(), serve(OTHER, broken))
    assert harvest(tmp_path) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "source_failed" in line
    assert OTHER.slug in line
    assert "last_good=never" in line
    assert f"thidua sources check {OTHER.slug}" in line
    with open_store(tmp_path / "union.db", read_only=True) as store:
        assert store.db.execute("SELECT count(*) FROM articles").fetchone()[0] == len(
            PAPER.articles
        )


def test_a_bot_check_fails_the_source(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve(OTHER))
    assert harvest(tmp_path) == 1
    assert "bot_check" in capsys.readouterr().err


def test_log_lines_as_json(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve(OTHER))
    config = str(tmp_path / "thidua.toml")
    main(["--config", config, "--log-format", "json", "harvest", "--db", str(tmp_path / "u.db")])
    (record,) = map(json.loads, capsys.readouterr().err.splitlines())
    assert (record["event"], record["source"], record["level"]) == (
        "source_failed",
        OTHER.slug,
        "E",
    )


def test_an_edited_article_becomes_a_new_version(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    article = PAPER.articles[0]

    def edited(path: str, base: str) -> Response:
        response = respond(PAPER, path, base_url=base)
        if article.slug not in path:
            return response
        old, new = article.blocks[0].text[:20], "Bản sửa: " + article.blocks[0].text[:20]
        body = response.body.replace(old.encode(), new.encode())
        return Response(status=response.status, body=body, headers=response.headers)

    write_config(tmp_path, serve())
    harvest(tmp_path)
    with open_store(tmp_path / "union.db") as store:
        store.db.execute(
            "UPDATE urls SET state = 'discovered', reason = NULL WHERE canonical LIKE ?",
            [f"%{article.slug}%"],
        )
        store.db.commit()
    write_config(tmp_path, serve(PAPER, edited))
    harvest(tmp_path)
    with open_store(tmp_path / "union.db", read_only=True) as store:
        versions = [
            (row["version"], row["is_current"])
            for row in store.db.query(
                "SELECT * FROM articles WHERE title = ? ORDER BY version", [article.title]
            )
        ]
    assert versions == [(1, 0), (2, 1)]


def test_a_limit_leaves_the_rest_for_the_next_run(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    write_config(tmp_path, serve())
    harvest(tmp_path, "--limit", "2")
    harvest(tmp_path)
    with open_store(tmp_path / "union.db", read_only=True) as store:
        assert store.db.execute("SELECT count(*) FROM articles").fetchone()[0] == len(
            PAPER.articles
        )


def test_a_host_that_is_not_loopback_is_refused_without_a_contact(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("THIDUA_CONTACT", raising=False)
    (tmp_path / "thidua.toml").write_text(
        '[[source]]\nslug = "bao_xa"\nhome = "https://bao-xa.example"\nfeeds = ["/rss"]\n',
        encoding="utf-8",
    )
    assert harvest(tmp_path) == 2
    assert not (tmp_path / "union.db").exists()
    assert "contact" in capsys.readouterr().err


def test_a_dry_run_prints_the_plan_and_leaves_the_file_alone(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve())
    main(["init", "--db", str(tmp_path / "union.db")])
    before = (tmp_path / "union.db").read_bytes()
    capsys.readouterr()
    harvest(tmp_path, "--dry-run")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(PAPER.articles) + len(PAPER.planted)
    assert (tmp_path / "union.db").read_bytes() == before


def test_a_second_run_at_the_same_time_exits_75_and_writes_nothing(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    from pipeline.lock import hold_lock

    write_config(tmp_path, serve())
    with hold_lock(tmp_path / "union.db"):
        assert harvest(tmp_path) == 75
    assert not (tmp_path / "union.db").exists()
    assert "another run" in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_run_in_good_order_and_the_next_goes_on(
    tmp_path: Path, serve: Serve, write_config: Configure, number: signal.Signals
) -> None:
    held = serve()

    def slow(path: str, base: str) -> Response:
        if path.endswith(".html") and sum(held.asked.values()) > 8:
            os.kill(child.pid, number)
        return respond(PAPER, path, base_url=base)

    held._answer = slow
    write_config(tmp_path, held)
    db = tmp_path / "union.db"
    command = [sys.executable, "-m", "pipeline.cli", "--config", str(tmp_path / "thidua.toml")]
    child = subprocess.Popen([*command, "harvest", "--no-extract", "--db", str(db)], cwd=ROOT)
    assert child.wait(60) == 128 + number
    held._answer = lambda path, base: respond(PAPER, path, base_url=base)
    with open_store(db, read_only=True) as store:
        assert store.db.execute("SELECT exit_code FROM runs").fetchone()[0] == 128 + number
        assert store.db.execute("SELECT count(*) FROM articles").fetchone()[0] < len(PAPER.articles)
    assert harvest(tmp_path, "--no-extract") == 0
    (tmp_path / "undisturbed").mkdir()
    write_config(tmp_path / "undisturbed", serve())
    assert harvest(tmp_path / "undisturbed", "--no-extract") == 0
    with (
        open_store(db, read_only=True) as one,
        open_store(tmp_path / "undisturbed" / "union.db", read_only=True) as two,
    ):
        assert hash_content(one.db) == hash_content(two.db)


def test_v_prints_a_line_a_page(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve())
    config = str(tmp_path / "thidua.toml")
    main(["--config", config, "-v", "harvest", "--db", str(tmp_path / "union.db")])
    lines = capsys.readouterr().err.splitlines()
    assert sum(" page_stored " in line for line in lines) == len(PAPER.articles)
    assert sum(" page_failed " in line for line in lines) == len(PAPER.planted)
