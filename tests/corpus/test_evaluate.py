"""Scoring: equal to the shared scorer on its measures, and what the intervals are."""

import json
import random
import runpy
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.evaluate import interval, score_documents
from corpus.gold import find_faults, load_annotated
from corpus.measures import HEADLINE, MEASURES
from corpus.records import Annotated


def figure(start: int, end: int, value: float, **more: object) -> dict[str, object]:
    return {"start": start, "end": end, "value": value, "kind": "count", "unit": "người"} | more


def documents(*figures: dict[str, object]) -> list[Annotated]:
    row = json.loads(json.dumps(figures))
    return [Annotated(id="a", mentions={"figures": tuple(row)})]


def test_one_prediction_cannot_be_right_twice() -> None:
    gold = documents(figure(0, 2, 5), figure(1, 3, 5))
    score = score_documents(gold, documents(figure(0, 3, 5)))
    counts = score.counts("figure.value")
    assert (counts.right, counts.predicted, counts.gold) == (1, 1, 2)
    assert [(m.what, m.document) for m in score.misses if m.measure == "figure.value"] == [
        ("missed", "a")
    ]


def test_the_largest_matching_is_found_whatever_the_order() -> None:
    gold = documents(figure(0, 9, 5), figure(0, 2, 5))
    predicted = documents(figure(0, 2, 5), figure(5, 9, 5))
    assert score_documents(gold, predicted).counts("figure.value").right == 2


def test_a_document_without_prediction_counts_as_missed() -> None:
    assert score_documents(documents(figure(0, 2, 5)), []).counts("figure.full").recall == 0


def test_an_interval_holds_its_mean_and_is_the_same_twice() -> None:
    gold = [
        Annotated(id=str(n), mentions={"figures": documents(figure(0, 2, 5))[0].layer("figures")})
        for n in range(20)
    ]
    score = score_documents(gold, gold[:15])
    low, high = interval(score, ["figure.value"], rounds=200)
    assert low < score.counts("figure.value").f1 < high
    assert (low, high) == interval(score, ["figure.value"], rounds=200)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": 1}\n{"id": 2', "utf-8")
    with pytest.raises(CorpusError, match=r"gold\.jsonl:2: not JSON"):
        load_annotated(path)


def test_faults_of_gold_are_found() -> None:
    wrong = figure(0, 2, 5, text="xx", modifier="maybe")
    document = Annotated(
        id="a", text="12 người", mentions={"figures": documents(wrong)[0].layer("figures")}
    )
    assert len(find_faults(document)) == 2


def test_the_measures_equal_the_shared_scorer(shared: Path, tmp_path: Path) -> None:
    theirs = runpy.run_path(str(shared / "bench" / "score.py"))
    gold_path = shared / "gold" / "dev.jsonl"
    gold = theirs["load"](gold_path)
    draw = random.Random(7)
    damaged = {one: _damage(row, draw) for one, row in gold.items()}
    path = tmp_path / "predicted.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in damaged.values()), "utf-8")
    table, _ = theirs["score"](gold, damaged)
    ours = score_documents(load_annotated(gold_path), load_annotated(path))
    for measure in MEASURES:
        if measure in table:
            assert ours.counts(measure).f1 == pytest.approx(table[measure]["f1"]), measure
    assert ours.mean(HEADLINE) == pytest.approx(table["headline"]["f1"])


def _damage(row: dict[str, list[dict[str, object]]], draw: random.Random) -> dict[str, object]:
    """Drop, shift and change mentions at random, as a poor extractor would."""
    out: dict[str, object] = {"id": row["id"]}
    for layer in ("campaigns", "figures", "awards"):
        kept = []
        for mention in row[layer]:
            chance = draw.random()
            if chance < 0.1:
                continue
            copy = dict(mention)
            if chance < 0.2:
                copy["end"] = int(str(copy["end"])) + 1
            for key in ("value", "unit", "form", "grantor", "recipients", "status", "rank"):
                if key in copy and draw.random() < 0.1:
                    copy[key] = None
            kept.append(copy)
        out[layer] = kept
    return out
