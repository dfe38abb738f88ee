"""The second reading of the further layers: it fits its texts, and how far the two readers agree is computed."""

from collections import Counter

import pytest

from corpus.entity_measures import ENTITY_LAYERS, ENTITY_MEASURES
from corpus.gold import find_faults, load_annotated
from corpus.press.build_entities_gold import SECOND_GOLD, build_entities_second
from corpus.press.entities_agreement import (
    agree_readers,
    load_both,
    main,
    render_agreement,
    render_errors,
    score_readers,
)


def test_the_second_file_is_what_the_second_annotations_give() -> None:
    assert build_entities_second() == SECOND_GOLD.read_text("utf-8")


def test_the_second_reader_read_nine_articles_and_six_passages_in_the_same_words() -> None:
    first, second = load_both()
    assert Counter("/" in one.id for one in second) == {True: 9, False: 6}
    assert [one.id for one in first] == [one.id for one in second]
    assert [one.text for one in first] == [one.text for one in second]


def test_offsets_of_the_second_file() -> None:
    second = load_annotated(SECOND_GOLD, layers=ENTITY_LAYERS)
    assert [fault for document in second for fault in find_faults(document)] == []


def test_every_layer_has_its_agreement() -> None:
    agreement = agree_readers()
    assert agreement.documents == 15
    assert {row.layer for row in agreement.spans} == set(ENTITY_LAYERS)
    assert set(ENTITY_MEASURES) <= {row.measure for row in agreement.spans}


@pytest.mark.parametrize("measure", sorted(ENTITY_MEASURES))
def test_agreement_is_that_of_the_measures(measure: str) -> None:
    rows = {row.measure: row.counts for row in agree_readers().spans}
    assert rows[measure] == score_readers().counts(measure)


def test_two_readers_never_agree_on_everything() -> None:
    counts = score_readers().counts("link")
    assert 0.5 < counts.f1 < 1


def test_the_table_and_the_list_of_what_one_reader_alone_has() -> None:
    table = render_agreement(agree_readers())
    assert table.startswith("15 texts read by both\n")
    assert all(f"\n{measure} " in table for measure in ENTITY_MEASURES)
    score = score_readers()
    assert len(render_errors(score).splitlines()) == len(score.misses)


def test_an_unknown_option_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--all"]) == 2
    assert "usage" in capsys.readouterr().err
