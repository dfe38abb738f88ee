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

PASSAGES = Path(__file__).parents[1] / "fixtures" / "entities_passages.jsonl"
FILES = {"press": GOLD, "passages": PASSAGES}
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


def load(name: str) -> tuple[Annotated, ...]:
    return load_annotated(FILES[name], layers=ENTITY_LAYERS)


@pytest.fixture(scope="module", params=sorted(FILES))
def score(request: pytest.FixtureRequest) -> Score:
    extractor = load_extractor()
    return score_entities(
        load(request.param), lambda text, day: extractor.extract_all(text, published=day)
    )


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_a_measure_stays_above_its_floor(score: Score, measure: str) -> None:
    assert score.counts(measure).f1 >= FLOORS[measure]


@pytest.mark.parametrize("name", sorted(FILES))
def test_offsets_fit_the_texts(name: str) -> None:
    assert [fault for document in load(name) for fault in find_faults(document)] == []


def test_the_file_is_what_the_annotations_give() -> None:
    assert GOLD.read_text("utf-8") == build_entities_gold()


def test_there_are_forty_articles_and_thirty_passages() -> None:
    assert len(load("press")) >= 40
    assert len(load("passages")) == 30


@pytest.mark.parametrize("name", sorted(FILES))
def test_links_lead_from_marked_words_to_marked_mentions(name: str) -> None:
    for line in FILES[name].read_text("utf-8").splitlines():
        row = json.loads(line)
        for link in row["links"]:
            if link["to_layer"] in ("organizations", "times", "places"):
                ends = {(one["start"], one["end"]) for one in row[link["to_layer"]]}
                assert (link["to_start"], link["to_end"]) in ends
