"""Reprints are grouped; articles that differ in a figure or a date are not."""

import json
import re
from pathlib import Path

import pytest

from corpus.near_duplicates import Text, group_reprints

GOLD = Path(__file__).resolve().parents[2] / "corpus" / "press" / "gold.jsonl"
ROWS = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
LONG = [row["text"] for row in ROWS if len(row["text"]) > 1500]


def other_figures(text: str) -> str:
    """Give the same report of another week: every number is another one."""
    return re.sub(r"\d+", lambda m: str(int(m[0]) + 7), text)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(lambda t: "Báo bạn đưa tin\n" + t, id="another-headline"),
        pytest.param(lambda t: t[: int(len(t) * 0.85)], id="cut-at-the-end"),
        pytest.param(lambda t: t.upper(), id="capitals"),
        pytest.param(lambda t: t.replace("\n", " "), id="lost-breaks"),
    ],
)
def test_a_reprint_is_grouped_with_its_source(copy: object) -> None:
    for number, text in enumerate(LONG[:12]):
        pair = [Text(id="a", text=text), Text(id="b", text=copy(text))]  # type: ignore[operator]
        assert group_reprints(pair) == (("a", "b"),), number


def test_the_report_of_another_week_is_another_article() -> None:
    with_numbers = [text for text in LONG if len(re.findall(r"\d+", text)) >= 8]
    assert with_numbers
    for text in with_numbers:
        assert (
            group_reprints([Text(id="a", text=text), Text(id="b", text=other_figures(text))]) == ()
        )


def test_no_two_articles_of_the_press_are_merged() -> None:
    assert group_reprints([Text(id=row["id"], text=row["text"]) for row in ROWS]) == ()


def test_the_order_of_the_articles_does_not_matter() -> None:
    texts = [Text(id=f"{n}{k}", text=t) for n, t in enumerate(LONG[:5]) for k in "ab"]
    assert group_reprints(texts) == group_reprints(texts[::-1])


def test_short_notices_are_left_alone() -> None:
    texts = [Text(id=name, text="Hội nghị hoãn.") for name in "ab"]
    assert group_reprints(texts) == ()
