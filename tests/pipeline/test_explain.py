"""The birth certificate of a value, checked anew each time it is asked for."""

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any  # JSON of several layers

import pytest

from extractors.text import fold
from pipeline.cli import main
from pipeline.records import Document
from pipeline.review import import_reviews
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store, open_store
from tests.layered_store import make_layered_db

LAYERS = {
    "organization_mentions": "LĐLĐ tỉnh",
    "person_mentions": "Trần Thị Khuyến",
    "place_mentions": "Đồng Nai",
    "time_mentions": "năm 2025",
    "document_mentions": "Kế hoạch số 118/KH-LĐLĐ",
    "quotation_mentions": "Chúng tôi không để",
}


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


@pytest.fixture(scope="module")
def layered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_layered_db(tmp_path_factory.mktemp("layered"))


def find_id(db: Path, sql: str) -> str:
    with open_store(db, read_only=True) as store:
        return str(store.db.execute(sql).fetchone()[0])


def explain_json(db: Path, target: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["explain", target, "--db", str(db), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    return found if isinstance(found, list) else [found]


def declared_in(prov: dict[str, Any]) -> set[str]:
    return {name for kind in ("entity", "activity", "agent") for name in prov[kind]}


@pytest.mark.parametrize("table", LAYERS)
def test_a_mention_of_every_layer_has_a_certificate(
    table: str, layered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_store(layered, read_only=True) as store:
        ids = [row[0] for row in store.db.execute(f"SELECT id FROM {table}").fetchall()]
    found = [explain_json(layered, one, capsys)[0] for one in ids]
    assert any(fold(LAYERS[table]) in fold(one["mention"]["text"]) for one in found)
    for one in found:
        assert one["layer"] == table
        assert {held for _, held in one["checks"]} == {True}
        assert not {"name_hash", "speaker_hash"} & set(one["fields"])
    assert main(["explain", ids[0], "--db", str(layered), "--prov"]) == 0
    prov = json.loads(capsys.readouterr().out)
    assert prov["entity"][f"thidua:{ids[0]}"]["prov:type"] == f"thidua:{table}"


def test_a_body_names_the_figures_that_belong_to_it(
    layered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sql = "SELECT {} FROM mention_links WHERE relation = 'organization' AND ended_run IS NULL"
    (body,) = explain_json(layered, find_id(layered, sql.format("to_id")), capsys)
    (link,) = explain_json(layered, find_id(layered, sql.format("id")), capsys)
    assert {(one["relation"], one["outward"]) for one in body["links"]} == {("organization", False)}
    outward = [one for one in link["links"] if one["outward"]]
    assert body["id"] in {one["other"] for one in outward}
    assert all(one["rule"].startswith("link.") for one in outward)


def test_a_quotation_leads_to_its_speaker(
    layered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = explain_json(
        layered, find_id(layered, "SELECT id FROM quotation_mentions ORDER BY start"), capsys
    )
    speakers = [one["words"] for one in found["links"] if one["relation"] == "speaker"]
    assert speakers == ["Lê Ngọc Lụa"]


def test_a_claim_is_one_document_over_all_its_figures(
    layered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sql = "SELECT claim_id FROM claim_mentions GROUP BY claim_id HAVING count(*) > 2"
    claim = find_id(layered, sql)
    found = explain_json(layered, claim[:12], capsys)
    assert {one["mention"]["text"] for one in found} == {"6.700"}
    assert len({one["article"] for one in found}) == 2
    (step,) = found[0]["claim_steps"]
    assert (step["id"], step["fields"]["value"], step["figures"]) == (claim, 6700, len(found))
    assert main(["explain", claim, "--db", str(layered), "--prov"]) == 0
    prov = json.loads(capsys.readouterr().out)
    assert prov["entity"][f"thidua:{claim}"]["thidua:value"] == 6700
    of_claim = {
        row["prov:usedEntity"]
        for row in prov["wasDerivedFrom"].values()
        if row["prov:generatedEntity"] == f"thidua:{claim}"
    }
    assert of_claim == {f"thidua:{one['id']}" for one in found}
    ends = {
        row[end]
        for row in prov["wasInfluencedBy"].values()
        for end in ("prov:influencee", "prov:influencer")
    }
    assert ends <= declared_in(prov)


def test_a_check_stands_for_the_figures_it_reckoned_with(
    layered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = explain_json(layered, find_id(layered, "SELECT id FROM checks"), capsys)
    assert [one["fields"]["value"] for one in found] == [10, 4, 6]
