"""Scores in parts, what the errors say, and the press as a benchmark."""

import json

import pytest

from corpus.breakdown import break_down, score_lines
from corpus.error_list import list_errors, render_errors
from corpus.errors import CorpusError
from corpus.evaluation_report import lines_to_json, render_page
from corpus.press.benchmark import SIDES, describe_articles, extend_split, load_press, load_split
from corpus.press.traps import REPRINTS
from corpus.records import LAYERS, Annotated
from extractors.output import Json

TEXT = "Dịp này, Công đoàn trao 50 suất quà và 3 triệu đồng cho <b>đoàn viên</b>."


def figure(words: str, value: float, **more: Json) -> dict[str, Json]:
    start = TEXT.index(words)
    row: dict[str, Json] = {"start": start, "end": start + len(words), "text": words}
    return row | {"value": value, "kind": "count", "unit": "suất quà", "modifier": "exact"} | more


def document(*figures: dict[str, Json], **about: str) -> Annotated:
    return Annotated(id="a/1", text=TEXT, mentions={"figures": figures}, about=about)


GIFTS, MONEY = figure("50", 50), figure("3 triệu", 3e6, kind="money", unit="VND")


def test_a_kind_is_scored_alone() -> None:
    gold = [document(GIFTS, MONEY)]
    lines = break_down(gold, [document(GIFTS)], "kind", LAYERS)
    found = {line.part: (line.counts.recall, line.counts.gold) for line in lines}
    assert found == {"count": (1.0, 1), "money": (0.0, 1)}


def test_a_field_is_scored_alone() -> None:
    wrong = figure("50", 50, unit="hộp sữa")
    lines = break_down([document(GIFTS)], [document(wrong)], "field", LAYERS)
    found = {line.measure: line.counts.f1 for line in lines}
    assert found["figure.field.unit"] == 0
    assert found["figure.field.kind"] == found["figure.field.modifier"] == 1


def test_documents_without_a_source_stand_apart() -> None:
    gold = [document(GIFTS, source="bao_vi_du"), Annotated(id="b", text="", mentions={})]
    lines = break_down(gold, gold, "source", LAYERS)
    assert {line.part for line in lines} == {"bao_vi_du", "not stated"}


def test_every_article_of_the_press_has_the_layout_of_its_page() -> None:
    from corpus.press.page_layouts import with_layouts

    documents = with_layouts(load_press())
    layouts = {one.about["source"]: set[str]() for one in documents}
    for one in documents:
        layouts[one.about["source"]].add(one.about["layout"])
    assert layouts["nhip_song_tho"] == {"mastercms.2020", "mastercms.2021"}
    assert all(found for found in layouts.values())
    parts = {line.part for line in break_down(documents, documents, "layout", LAYERS)}
    assert parts == set.union(*layouts.values())


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(CorpusError, match="weekday"):
        break_down([], [], "weekday", LAYERS)


def test_an_interval_holds_the_score() -> None:
    for line in score_lines([document(GIFTS, MONEY)], [document(GIFTS)], LAYERS):
        assert line.low <= line.counts.f1 <= line.high
    assert json.dumps(lines_to_json(score_lines([], [], LAYERS)))


def test_an_error_says_what_differs_and_shows_the_words() -> None:
    errors = list_errors([document(GIFTS, MONEY)], [document(figure("50", 50, unit="hộp sữa"))])
    assert [(e.what, e.words, e.fields) for e in errors] == [
        ("wrong", "50", ("unit",)),
        ("missed", "3 triệu", ()),
    ]
    assert "unit: suất quà → hộp sữa" in render_errors(errors)


def test_the_page_of_errors_escapes_what_articles_say() -> None:
    gold = [document(GIFTS, MONEY)]
    page = render_page(
        "rules <against> gold", 1, score_lines(gold, [], LAYERS), list_errors(gold, [])
    )
    assert "<b>đoàn viên</b>" not in page
    assert "rules &lt;against&gt; gold" in page
    assert "<mark>3 triệu</mark>" in page


def test_the_split_names_every_article_and_keeps_reprints_together() -> None:
    sides = load_split()
    assert {one.id for one in load_press()} == set(sides) <= set(describe_articles())
    assert len({sides[one] for one in REPRINTS}) == 1
    counts = [len(load_press(side=side)) for side in SIDES]
    assert sum(counts) == len(sides)
    assert min(counts) >= len(sides) // 4


def test_the_split_never_moves_an_article() -> None:
    old = {"a/1": "dev", "a/2": "test"}
    new = extend_split(old, ["a/1", "a/2", "a/3"])
    assert {one: new[one] for one in old} == old
    assert new["a/3"] in SIDES


def test_an_article_of_the_press_says_where_it_stood() -> None:
    about = load_press()[0].about
    assert {"source", "year", "genre", "published", "split"} <= set(about)
