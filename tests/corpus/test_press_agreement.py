from collections import Counter

import pytest

from corpus.gold import find_faults, load_annotated
from corpus.press.agreement import main, render_agreement, score_annotators
from corpus.press.build_gold import GOLD, SECOND_GOLD, build_second


def test_the_second_file_is_what_the_second_annotations_give() -> None:
    assert build_second() == SECOND_GOLD.read_text("utf-8")


def test_the_second_annotators_read_thirty_articles_of_each_paper_in_the_same_words() -> None:
    first = {d.id: d.text for d in load_annotated(GOLD)}
    second = load_annotated(SECOND_GOLD)
    assert set(Counter(d.id.partition("/")[0] for d in second).values()) == {30}
    assert [d.id for d in second if first[d.id] != d.text] == []


def test_offsets_and_closed_fields_of_the_second_file() -> None:
    assert [fault for d in load_annotated(SECOND_GOLD) for fault in find_faults(d)] == []


def test_the_annotators_agree_on_most_but_not_on_everything() -> None:
    score = score_annotators()
    assert score.misses
    assert score.headline > 0.9


def test_the_table_has_a_line_for_each_measure_and_names_what_one_annotator_alone_marked() -> None:
    score = score_annotators()
    table = render_agreement(score, with_errors=True)
    assert all(f"\n{measure} " in table for measure in score.by_document)
    assert table.count("first only") + table.count("second only") == len(score.misses)


def test_an_unknown_option_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--all"]) == 2
    assert "usage" in capsys.readouterr().err
