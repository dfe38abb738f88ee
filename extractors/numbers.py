"""Numbers as Vietnamese writes them: the point groups, the comma is the decimal mark; and the slips of careless writers."""

from extractors.errors import NumberError
from extractors.number_words import DIGITS, HALF, MAGNITUDES, ZERO, read_magnitudes, read_number
from extractors.tokens import tokenize

MAX_DIGITS = 24
POINTS = frozenset(("phẩy", "phảy", "chấm"))


def parse_number(text: str) -> float:
    """Turn one whole string in digits, words or both into its value; raises `NumberError`.

    "2.219" is 2219, "528,6" is 528.6, "87.9" is 87.9, "2,5 triệu" is 2500000, "hai mươi mốt" is 21, "nửa tỷ" is
    500000000, "hai phẩy năm" is 2.5.
    """
    tokens = tokenize(text.strip())
    words = tokens.norms

    def digits(index: int) -> float | None:
        return parse_digits(words[index]) if words[index][:1].isdecimal() else None

    if words and words[0] == "nửa":
        half = read_magnitudes(words, 1, len(words))
        if half and half.stop == len(words):
            return half.value / 2
    reading = read_number(words, 0, len(words), digits=digits, whole=True)
    if reading is None:
        reading = read_magnitudes(words, 0, len(words))
    if reading is None:
        raise NumberError(f"not a number: {text!r}")
    if reading.stop == len(words):
        return reading.value
    if words[reading.stop] in POINTS:
        return reading.value + _decimals(words[reading.stop + 1 :], text)
    if len(words) == reading.stop + 1 and words[-1] in HALF:
        return reading.value + MAGNITUDES.get(words[-2], 1) / 2
    raise NumberError(f"not a number to its end: {text!r}")


def parse_digits(word: str) -> float:
    """Turn a token of digits, points and commas into its value; raises `NumberError` where the groups fit no notation."""
    if len(word) > MAX_DIGITS:
        raise NumberError(f"more than {MAX_DIGITS} signs: {word[:MAX_DIGITS]!r}…")
    if word.isdecimal():
        return float(int(word))
    points, commas = word.count("."), word.count(",")
    mark = "" if not (points and commas) else max(".,", key=word.rfind)
    whole, fraction = word, ""
    if mark:
        # "1.234,5", or "1,234.5" of English habit: the last sign is the decimal mark and stands once.
        whole, _, fraction = word.rpartition(mark)
        group = "," if mark == "." else "."
    elif commas == 1:
        whole, _, fraction = word.partition(",")
        group = ""
    elif points == 1 and not _groups(word.split(".")):
        whole, _, fraction = word.partition(".")
        group = ""
    else:
        group = "." if points else ","
    parts = whole.split(group) if group else [whole]
    if not all(p.isdecimal() for p in parts) or (len(parts) > 1 and not _groups(parts)):
        raise NumberError(f"digits in groups of no notation: {word!r}")
    digits = "".join(str(int(d)) for d in "".join(parts))
    decimals = "".join(str(int(d)) for d in fraction)
    return float(f"{digits}.{decimals or 0}")


def has_thousands_by_comma(word: str) -> bool:
    """Say whether "1,500" may be the English notation of a whole number: three digits after one comma."""
    whole, comma, rest = word.partition(",")
    return (
        bool(comma)
        and len(rest) == 3
        and rest.isdecimal()
        and 0 < len(whole) <= 3
        and whole[0] != "0"
    )


def _groups(parts: list[str]) -> bool:
    """Say whether the parts are thousands groups: up to three digits, no leading zero, then threes."""
    return (
        0 < len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])
    )


def _decimals(words: list[str], text: str) -> float:
    """Give the value of the words after "phẩy": one digit each ("không năm"), or one number ("mười bốn")."""
    if not words:
        raise NumberError(f"nothing after the decimal mark: {text!r}")
    if all(word in DIGITS or word == ZERO for word in words):
        written = "".join(str(DIGITS.get(word, 0)) for word in words)
    else:
        reading = read_number(words, 0, len(words), digits=lambda _: None, whole=True)
        if reading is None or reading.stop != len(words):
            raise NumberError(f"no number after the decimal mark: {text!r}")
        written = str(int(reading.value))
    return float(f"0.{written}")
