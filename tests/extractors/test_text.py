"""The text layer: what is folded, and that every span leads back to the text as given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text import fold, make_layer, spelling

VIETNAMESE = "Liên đoàn Lao động tỉnh Khánh Hoà tặng 12 suất quà; uỷ viên “Mái ấm” nói: “Cảm ơn”.\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Hoà", "hòa", id="tone-mark-on-oa"),
        pytest.param("UỶ", "ủy", id="tone-mark-on-uy-in-capitals"),
        pytest.param("Khoẻ", "khỏe", id="tone-mark-on-oe"),
        pytest.param("kỹ", "kĩ", id="i-and-y"),
        pytest.param("quí", "quý", id="i-and-y-after-qu"),
        pytest.param("tỷ", "tỉ", id="the-number-word-ty"),
        pytest.param("Ðồng", "Đồng", id="look-alike-eth"),
        pytest.param(unicodedata.normalize("NFD", "Thưởng"), "thưởng", id="decomposed"),
        pytest.param("Thuỷ lợi Mỹ Lý", "thủy lợi Mĩ Lí", id="a-name-of-several-words"),
    ],
)
def test_one_spelling(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("toàn", "tòan", id="a-final-consonant-keeps-the-mark"),
        pytest.param("năm", "nam", id="accents-stay"),
        pytest.param("quà", "qùa", id="qu-is-a-consonant"),
        pytest.param("tay", "tai", id="y-after-a-vowel-stays"),
    ],
)
def test_two_spellings(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        pytest.param("Công đoàn Đồng Nai", "cong doan dong nai", id="d-with-stroke"),
        pytest.param("Thanh Hoá", fold("Thanh Hóa"), id="both-tone-places"),
        pytest.param("LĐLĐ", "ldld", id="an-abbreviation"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_plain_text_is_its_own_working_copy() -> None:
    layer = make_layer(VIETNAMESE)
    assert layer.work is VIETNAMESE
    assert layer.given_span(3, 9) == (3, 9)


@pytest.mark.parametrize(
    "given_text",
    [
        pytest.param(unicodedata.normalize("NFD", VIETNAMESE), id="decomposed"),
        pytest.param(VIETNAMESE.replace(" ", "\u00a0"), id="no-break-spaces"),
        pytest.param(VIETNAMESE.replace("o", "o\u200b"), id="zero-width-spaces"),
        pytest.param(VIETNAMESE.replace("\n", "\r\n"), id="carriage-returns"),
        pytest.param("\ufeff" + VIETNAMESE.replace("đ", "\u00f0"), id="byte-order-mark"),
    ],
)
def test_words_lead_back_to_the_text_as_given(given_text: str) -> None:
    layer = make_layer(given_text)
    start = layer.work.index("Khánh")
    a, b = layer.given_span(start, start + len("Khánh Hoà"))
    back = make_layer(given_text[a:b]).work
    assert back == "Khánh Hoà"


@given(st.text())
def test_every_span_stays_inside_the_text(text: str) -> None:
    layer = make_layer(text)
    for at in range(len(layer.work)):
        a, b = layer.given_span(at, at + 1)
        assert 0 <= a < b <= len(text)


def test_a_tone_before_another_mark_stays_where_it_is() -> None:
    assert spelling("hoặc") == "hoặc"
    assert spelling("ngoặc") == "ngoặc"


def test_a_mark_that_does_not_compose_leads_back_to_its_letter() -> None:
    layer = make_layer("co\u0301 5\u0301 suất")
    start = layer.work.index("5")
    assert layer.given_span(start, start + 1) == (4, 6)
