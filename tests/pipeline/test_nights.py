"""A night of a source is kept in the ledger of its run and held against the ones before."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.documents import Extractor
from pipeline.nights import accept_nights, judge_night, load_nights, night_to_json
from pipeline.press_server import PaperServer
from pipeline.store import Store, open_store
from scrapers.night import Night

TODAY = date(2025, 11, 17)
USUAL = Night(
    day=TODAY,
    new=20,
    fetched=20,
    articles=20,
    texts=18,
    fields={"title": 18, "sapo": 18, "blocks": 18, "published": 18},
    layers={"title:selector": 18, "sapo:selector": 18},
    lengths=tuple(range(1500, 3300, 100)),
)


def save(store: Store, night: Night, slug: str = "vi_du") -> None:
    ledger = json.dumps({slug: {"status": "ok", "night": night_to_json(night)}})
    with store.transaction() as db:
        db.execute(
            "INSERT INTO runs (started_at, command, version, ledger) VALUES (?, 'harvest', '1', ?)",
            [f"{night.day}T20:00:00Z", ledger],
        )


def save_weeks(store: Store) -> None:
    for back in range(1, 29):
        save(store, replace(USUAL, day=TODAY - timedelta(days=back)))


def test_nights_are_read_as_they_were_written(store: Store) -> None:
    save(store, USUAL)
    save(store, replace(USUAL, day=TODAY - timedelta(days=1), breached=True))
    save(store, USUAL, slug="khac")
    nights = load_nights(store, "vi_du")
    assert nights[TODAY] == USUAL
    assert nights[TODAY - timedelta(days=1)].breached
    assert len(nights) == 2


def test_runs_of_one_day_are_one_night(store: Store) -> None:
    save_weeks(store)
    save(store, USUAL)
    second = Night(day=TODAY, new=0, fetched=0, articles=0)
    assert judge_night(store, "vi_du", second, per_week=None) == (second, [])
    assert load_nights(store, "vi_du")[TODAY].new == 20


@pytest.mark.parametrize(
    ("night", "reasons"),
    [
        pytest.param(USUAL, [], id="as-usual"),
        pytest.param(
            replace(USUAL, fields={**USUAL.fields, "sapo": 0}),
            ["drift: sapo: 0 of 18 articles, usually 100%"],
            id="sapo-gone",
        ),
        pytest.param(
            Night(day=TODAY, new=0, fetched=0, articles=0),
            ["drift: nothing new for 1 nights, 20 articles were due"],
            id="frozen",
        ),
        pytest.param(
            replace(USUAL, articles=1, texts=0, fields={}, layers={}, lengths=()),
            ["drift: 1 of 20 pages were articles, usually 100%"],
            id="login-wall",
        ),
    ],
)
def test_a_night_is_held_against_its_own_history(
    store: Store, night: Night, reasons: list[str]
) -> None:
    save_weeks(store)
    judged, found = judge_night(store, "vi_du", night, per_week=None)
    assert found == reasons
    assert judged == replace(night, breached=bool(reasons))
    assert judge_night(store, "khac", night, per_week=None)[1] == [], "another source's history"


def test_a_harvest_keeps_its_night_from_the_second_complete_run_on(
    tmp_path: Path,
    serve: Callable[..., PaperServer],
    write_config: Callable[..., Path],
    extractor: Extractor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.harvesting.make_extractor", lambda: extractor)
    write_config(tmp_path, serve())
    config, db = str(tmp_path / "thidua.toml"), tmp_path / "union.db"
    command = ["--config", config, "harvest", "--db", str(db)]
    main(command)
    main(command)
    with open_store(db, read_only=True) as store:
        rows = store.db.execute(
            "SELECT s.value ->> 'night' IS NOT NULL, s.value ->> 'new' FROM runs r, json_each(r.ledger) s "
            "ORDER BY r.id"
        ).fetchall()
    assert [kept for kept, _ in rows] == [0, 1], "the first run takes in years of articles"


def test_accepted_nights_are_history_again(store: Store) -> None:
    save_weeks(store)
    save(store, replace(USUAL, breached=True))
    accept_nights(store, "vi_du")
    assert not load_nights(store, "vi_du")[TODAY].breached
