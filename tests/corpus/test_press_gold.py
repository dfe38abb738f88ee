import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.gold import find_faults, load_annotated
from corpus.press.annotations import FOLDER, AnchorError, find_anchor
from corpus.press.build_gold import GOLD, build_gold
from corpus.press.site import load_papers
from corpus.press.traps import AS_TYPED, CONTRADICTION, REPRINTS, WRONG_SUM

ONTOLOGY = Path(__file__).parents[2] / "extractors" / "ontology"


def articles() -> Iterator[str]:
    for paper in load_papers():
        for article in paper.articles:
            yield article.id


def test_the_gold_file_is_what_the_annotations_give() -> None:
    assert build_gold() == GOLD.read_text("utf-8")


def test_every_article_is_annotated_and_every_annotation_has_its_article() -> None:
    annotated = {f"{p.parent.name}/{p.stem}" for p in FOLDER.glob("*/*.json")}
    assert annotated == set(articles())
    assert [d.id for d in load_annotated(GOLD)] == list(
        dict.fromkeys(d.id for d in load_annotated(GOLD))
    )
    assert {d.id for d in load_annotated(GOLD)} == annotated


def test_offsets_and_closed_fields_of_the_gold() -> None:
    assert [fault for d in load_annotated(GOLD) for fault in find_faults(d)] == []


def test_campaign_ids_stand_in_the_ontology() -> None:
    known = {
        entry["id"]
        for path in ONTOLOGY.glob("campaigns*.json")
        for entry in _entries(json.loads(path.read_text("utf-8")))
    }
    if not known:
        pytest.skip("the ontology has no campaigns yet")
    used = {c["id"] for d in load_annotated(GOLD) for c in d.layer("campaigns") if c["id"]}
    assert used - known == set()


def test_an_anchor_gives_the_place_of_the_mention_it_marks() -> None:
    text = "tặng 5 giấy khen và 5 suất quà"
    assert find_anchor(text, "và ⟦5⟧ suất") == (20, 21)


@pytest.mark.parametrize(
    "at",
    [
        pytest.param("⟦5⟧", id="twice"),
        pytest.param("⟦6⟧ suất", id="absent"),
        pytest.param("và 5 suất", id="no-mark"),
    ],
)
def test_an_anchor_that_is_not_there_once_is_refused(at: str) -> None:
    with pytest.raises(AnchorError):
        find_anchor("tặng 5 giấy khen và 5 suất quà", at)


def _entries(data: object) -> list[dict[str, str]]:
    if isinstance(data, dict):
        return next((v for v in data.values() if isinstance(v, list) and v and "id" in v[0]), [])
    return data if isinstance(data, list) else []


def values(article: str, unit: str) -> list[object]:
    found = {d.id: d for d in load_annotated(GOLD)}[article].layer("figures")
    return [figure["value"] for figure in found if figure["unit"] == unit]


def test_the_reprints_tell_one_fact_and_contradict_each_other_once() -> None:
    for article in REPRINTS:
        assert 46 in values(article, "Mái ấm Công đoàn")
        assert CONTRADICTION[article] in values(article, "suất quà")
    assert len(set(CONTRADICTION.values())) == 2


def test_the_wrong_sum_is_wrong() -> None:
    article, total, parts = WRONG_SUM
    assert {total, *parts} <= set(values(article, "sáng kiến"))
    assert sum(parts) != total


def test_nobody_corrected_what_was_typed_wrong_on_purpose() -> None:
    texts = {d.id: d.text or "" for d in load_annotated(GOLD)}
    corrected = [
        (article, words)
        for article, slips in AS_TYPED.items()
        for words in slips
        if words not in texts[article]
    ]
    assert corrected == []
