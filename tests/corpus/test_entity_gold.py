"""The gold of the further layers: it fits its texts, and the extractors reach their floors on it."""

import json
from pathlib import Path

import pytest

from corpus.entity_measures import ENTITY_LAYERS, score_entities
from corpus.evaluate import Score
from corpus.gold import find_faults, load_annotated
from corpus.press.build_entities_gold import GOLD, build_entities_gold
from corpus.records import Annotated
from extractors.extract import load_extractor

FIXTURES = Path(__file__).parents[1] / "fixtures"
PASSAGES = FIXTURES / "entities_passages.jsonl"
# Twelve passages of 250 to 320 words; ENTITIES.md states what the extractors gave for them at first.
LONGER = FIXTURES / "entities_longer.jsonl"
# Six more of 140 to 220 words, read once with the rules that the twelve had led to.
UNSEEN = FIXTURES / "entities_unseen.jsonl"
# Forty of `corpus/passages/blind.jsonl`, annotated by a hand that had never seen the extractors, and read since.
BLIND = FIXTURES / "entities_blind.jsonl"
FILES = {
    "press": GOLD,
    "passages": PASSAGES,
    "longer": LONGER,
    "unseen": UNSEEN,
    "blind": BLIND,
}
FLOORS = {
    "organization.exact": 0.95,
    "organization.type": 0.95,
    "person.exact": 0.95,
    "person.full": 0.90,
    "place.exact": 0.93,
    "place.full": 0.93,
    "time.value": 0.95,
    "document.full": 0.95,
    "quotation.speaker": 0.90,
    "link": 0.85,
}
# Links of whole articles lie further apart, and readers agree on them to about 0.75.
LONGER_FLOORS = FLOORS | {"document.full": 0.90, "link": 0.78}
UNSEEN_FLOORS = FLOORS | {"link": 0.77}


def load(name: str) -> tuple[Annotated, ...]:
    return load_annotated(FILES[name], layers=ENTITY_LAYERS)


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    extractor = load_extractor()
    return {
        name: score_entities(
            load(name), lambda text, day: extractor.extract_all(text, published=day)
        )
        for name in FILES
    }


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_a_measure_stays_above_its_floor(scores: dict[str, Score], measure: str, name: str) -> None:
    floors = {"longer": LONGER_FLOORS, "unseen": UNSEEN_FLOORS}.get(name, FLOORS)
    assert scores[name].counts(measure).f1 >= floors[measure]


@pytest.mark.parametrize("name", sorted(FILES))
def test_offsets_fit_the_texts(name: str) -> None:
    assert [fault for document in load(name) for fault in find_faults(document)] == []


def test_the_file_is_what_the_annotations_give() -> None:
    assert GOLD.read_text("utf-8") == build_entities_gold()


def test_there_are_forty_articles_and_thirty_passages_and_twelve_longer_ones() -> None:
    assert len(load("press")) >= 40
    assert len(load("passages")) == 30
    assert [len((one.text or "").split()) > 240 for one in load("longer")] == [True] * 12


@pytest.mark.parametrize("name", sorted(FILES))
def test_links_lead_from_marked_words_to_marked_mentions(name: str) -> None:
    for line in FILES[name].read_text("utf-8").splitlines():
        row = json.loads(line)
        for link in row["links"]:
            if link["to_layer"] in ("organizations", "times", "places"):
                ends = {(one["start"], one["end"]) for one in row[link["to_layer"]]}
                assert (link["to_start"], link["to_end"]) in ends
