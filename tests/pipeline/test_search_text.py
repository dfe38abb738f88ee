import re

import pytest

from corpus.press.site import load_papers
from extractors.text import fold, spelling
from pipeline.search_text import fold_for_search, has_marks, spell_for_search
from pipeline.sentences import Sentences

WORDS = sorted(
    {
        word
        for paper in load_papers()
        for article in paper.articles
        for block in article.blocks
        for word in re.findall(r"\S+", block.text)
    }
)
ODD = "hoà Hoà, hoàn toàn quý quỳ kỹ KỸ mỹ-latinh lý/do uỷ Uỷ thuỷ loè tỷ ty y ý xoá(a) Ðồng đua café Müller"


def test_a_text_is_spelled_and_folded_as_the_extractors_do_it() -> None:
    for word in (*WORDS, *ODD.split()):
        assert spell_for_search(word) == spelling(word)
        assert fold_for_search(word) == fold(word)


def test_a_whole_text_is_spelled_as_its_words() -> None:
    text = " ".join((*WORDS, *ODD.split()))
    assert spell_for_search(text) == " ".join(map(spelling, text.split()))
    assert fold_for_search(text) == " ".join(map(fold, text.split()))


@pytest.mark.parametrize(
    ("word", "marked"),
    [("năm", True), ("nam", False), ("đua", True), ("Ðua", True), ("TP.HCM", False), ("HỘI", True)],
)
def test_has_marks(word: str, marked: bool) -> None:
    assert has_marks(word) is marked


TEXT = "Tin công đoàn\nSáng 14/5, TP. Huế họp. Chị Lan nhận 1.200 suất quà! Anh Nam về.\n\nẢnh: T.L"


@pytest.mark.parametrize(
    ("mention", "sentence"),
    [
        pytest.param("Tin", "Tin công đoàn", id="a-title-without-a-point"),
        pytest.param("Huế", "Sáng 14/5, TP. Huế họp.", id="an-abbreviation-ends-nothing"),
        pytest.param("1.200", "Chị Lan nhận 1.200 suất quà!", id="a-point-in-a-number"),
        pytest.param(
            "họp. Chị", "Sáng 14/5, TP. Huế họp. Chị Lan nhận 1.200 suất quà!", id="over-two"
        ),
        pytest.param("T.L", "Ảnh: T.L", id="the-last-line"),
    ],
)
def test_the_sentence_around_a_mention(mention: str, sentence: str) -> None:
    start = TEXT.index(mention)
    begin, end = Sentences(TEXT).around(start, start + len(mention))
    assert TEXT[begin:end] == sentence
