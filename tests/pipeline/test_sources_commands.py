import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.press.records import Response
from corpus.press.site import load_papers, respond
from pipeline.cli import main
from pipeline.documents import Extractor
from pipeline.press_server import PaperServer
from pipeline.store import open_store

Serve = Callable[..., PaperServer]
Configure = Callable[..., Path]
PAPER = load_papers()[0]


@pytest.fixture(autouse=True)
def _use_the_small_extractor(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    monkeypatch.setattr("pipeline.harvesting.make_extractor", lambda: extractor)


def run(folder: Path, *args: str) -> int:
    return main(["--config", str(folder / "thidua.toml"), *args])


def states(folder: Path) -> dict[str, int]:
    with open_store(folder / "union.db", read_only=True) as store:
        rows = store.db.execute("SELECT state, count(*) FROM urls GROUP BY state")
        return {row[0]: row[1] for row in rows.fetchall()}


def test_list_names_built_in_and_own_sources(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve())
    assert run(tmp_path, "sources", "list", "--json") == 0
    slugs = {source["slug"] for source in json.loads(capsys.readouterr().out)["sources"]}
    assert {"laodong", PAPER.slug} <= slugs
    assert run(tmp_path, "sources", "show", PAPER.slug) == 0
    assert f"home: {PAPER.home}" in capsys.readouterr().out


def test_check_says_field_by_field_what_fits_and_writes_nothing(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(tmp_path, serve())
    before = sorted(path.name for path in tmp_path.iterdir())
    assert run(tmp_path, "sources", "check", PAPER.slug) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{PAPER.slug}: ok\n")
    for word in ("robots.txt: read", "listing: names", "layout: mastercms", "title: '"):
        assert word in out
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_check_of_a_broken_source_fails(
    tmp_path: Path, serve: Serve, write_config: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    def empty(path: str, base: str) -> Response:
        return Response(status=404, body=b"", headers={"Content-Type": "text/html"})

    write_config(tmp_path, serve(PAPER, empty))
    assert run(tmp_path, "sources", "check", PAPER.slug) == 1
    assert "FAILED" in capsys.readouterr().out


def test_an_unknown_source_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "show", "laodng"]) == 2
    assert "laodong" in capsys.readouterr().err


def test_backfill_of_what_is_missing_leaves_failures_alone(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    server = serve()
    write_config(tmp_path, server)
    db = ["--db", str(tmp_path / "union.db")]
    assert run(tmp_path, "harvest", "--limit", "3", *db) == 0
    assert run(tmp_path, "backfill", PAPER.slug, *db) == 0
    assert states(tmp_path) == {"stored": len(PAPER.articles), "failed": len(PAPER.planted)}
    asked = dict(server.asked)
    assert run(tmp_path, "backfill", PAPER.slug, *db) == 0
    assert all(server.asked[p.path] == asked[p.path] for p in PAPER.planted)


def test_backfill_of_failures_fetches_them_alone(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    server = serve()
    write_config(tmp_path, server)
    db = ["--db", str(tmp_path / "union.db")]
    run(tmp_path, "harvest", *db)
    server.asked.clear()
    run(tmp_path, "backfill", PAPER.slug, "--only", "failed", *db)
    assert set(server.asked) - {"/robots.txt"} == {planted.path for planted in PAPER.planted}


def test_backfill_of_all_fetches_every_article_again_and_changes_nothing(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    server = serve()
    write_config(tmp_path, server)
    db = ["--db", str(tmp_path / "union.db")]
    run(tmp_path, "harvest", *db)
    before = states(tmp_path)
    server.asked.clear()
    run(tmp_path, "backfill", PAPER.slug, "--only", "all", "--newest-first", *db)
    assert sum(".html" in path for path in server.asked) == len(PAPER.articles) + len(PAPER.planted)
    assert states(tmp_path) == before


def test_backfill_keeps_to_the_days(tmp_path: Path, serve: Serve, write_config: Configure) -> None:
    write_config(tmp_path, serve())
    days = sorted(article.published[:10] for article in PAPER.articles)
    db = ["--db", str(tmp_path / "union.db")]
    run(tmp_path, "backfill", PAPER.slug, "--from", days[-2], "--to", days[-1], *db)
    with open_store(tmp_path / "union.db", read_only=True) as store:
        stored = {
            row[0] for row in store.db.execute("SELECT published_on FROM articles").fetchall()
        }
    assert {days[-1], days[-2]} <= stored


def test_a_host_named_twice_is_asked_by_one_fetcher(
    tmp_path: Path, serve: Serve, write_config: Configure
) -> None:
    server = serve(PAPER, lambda path, base: respond(PAPER, path, base_url=base))
    write_config(tmp_path, server)
    run(tmp_path, "harvest", "--db", str(tmp_path / "union.db"))
    assert server.asked["/robots.txt"] == 1
