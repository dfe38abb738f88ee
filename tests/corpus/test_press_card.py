"""The card of the sample press says what its files say."""

from corpus.gold import file_hash
from corpus.press.benchmark import load_press
from corpus.press.build_gold import GOLD
from corpus.press.card import CARD, render_card


def test_the_numbers_of_the_card_are_those_of_the_files() -> None:
    text = CARD.read_text("utf-8")
    assert render_card(text) == text, "python -m corpus.press.card"


def test_the_card_names_the_gold_it_speaks_of() -> None:
    text = CARD.read_text("utf-8")
    assert file_hash(GOLD) in text
    assert f"| articles | {sum(1 for one in load_press(side='dev'))} |" in text


def test_the_card_says_what_a_card_has_to_say() -> None:
    text = CARD.read_text("utf-8")
    for part in ("What it is for", "The split", "agree", "Weaknesses", "Licence"):
        assert part in text
