"""Number expressions in running text: digits and words with magnitudes, ranges, fractions, "hàng trăm", "nửa tỷ"."""

from dataclasses import dataclass, replace

from extractors.errors import NumberError
from extractors.number_words import (
    DIGITS,
    FIVE,
    MAGNITUDES,
    STARTS,
    read_magnitudes,
    read_number,
)
from extractors.numbers import parse_digits
from extractors.text import spelled
from extractors.tokens import TokenKind, Tokens

VAGUE = spelled("hàng vài mấy dăm")
VAGUE_BEFORE = spelled("cả đến tới lên bạc")
HEDGED_BEFORE = spelled("hơn gần trên khoảng chừng ngót dưới ngoài quá đầy tới nửa")
WORD_STARTS = STARTS | VAGUE | frozenset(MAGNITUDES) | {"nửa"}
NO_MAGNITUDE_BEFORE = {
    "tỉ": spelled("lệ giá trọng số suất phú mỉ"),
    "trăm": spelled("họ bề"),
    "tá": spelled("điền lót"),
}
HALVED = spelled("năm tháng giờ tiếng ngày thế")
CONNECTORS = frozenset(("-", "–", "—", "đến", "tới", "~"))
GLUED_MAGNITUDES = {"tr": 1_000_000, "trđ": 1_000_000, "k": 1_000, "ng": 1_000, "tđ": 1_000_000_000}
LONGEST = 16


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression, in token indices."""

    first: int
    """Its first token."""
    stop: int
    """One past its last token."""
    value: float
    """The number, or the lower end of the range."""
    form: str
    """"digits", "words", "indefinite", "half", "range", "ratio" or "fraction"."""
    magnitude: float = 1
    """Its largest magnitude word."""
    value_max: float | None = None
    """The upper end of a range."""
    of: float | None = None
    """What stands after the slash."""
    money: bool = False
    """Whether its magnitude is one that only prices have: "500k", "5tr"."""
    skip: int = 0
    """Letters of its first token that belong to the word before it: "LâmHàng vạn"."""


def read_quantity(tokens: Tokens, at: int) -> Quantity | None:
    """Read the number expression that begins at a token, with its range or fraction."""
    one = read_single(tokens, at)
    if one is None:
        return None
    return _fraction(tokens, one) or _range(tokens, one) or _next_digit(tokens, one) or one


def read_single(tokens: Tokens, at: int) -> Quantity | None:
    """Read one number without range or fraction."""
    norms = tokens.norms
    stop = _limit(tokens, at)
    word = norms[at]
    if word in VAGUE:
        reading = read_magnitudes(norms, at + 1, stop)
        if reading is None:
            return None
        return Quantity(at, reading.stop, reading.value, "indefinite", reading.magnitude)
    if word == "nửa":
        if at + 1 < stop and norms[at + 1] in HALVED:
            return Quantity(at, at + 1, 0.5, "half")
        reading = read_magnitudes(norms, at + 1, stop)
        if reading is None or reading.value < 1_000:
            return None
        return Quantity(at, reading.stop, reading.value / 2, "half", reading.magnitude)
    if word in MAGNITUDES:
        return _bare_magnitude(tokens, at, stop)
    grouped = _spaced_groups(tokens, at, stop)
    if grouped:
        return grouped
    reading = read_number(norms, at, stop, digits=lambda index: digits_at(tokens, index))
    if reading is None:
        return None
    in_digits = tokens.kinds[at] == TokenKind.NUMBER
    if not in_digits and reading.stop == at + 1 and reading.value == 1:
        return None
    found = Quantity(
        at, reading.stop, reading.value, "digits" if in_digits else "words", reading.magnitude
    )
    return _glued_magnitude(tokens, found, stop) if in_digits else found


def digits_at(tokens: Tokens, index: int) -> float | None:
    """Give the value of a token of digits, None for other tokens and broken groups."""
    if tokens.kinds[index] != TokenKind.NUMBER:
        return None
    try:
        return parse_digits(tokens.words[index])
    except NumberError:
        return None


def _limit(tokens: Tokens, at: int) -> int:
    """Give the token before which a number ends at the latest: the line's end, or a word that only looks like a magnitude."""
    end = min(at + LONGEST, len(tokens))
    for index in range(at, end):
        if tokens.kinds[index] == TokenKind.BREAK:
            return index
        barred = NO_MAGNITUDE_BEFORE.get(tokens.norms[index])
        if barred and index + 1 < len(tokens) and tokens.norms[index + 1] in barred:
            return index
    return end


def _bare_magnitude(tokens: Tokens, at: int, stop: int) -> Quantity | None:
    """Read "chục nghìn" or "trăm triệu" after a hedge: "đưa cả chục nghìn", "hơn trăm triệu"."""
    reading = read_magnitudes(tokens.norms, at, stop)
    if reading is None or at == 0:
        return None
    before = tokens.norms[at - 1]
    if before in VAGUE_BEFORE:
        return Quantity(at, reading.stop, reading.value, "indefinite", reading.magnitude)
    if before in HEDGED_BEFORE:
        return Quantity(at, reading.stop, reading.value, "words", reading.magnitude)
    joined = tokens.words[at - 1]
    if joined.endswith("Hàng") and not joined.startswith("Hàng") and joined[-5].islower():
        return Quantity(
            at - 1,
            reading.stop,
            reading.value,
            "indefinite",
            reading.magnitude,
            skip=len(joined) - 4,
        )
    return None


def _spaced_groups(tokens: Tokens, at: int, stop: int) -> Quantity | None:
    """Read "1 234 567": groups of three digits parted by single blanks."""
    word = tokens.words[at]
    if not (word.isdecimal() and len(word) <= 3 and word[0] != "0"):
        return None
    index = at + 1
    while index < stop:
        group = tokens.words[index]
        if not (
            len(group) == 3
            and group.isdecimal()
            and tokens.starts[index] - tokens.ends[index - 1] == 1
        ):
            break
        index += 1
    if index == at + 1 or tokens.starts[index - 1] >= len(tokens.work):
        return None
    value = float("".join(tokens.words[at:index]))
    return Quantity(at, index, value, "digits")


def _glued_magnitude(tokens: Tokens, found: Quantity, stop: int) -> Quantity:
    """Read "5tr", "200k", "1tr2" and halves such as "2 triệu rưỡi"."""
    at = found.stop
    if at >= stop or found.magnitude > 1:
        return found
    times = GLUED_MAGNITUDES.get(tokens.norms[at])
    if times is None or not tokens.glued(at):
        return found
    value = found.value * times
    last = at + 1
    if (
        last < stop
        and tokens.glued(last)
        and len(tokens.words[last]) == 1
        and tokens.words[last].isdecimal()
    ):
        value += int(tokens.words[last]) * times / 10
        last += 1
    return replace(found, stop=last, value=value, magnitude=times, money=True)


def _fraction(tokens: Tokens, one: Quantity) -> Quantity | None:
    """Read "7.929/1500", "13/16" and "hai phần ba"."""
    at = one.stop
    if at + 1 >= len(tokens) or one.form == "indefinite":
        return None
    if tokens.words[at] == "/" and tokens.kinds[at + 1] == TokenKind.NUMBER:
        other = read_single(tokens, at + 1)
        if other is None or (
            other.stop < len(tokens)
            and tokens.words[other.stop] == "/"
            and _digit(tokens, other.stop + 1)
        ):
            return None
        return replace(one, stop=other.stop, of=other.value, form="ratio")
    if tokens.norms[at] == "phần" and tokens.norms[at + 1] in STARTS:
        other = read_single(tokens, at + 1)
        if other is not None and 1 < other.value <= 10 and one.value < 10:
            return replace(one, stop=other.stop, of=other.value, form="fraction")
    return None


def _range(tokens: Tokens, one: Quantity) -> Quantity | None:
    """Read "60-70", "5 đến 10 triệu", "300.000 đến 3 triệu" and "130.000 đồng đến 180.000 đồng" as one."""
    for width in range(0, 5):
        at = one.stop + width
        if at + 1 >= len(tokens) or tokens.kinds[at] == TokenKind.BREAK:
            return None
        if tokens.norms[at] not in CONNECTORS:
            if tokens.kinds[at] == TokenKind.NUMBER or tokens.words[at] in ",;.()":
                return None
            continue
        upper = _upper(tokens, at + 1)
        if upper is None:
            return None
        if width and not _same_unit(tokens, one.stop, at, upper.stop):
            return None
        return _joined(one, upper)
    return None


def _upper(tokens: Tokens, at: int) -> Quantity | None:
    """Read the upper end of a range; a date or a fraction is none."""
    if tokens.kinds[at] != TokenKind.NUMBER and tokens.norms[at] not in STARTS:
        return None
    upper = read_single(tokens, at)
    if upper is None or upper.form == "indefinite":
        return None
    if (
        upper.stop < len(tokens)
        and tokens.words[upper.stop] == "/"
        and _digit(tokens, upper.stop + 1)
    ):
        return None
    return upper


def _same_unit(tokens: Tokens, first: int, stop: int, after: int) -> bool:
    """Say whether the words between number and connector stand after the second number again."""
    return tokens.norms[first:stop] == tokens.norms[after : after + stop - first]


def _joined(one: Quantity, upper: Quantity) -> Quantity | None:
    low = one.value
    if one.magnitude == 1 and upper.magnitude > 1 and low < upper.value / upper.magnitude:
        low *= upper.magnitude
    if not low < upper.value:
        return None
    return replace(
        one,
        stop=upper.stop,
        value=round(low, 6),
        value_max=upper.value,
        form="range",
        magnitude=max(one.magnitude, upper.magnitude),
        money=one.money or upper.money,
    )


def _next_digit(tokens: Tokens, one: Quantity) -> Quantity | None:
    """Read "hai ba" and "hai, ba" as from two to three; "bốn năm" is four years."""
    if one.form != "words" or one.stop != one.first + 1 or one.value > 9:
        return None
    at = one.stop
    if at < len(tokens) and tokens.words[at] == ",":
        at += 1
    if at >= len(tokens):
        return None
    word = tokens.norms[at]
    if word == FIVE or DIGITS.get(word) != one.value + 1:
        return None
    other = read_single(tokens, at)
    if other is None or other.value / other.magnitude != one.value + 1:
        return None
    return replace(
        one,
        stop=other.stop,
        value=one.value * other.magnitude,
        value_max=other.value,
        form="range",
        magnitude=other.magnitude,
    )


def _digit(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.kinds[at] == TokenKind.NUMBER
