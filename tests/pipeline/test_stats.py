"""Coverage: silence and failure are told apart, and a figure can be drawn."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.coverage import week_of
from corpus.coverage_plot import make_chart
from pipeline.cli import main
from pipeline.coverage import read_coverage
from pipeline.records import Document
from pipeline.runs import SourceLedger, begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store

LEDGER: dict[str, SourceLedger] = {
    "bao_vi_du": {
        "status": "ok", "found": 5, "fetched": 7, "new": 2, "changed": 1, "failed": 2,
        "urls": {"failed": {"http_status": [3], "login_wall": [4]}, "refused": {"robots": [5]}},
    },
    "bao_khac": {"status": "failed", "found": 0, "fetched": 1, "new": 0, "changed": 0, "failed": 0, "urls": {}},
}  # fmt: skip


@pytest.fixture
def filled(store: Store, make_document: Callable[..., Document]) -> Store:
    run_id, extractor_id = begin_run(store, "harvest"), save_extractor(store)
    with store.transaction() as db:
        for number, day in ((1, "2025-11-19"), (2, "2025-12-29"), (3, None)):
            document = make_document(number, published=day)
            save_document(db, document, run_id=run_id, extractor_id=extractor_id)
        # 01:30 on Monday in Hà Nội is still Sunday in UTC.
        db.execute("UPDATE runs SET started_at = '2025-11-23T18:30:00Z' WHERE id = ?", [run_id])
    end_run(store, run_id, 0, LEDGER)
    return store


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2025-12-29", "2026-W01"),
        ("2024-12-31", "2025-W01"),
        ("2025-11", "undated"),
        (None, "undated"),
    ],
)
def test_weeks_are_those_of_iso_8601(day: str | None, week: str) -> None:
    assert week_of(day) == week


def test_a_failed_source_says_failed_and_a_silent_week_has_no_numbers(filled: Store) -> None:
    rows = {(row.source_slug, row.week): row for row in read_coverage(filled.db)}
    run = rows["bao_vi_du", "2025-W48"]
    assert (run.state, run.found, run.fetched, run.parsed) == ("ok", 5, 7, 3)
    assert (run.failed, run.barred) == (1, 2)
    assert rows["bao_khac", "2025-W48"].state == "failed"
    silent = rows["bao_vi_du", "2025-W47"]
    assert (silent.state, silent.found, silent.articles) == ("no run", None, 1)
    assert {week for slug, week in rows if slug == "bao_vi_du"} == {
        "2025-W47",
        "2025-W48",
        "2026-W01",
        "undated",
    }


def test_the_command_prints_json_and_filters(
    filled: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["stats", "--db", str(filled.path), "--source", "bao_vi_du", "--since", "2025-W48"]
    assert main([*line, "--until", "2025-W52", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["week"] for row in found["weeks"]] == ["2025-W48"]
    assert found["total"]["found"] == 5


def test_a_figure_is_drawn_twice_alike(filled: Store, tmp_path: Path) -> None:
    pytest.importorskip("altair", reason="the extra charts is not installed")
    pytest.importorskip("vl_convert", reason="the extra charts is not installed")
    for name in ("one.svg", "two.svg"):
        assert main(["stats", "--db", str(filled.path), "--plot", str(tmp_path / name)]) == 0
    first = (tmp_path / "one.svg").read_text("utf-8")
    assert first == (tmp_path / "two.svg").read_text("utf-8")
    assert "<script" not in first
    assert "2025-W48" in first


def test_a_figure_of_an_unknown_kind_is_refused(filled: Store, tmp_path: Path) -> None:
    assert main(["stats", "--db", str(filled.path), "--plot", str(tmp_path / "a.bmp")]) == 1


def test_failed_weeks_are_in_the_chart(filled: Store) -> None:
    pytest.importorskip("altair", reason="the extra charts is not installed")
    chart = make_chart(read_coverage(filled.db)).to_dict()
    states = {row["state"] for row in chart["data"]["values"]}
    assert "failed" in states
    assert any("transform" in layer for layer in chart["layer"])
