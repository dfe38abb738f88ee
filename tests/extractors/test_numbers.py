"""Number grammar: words to values and back, digits with their signs, and what is no number."""

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import NumberError
from extractors.number_words import read_number
from extractors.numbers import parse_digits, parse_number
from extractors.tokens import tokenize

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
MAGNITUDES = ((10**9, ("tỷ", "tỉ")), (10**6, ("triệu",)), (10**3, ("nghìn", "ngàn")))


def render_words(number: int, choice: random.Random) -> str:
    """Write a whole number below 10^12 in words, each spelling by chance."""
    if number == 0:
        return DIGITS[0]
    words: list[str] = []
    for size, names in MAGNITUDES:
        part, number = divmod(number, size)
        if part:
            words += [*render_hundreds(part, bool(words), choice), choice.choice(names)]
    if number:
        words += render_hundreds(number, bool(words), choice)
    return " ".join(words)


def render_hundreds(number: int, after: bool, choice: random.Random) -> list[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return [DIGITS[hundreds], "trăm", *render_tens(rest, True, choice)]
    # "một nghìn không trăm linh năm", or short "một nghìn linh năm".
    full = after and (choice.random() < 0.5)
    return [*([DIGITS[0], "trăm"] if full else []), *render_tens(rest, after, choice)]


def render_tens(number: int, after: bool, choice: random.Random) -> list[str]:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return (
            [choice.choice(("linh", "lẻ")), DIGITS[unit]]
            if after and unit
            else [DIGITS[unit]] * bool(unit)
        )
    words = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if unit == 0:
        return words
    spellings = [DIGITS[unit]]
    if unit == 5:
        spellings = ["lăm", "nhăm"] if tens > 1 else ["lăm"]
    elif tens > 1 and unit in (1, 4):
        spellings.append("mốt" if unit == 1 else "tư")
    if tens > 1 and unit in (4, 5, 1) and choice.random() < 0.2:
        # "hai mốt", "ba tư", "bốn lăm": the word for ten falls away.
        return [DIGITS[tens], {1: "mốt", 4: "tư", 5: "lăm"}[unit]]
    return [*words, choice.choice(spellings)]


def test_words_of_100_000_random_numbers_give_the_number_back() -> None:
    choice = random.Random(20200101)
    for _ in range(100_000):
        number = choice.randrange(10 ** choice.randint(1, 12))
        assert parse_number(render_words(number, choice)) == number


@given(st.integers(min_value=0, max_value=10**12 - 1), st.integers())
def test_words_give_the_number_back(number: int, seed: int) -> None:
    assert parse_number(render_words(number, random.Random(seed)).upper()) == number


@given(st.integers(min_value=0, max_value=10**12))
def test_dotted_groups_give_the_number_back(number: int) -> None:
    assert parse_number(f"{number:,}".replace(",", ".")) == number


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_a_number_error(text: str) -> None:
    with contextlib.suppress(NumberError):
        assert isinstance(parse_number(text), float)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.219", 2219),
        ("528,6", 528.6),
        ("87.9", 87.9),
        ("0.125", 0.125),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567),
        ("05", 5),
        ("2,5 triệu", 2_500_000),
        ("133,8 tỉ", 133_800_000_000),
        ("107 tỉ 786 triệu", 107_786_000_000),
        ("1,2 nghìn tỷ", 1_200_000_000_000),
        ("1 triệu 2", 1_200_000),
        ("5 trăm triệu", 500_000_000),
        ("3 tá", 36),
        ("hai mươi mốt", 21),
        ("hai mốt", 21),
        ("ba tư", 34),
        ("bốn nhăm", 45),
        ("hai mươi năm", 25),
        ("trăm mốt", 110),
        ("một trăm rưỡi", 150),
        ("một trăm hai", 120),
        ("hai chục", 20),
        ("ba chục rưỡi", 35),
        ("một triệu hai", 1_200_000),
        ("hai triệu rưỡi", 2_500_000),
        ("hai vạn", 20_000),
        ("một vạn hai", 12_000),
        ("ba vạn hai nghìn", 32_000),
        ("mười vạn", 100_000),
        ("một nghìn linh năm", 1_005),
        ("một triệu không trăm linh năm nghìn", 1_005_000),
        ("hai nghìn triệu", 2_000_000_000),
        ("một nghìn tỷ", 10**12),
        ("hai nghìn tỷ ba trăm triệu", 2_000_300_000_000),
        ("ba triệu hai nghìn tỷ", 3_002_000 * 10**9),
        ("nghìn tỷ", 10**12),
        ("nửa tỷ", 500_000_000),
        ("hai phẩy năm", 2.5),
        ("hai phẩy không năm", 2.05),
        ("ba phẩy mười bốn", 3.14),
        ("bẩy mươi", 70),
        ("Một Tỉ", 10**9),
    ],
)
def test_parse_number(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "năm học",
        "27.4.2022",
        "1.1.1.1",
        "1.23.456",
        "12.34,5.6",
        "hai người",
        "tỷ lệ",
        "hai phẩy",
        "ba hai",
        "9" * 5000,
    ],
)
def test_what_is_no_number_raises(text: str) -> None:
    with pytest.raises(NumberError):
        parse_number(text)


def test_parse_digits_reads_digits_of_other_scripts() -> None:
    assert parse_digits("٣٤") == 34


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        pytest.param("hai mươi năm công tác", 20, 2, id="nam-after-a-ten-is-a-year"),
        pytest.param("một trăm năm mươi người", 150, 4, id="nam-before-muoi-is-five"),
        pytest.param("hai mươi tư vấn viên", 20, 2, id="tu-that-begins-a-word"),
        pytest.param("hai mươi tư người", 24, 3, id="tu-is-four"),
        pytest.param("một triệu một tháng", 1_000_000, 2, id="a-million-a-month"),
        pytest.param("hai nghìn năm lịch sử", 2000, 2, id="two-thousand-years"),
    ],
)
def test_read_number_in_running_text(text: str, value: float, words: int) -> None:
    norms = tokenize(text).norms
    reading = read_number(norms, 0, len(norms), digits=lambda _: None)
    assert reading is not None
    assert (reading.value, reading.stop) == (value, words)
