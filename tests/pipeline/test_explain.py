"""The birth certificate of a value, checked anew each time it is asked for."""

import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.records import Document
from pipeline.review import import_reviews
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store


@pytest.fixture
def figure(store: Store, make_document: Callable[..., Document]) -> str:
    run_id, extractor_id = begin_run(store, "import 1 files"), save_extractor(store)
    with store.transaction() as db:
        save_document(db, make_document(1), run_id=run_id, extractor_id=extractor_id)
    end_run(store, run_id, 0)
    return str(store.db.execute("SELECT id FROM figures").fetchone()[0])


def explain(store: Store, target: str, *options: str) -> int:
    return main(["explain", target, "--db", str(store.path), *options])


def test_every_step_is_named_and_holds(
    store: Store, figure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(store, figure, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["mention"]["text"] == "1.200"
    assert "1.200 suất quà" in found["sentence"]["text"]
    assert (found["rule"], found["run_command"]) == ("test.figure", "import 1 files")
    assert found["fields"]["value"] == 1200
    assert {held for _, held in found["checks"]} == {True}
    assert len(found["page_sha256"]) == 64


def test_an_id_may_be_shortened_to_one(store: Store, figure: str) -> None:
    assert explain(store, figure[:9]) == 0
    assert explain(store, "so-") == 2 or store.db["figures"].count == 1
    assert explain(store, "so-0000000000000000") == 2
    assert explain(store, "a-0000") == 2


@pytest.mark.parametrize(
    ("damage", "failing"),
    [
        pytest.param(
            "UPDATE figures SET text = '1.300'", "the text has the words at this place", id="words"
        ),
        pytest.param(
            "UPDATE articles SET text_sha256 = '00'", "the text has the stated hash", id="text"
        ),
    ],
)
def test_a_step_that_fails_is_named(
    damage: str, failing: str, store: Store, figure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with store.transaction() as db:
        db.execute(damage)
    assert explain(store, figure) == 1
    assert f"{failing}: FAILS" in capsys.readouterr().out


def test_other_bytes_of_the_page_are_noticed(
    store: Store, figure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with store.transaction() as db:
        db.execute("UPDATE page_bodies SET body = ?", [zlib.compress(b"<html>other")])
    assert explain(store, figure) == 1
    assert "the page's bytes have the stated hash: FAILS" in capsys.readouterr().out


def test_reviews_and_claims_are_part_of_it(
    store: Store, figure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    verdict = {"target_id": figure, "verdict": "edited", "value": {"value": 1201.0}}
    import_reviews(store, [json.dumps(verdict)], reviewer="lan")
    with store.transaction() as db:
        db.execute(
            "INSERT INTO claims (id, kind, value, modifier) VALUES ('c-1', 'count', 1200, 'exact')"
        )
        db.execute("INSERT INTO claim_mentions (claim_id, figure_id) VALUES ('c-1', ?)", [figure])
    assert explain(store, "c-1") == 0
    shown = capsys.readouterr().out
    assert "claim     c-1" in shown
    assert "edited by lan" in shown


def test_prov_names_only_what_it_declares(
    store: Store, figure: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    verdict = {"target_id": figure, "verdict": "right"}
    import_reviews(store, [json.dumps(verdict)], reviewer="lan")
    assert explain(store, figure, "--prov") == 0
    prov = json.loads(capsys.readouterr().out)
    declared = {name for kind in ("entity", "activity", "agent") for name in prov[kind]}
    relations = {"wasGeneratedBy", "used", "wasDerivedFrom", "wasAssociatedWith"}
    keys = {"prov:entity", "prov:activity", "prov:agent", "prov:generatedEntity", "prov:usedEntity"}
    for relation in relations:
        for row in prov[relation].values():
            assert {value for key, value in row.items() if key in keys} <= declared, relation
    assert {name.split(":")[0] for name in declared} <= set(prov["prefix"])
    assert f"thidua:{figure}" in prov["entity"]
    assert [row["prov:type"] for row in prov["activity"].values()].count("thidua:Review") == 1


def test_a_ladder_leads_from_the_value_to_the_page(
    store: Store, figure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(store, figure, "--prov") == 0
    prov = json.loads(capsys.readouterr().out)
    above = {
        row["prov:generatedEntity"]: row["prov:usedEntity"]
        for row in prov["wasDerivedFrom"].values()
    }
    at, steps = f"thidua:{figure}", 0
    while at in above:
        at, steps = above[at], steps + 1
    assert at.startswith("sha256:")
    assert steps == 3
