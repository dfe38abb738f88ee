"""What a database remembers of its releases: versions, members, parents, takedowns obeyed."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.release.cite import version_of
from pipeline.cli import main
from pipeline.forget import forget
from pipeline.lock import hold_lock
from pipeline.records import Document
from pipeline.release_records import is_outdated, next_version
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store, open_store


@pytest.fixture
def articles(store: Store, make_document: Callable[..., Document]) -> list[str]:
    run_id, extractor_id = begin_run(store, "test"), save_extractor(store)
    with store.transaction() as db:
        found = [
            save_document(db, make_document(number), run_id=run_id, extractor_id=extractor_id)[1]
            for number in (1, 2)
        ]
    end_run(store, run_id, 0)
    return found


def build(store: Store, out: Path, *options: str) -> int:
    return main(["release", "build", "--db", str(store.path), "--out", str(out), *options])


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    with open_store(store.path, read_only=True) as opened:
        return list(opened.db.execute(sql).fetchall())


def test_a_release_and_its_articles_are_remembered_once(
    store: Store, articles: list[str], tmp_path: Path
) -> None:
    dois = ("--doi", "10.5072/zenodo.2", "--concept-doi", "10.5072/zenodo.1")
    for name in ("one", "two"):
        assert build(store, tmp_path / name, "--version", "1.0", *dois) == 0
    manifest = hashlib.sha256((tmp_path / "one" / "MANIFEST.json").read_bytes()).hexdigest()
    assert rows(
        store, "SELECT version, parent, doi, concept_doi, manifest_sha256 FROM releases"
    ) == [("1.0", None, "10.5072/zenodo.2", "10.5072/zenodo.1", manifest)]
    members = rows(store, "SELECT version, article_id FROM release_members ORDER BY 2")
    assert members == [("1.0", article) for article in sorted(articles)]


def test_the_version_before_is_the_parent_and_a_rebuild_changes_none(
    store: Store, articles: list[str], tmp_path: Path
) -> None:
    for name, version in (("a", "1.0"), ("b", "1.1"), ("again", "1.0")):
        assert build(store, tmp_path / name, "--version", version) == 0
    stated = [
        json.loads((tmp_path / name / "MANIFEST.json").read_text("utf-8"))["parent"]
        for name in ("a", "b", "again")
    ]
    assert stated == [None, "1.0", None]
    assert (tmp_path / "a" / "README.md").read_bytes() == (
        tmp_path / "again" / "README.md"
    ).read_bytes()


def test_one_version_names_one_content(
    store: Store, articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(store, tmp_path / "a", "--version", "1.0") == 0
    forget(store, articles[0], reason="yêu cầu", dry_run=False)
    assert build(store, tmp_path / "b", "--version", "1.0") == 2
    assert "other content" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()
    assert rows(store, "SELECT count(*) FROM releases") == [(1,)]
    assert rows(store, "SELECT effective_release FROM tombstones") == [(None,)]


def test_without_a_version_other_content_of_one_day_is_numbered(
    store: Store, articles: list[str], tmp_path: Path
) -> None:
    names = ("a", "b", "c")
    for name in names:
        assert build(store, tmp_path / name) == 0
        if name == "a":
            forget(store, articles[0], reason="yêu cầu", dry_run=False)
    versions = [
        json.loads((tmp_path / name / "MANIFEST.json").read_text("utf-8"))["version"]
        for name in names
    ]
    assert versions == [versions[0], f"{versions[0]}+1", f"{versions[0]}+1"]
    assert version_of("2026-01-05") == "2026.1.5"
    assert next_version("2026.11.20+9", "2026.11.20") == "2026.11.20+10"


def test_other_articles_are_seen_before_anything_is_built(
    store: Store, articles: list[str], tmp_path: Path, make_document: Callable[..., Document]
) -> None:
    assert build(store, tmp_path / "a", "--version", "1.0") == 0
    with open_store(store.path, read_only=True) as opened:
        assert not is_outdated(opened.db, "1.0")
        assert not is_outdated(opened.db, "2.0")
    with store.transaction() as db:
        run_id = int(str(rows(store, "SELECT max(id) FROM runs")[0][0]))
        save_document(db, make_document(3), run_id=run_id, extractor_id="thidua-0.1.0")
    with open_store(store.path, read_only=True) as opened:
        assert is_outdated(opened.db, "1.0")


def test_a_takedown_is_obeyed_from_the_next_release_on(
    store: Store, articles: list[str], tmp_path: Path
) -> None:
    assert build(store, tmp_path / "a", "--version", "1.0") == 0
    forget(store, articles[0], reason="yêu cầu của tòa soạn", dry_run=False)
    for version in ("1.1", "1.2"):
        assert build(store, tmp_path / version, "--version", version) == 0
        (line,) = (
            (tmp_path / version / "jsonl" / "tombstones.jsonl").read_text("utf-8").splitlines()
        )
        assert json.loads(line)["effective_release"] == "1.1"
        assert articles[0] not in (tmp_path / version / "jsonl" / "articles.jsonl").read_text(
            "utf-8"
        )
    assert rows(store, "SELECT target_id, effective_release FROM tombstones") == [
        (articles[0], "1.1")
    ]


def test_a_release_waits_for_no_run_that_writes(
    store: Store, articles: list[str], tmp_path: Path
) -> None:
    with hold_lock(store.path):
        assert build(store, tmp_path / "a") == 75
