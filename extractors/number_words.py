"""Vietnamese number words: one left-to-right reading of digits, words and magnitudes, in all usual spellings.

"hai trăm linh năm", "hai trăm lẻ năm"; "hai mươi mốt", "hai mốt"; "mười lăm", "hai mươi nhăm"; "ba mươi tư", "ba mươi bốn";
"một triệu hai" (1.2 million), "hai triệu rưỡi", "hai vạn", "nửa tỷ", "107 tỉ 786 triệu", "1,2 nghìn tỷ".
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from extractors.text import spelled, spelling

ZERO = "không"
FIVE = "năm"
FOUR = "tư"
# "một triệu một tháng" is a million each month; the tenth is "mốt".
NOT_TENTHS = frozenset((FIVE, "một"))
DIGITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
# Digits that stand only after a ten.
AFTER_TENS = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "dăm": 5}
FILLERS = frozenset(("linh", "lẻ"))
HALF = frozenset(("rưỡi", "rưởi"))
SMALL_MAGNITUDES = {"chục": 10, "tá": 12, "trăm": 100}
LARGE_MAGNITUDES = {
    spelling(word): value
    for word, value in {
        "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000, "tỷ": 1_000_000_000,
    }.items()
}  # fmt: skip
MAGNITUDES = {**SMALL_MAGNITUDES, **LARGE_MAGNITUDES}
BILLION = 1_000_000_000
STARTS = frozenset((*DIGITS, "mười"))
# "tư" is "four" only where it does not begin another word: hai mươi tư vấn viên, ba tư nhân.
FOUR_BEGINS = spelled(
    "vấn nhân liệu pháp tưởng cách thế duy lệnh gia bản thục trang tế chất sản thương lợi lập hữu thù thông"
)


class Reading(NamedTuple):
    """A number read from a list of words."""

    stop: int
    """One past its last word."""
    value: float
    """What it says."""
    magnitude: int
    """Its largest magnitude word; 1 where it has none."""


class _Small(NamedTuple):
    stop: int
    value: float
    lone: bool
    """Whether it is one bare digit: "hai" in "một triệu hai"."""


def read_number(
    words: Sequence[str],
    first: int,
    stop: int,
    *,
    digits: Callable[[int], float | None],
    whole: bool = False,
) -> Reading | None:
    """Read the longest number that begins at a word; None where none does.

    `words` are spelled by `spelling`; `digits` gives the value of a token of digits, None for other tokens. In
    running text "năm" after a ten or a magnitude is "year" ("hai mươi năm"); with `whole` it is five.
    """
    total = section = 0.0
    last = largest = 0
    at = first
    while at < stop:
        if last and words[at] in HALF:
            return Reading(at + 1, _plain(total + section + last / 2), largest)
        small = _read_small(words, at, stop, digits, after=last, whole=whole)
        if small is None:
            break
        magnitude = LARGE_MAGNITUDES.get(words[small.stop]) if small.stop < stop else None
        if magnitude is None or not _fits(magnitude, last):
            rest = _rest(small, last, words[at], digits(at) is not None, whole)
            if rest is None:
                break
            return Reading(small.stop, _plain(total + section + rest), largest or 1)
        section, total = _raised(section, total, small.value, magnitude, last)
        last = magnitude
        at = small.stop + 1
        while at < stop and LARGE_MAGNITUDES.get(words[at], 0) > last:
            last = LARGE_MAGNITUDES[words[at]]
            section, total = _raised(section, total, 0, last, 1)
            at += 1
        largest = max(largest, last)
    if at == first:
        return None
    return Reading(at, _plain(total + section), largest or 1)


def read_magnitudes(words: Sequence[str], first: int, stop: int) -> Reading | None:
    """Read magnitude words without a number before them: "chục nghìn" is 10,000."""
    value, at = 1, first
    while at < stop and words[at] in MAGNITUDES and (at == first or MAGNITUDES[words[at]] >= 1_000):
        value *= MAGNITUDES[words[at]]
        at += 1
    return Reading(at, float(value), value) if at > first else None


def _fits(magnitude: int, last: int) -> bool:
    """Say whether a magnitude may follow the last one: smaller, or a billion that closes its section."""
    return last == 0 or magnitude < last or (magnitude == BILLION and last < BILLION)


def _raised(
    section: float, total: float, small: float, magnitude: int, last: int
) -> tuple[float, float]:
    """Add `small` times the magnitude; million and billion raise what stands before them in the section."""
    if magnitude == BILLION:
        return 0.0, total + (section + small) * BILLION
    if last and magnitude > last:
        return (section + small) * magnitude, total
    return section + small * magnitude, total


def _rest(small: _Small, last: int, word: str, in_digits: bool, whole: bool) -> float | None:
    """Give the worth of what follows the last magnitude: "một triệu hai" is 1.2 million."""
    if not last:
        return small.value
    if in_digits:
        return small.value * last / 10 if whole and small.lone and small.value < 10 else None
    if small.lone and word not in FILLERS:
        if word in NOT_TENTHS and not whole:
            return None
        return small.value * last / 10
    return small.value


def _read_small(
    words: Sequence[str],
    at: int,
    stop: int,
    digits: Callable[[int], float | None],
    *,
    after: int,
    whole: bool,
) -> _Small | None:
    """Read a number below a thousand, or one in digits with its chục, tá or trăm."""
    word = words[at]
    in_digits = digits(at)
    if in_digits is not None:
        return _digits_small(words, at, stop, in_digits)
    if after and word in FILLERS and at + 1 < stop:
        inner = _read_tens(words, at + 1, stop, whole=True)
        return _Small(inner.stop, inner.value, False) if inner else None
    if word == "trăm" and (after or whole):
        return _hundreds(words, at + 1, stop, 1, whole)
    first = _digit(words, at, stop, zero=bool(after) or whole)
    if first is None and word != "mười":
        return None
    if first is not None and at + 1 < stop and words[at + 1] == "trăm":
        return _hundreds(words, at + 2, stop, first, whole)
    return _read_tens(words, at, stop, whole=whole)


def _digits_small(words: Sequence[str], at: int, stop: int, value: float) -> _Small:
    at += 1
    lone = True
    while at < stop and words[at] in SMALL_MAGNITUDES and (lone or words[at] != "chục"):
        value *= SMALL_MAGNITUDES[words[at]]
        at += 1
        lone = False
    if not lone and at < stop and words[at] in HALF:
        return _Small(at + 1, value + SMALL_MAGNITUDES[words[at - 1]] / 2, False)
    return _Small(at, value, lone)


def _hundreds(words: Sequence[str], at: int, stop: int, hundreds: int, whole: bool) -> _Small:
    """Read what may follow "… trăm"."""
    value = hundreds * 100
    if at >= stop:
        return _Small(at, value, False)
    if words[at] in HALF:
        return _Small(at + 1, value + 50, False)
    filled = words[at] in FILLERS
    inner = _read_tens(words, at + filled, stop, whole=whole or filled)
    if inner is None:
        return _Small(at, value, False)
    if not inner.lone or filled:
        return _Small(inner.stop, value + inner.value, False)
    word = words[at]
    if word == FIVE and not whole:
        return _Small(at, value, False)
    return _Small(inner.stop, value + inner.value * 10, False)


def _read_tens(words: Sequence[str], at: int, stop: int, *, whole: bool) -> _Small | None:
    """Read a number below a hundred."""
    if at >= stop:
        return None
    if words[at] == "mười":
        unit = _unit(words, at + 1, stop, whole)
        return _Small(at + 1 + (unit > 0), 10 + unit, False)
    digit = _digit(words, at, stop, zero=whole)
    if digit is None:
        digit = _after_ten(words, at, stop)
        return _Small(at + 1, digit, True) if digit and whole else None
    following = words[at + 1] if at + 1 < stop else ""
    if following == "mươi":
        unit = _unit(words, at + 2, stop, whole)
        return _Small(at + 2 + (unit > 0), digit * 10 + unit, False)
    if following == "chục":
        half = at + 2 < stop and words[at + 2] in HALF
        return _Small(at + 2 + half, digit * 10 + 5 * half, False)
    if following == "tá":
        return _Small(at + 2, digit * 12, False)
    unit = _after_ten(words, at + 1, stop) if digit > 1 else 0
    if unit and following != "dăm":
        return _Small(at + 2, digit * 10 + unit, False)
    return _Small(at + 1, digit, True)


def _digit(words: Sequence[str], at: int, stop: int, *, zero: bool) -> int | None:
    if zero and words[at] == ZERO:
        return 0
    return DIGITS.get(words[at])


def _after_ten(words: Sequence[str], at: int, stop: int) -> int:
    """Give a unit in a form that only follows tens ("mốt", "lăm"), else 0."""
    if at >= stop or words[at] not in AFTER_TENS:
        return 0
    if words[at] == FOUR and at + 1 < stop and words[at + 1] in FOUR_BEGINS:
        return 0
    return AFTER_TENS[words[at]]


def _unit(words: Sequence[str], at: int, stop: int, whole: bool) -> int:
    """Give the unit after "mười" or "mươi", 0 where none stands there."""
    if at >= stop:
        return 0
    if words[at] == FIVE and not whole:
        return 0
    return DIGITS.get(words[at]) or _after_ten(words, at, stop)


def _plain(value: float) -> float:
    """Take off what binary fractions add: 2.43 billion is 2430000000."""
    nearest = round(value)
    return float(nearest) if abs(value - nearest) <= value * 1e-12 else round(value, 6)
