"""Tokens, sentences and quotes."""

import pytest

from extractors.quotes import find_quotes
from extractors.sentences import find_sentences
from extractors.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("đạt 528,6%.", ["đạt", "528,6", "%", "."], id="decimal-comma"),
        pytest.param("7.929/1500", ["7.929", "/", "1500"], id="done-and-plan"),
        pytest.param("2.000.000đ", ["2.000.000", "đ"], id="a-glued-unit"),
        pytest.param("có 15, 16.", ["có", "15", ",", "16", "."], id="signs-after-numbers"),
        pytest.param("hai\n ba", ["hai", "\n", "ba"], id="a-line-break-is-a-token"),
    ],
)
def test_tokenize(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Anh vui. Chị cười!", ["Anh vui.", "Chị cười!"], id="end-signs"),
        pytest.param("Ở TP. Vinh có mưa.", ["Ở TP. Vinh có mưa."], id="an-abbreviation"),
        pytest.param("Hội nghị ngày 27.4 bế mạc.", ["Hội nghị ngày 27.4 bế mạc."], id="a-date"),
        pytest.param("Tin A\nTin B", ["Tin A", "Tin B"], id="lines"),
        pytest.param("Ông đi học.Ngôi nhà cũ.", ["Ông đi học.", "Ngôi nhà cũ."], id="glued"),
        pytest.param("Xem laodong.vn nhé.", ["Xem laodong.vn nhé."], id="a-host"),
        pytest.param(
            "Anh nói: “Tôi vui.” Rồi đi.", ["Anh nói: “Tôi vui.”", "Rồi đi."], id="a-quote"
        ),
    ],
)
def test_find_sentences(text: str, sentences: list[str]) -> None:
    tokens = tokenize(text)
    assert [tokens.text(a, b) for a, b in find_sentences(tokens)] == sentences


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param("phong trào “Lao động giỏi”", ["Lao động giỏi"], id="curly"),
        pytest.param('phong trào "Lao động giỏi"', ["Lao động giỏi"], id="straight"),
        pytest.param("phong trào ‘‘Lao động giỏi’’ lan", ["Lao động giỏi"], id="doubled-single"),
        pytest.param("phong trào 'Hai giỏi' lan", ["Hai giỏi"], id="single"),
        pytest.param("“A” và “B”", ["A", "B"], id="two"),
        pytest.param(
            "“Hội thi “Bàn tay vàng” mở”",
            ["Hội thi “Bàn tay vàng” mở", "Bàn tay vàng"],
            id="nested",
        ),
        pytest.param(
            "phong trào “Hai giỏi được mở,\nrồi thôi", ["Hai giỏi được mở"], id="unclosed"
        ),
        pytest.param("ông O'Neil và bà D'Arc", [], id="an-apostrophe-is-no-mark"),
    ],
)
def test_find_quotes(text: str, quotes: list[str]) -> None:
    tokens = tokenize(text)
    assert [tokens.text(q.first, q.stop) for q in find_quotes(tokens)] == quotes
