"""Strings of digits and signs that could be dates: "27/4/2022", "13.9", "4-2020", "27/4.2022"."""

from typing import NamedTuple

from extractors.tokens import TokenKind, Tokens


class DateShape(NamedTuple):
    """A string of digits and signs that could be a date."""

    stop: int
    form: str
    """"dmy", "dm" or "my"."""
    sign: str
    """What parts it: "/", "-" or "."."""


def plain(tokens: Tokens, at: int) -> int | None:
    """Give a token of digits without signs as a whole number, up to six digits; else None."""
    if at < 0 or at >= len(tokens.kinds) or tokens.kinds[at] != TokenKind.NUMBER:
        return None
    word = tokens.words[at]
    return int(word) if len(word) <= 6 and word.isdecimal() else None


def norm(tokens: Tokens, at: int) -> str:
    """Give the norm of a token, "" outside the text."""
    norms = tokens.norms
    return norms[at] if 0 <= at < len(norms) else ""


def is_year(value: int | None) -> bool:
    """Say whether a number could be a year of our era's news and history."""
    return value is not None and 1800 <= value <= 2100


def read_date(tokens: Tokens, at: int) -> DateShape | None:
    """Read the longest date shape at a token of digits."""
    word = tokens.words[at]
    if "," in word:
        return None
    parts = word.split(".")
    if not all(len(part) <= 4 for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 3:
        return DateShape(at + 1, "dmy", ".") if _dmy(*numbers) else None
    if len(numbers) == 2:
        return _dotted(tokens, at, parts, numbers)
    if len(numbers) != 1 or not 1 <= numbers[0] <= 31:
        return None
    sign = norm(tokens, at + 1)
    if sign not in ("/", "-", "–", "—", ".") or plain(tokens, at + 2) is None:
        return _mixed(tokens, at, numbers[0])
    if sign == "." and not tokens.glued(at + 2):
        return None
    second = plain(tokens, at + 2) or 0
    if is_year(second) and len(tokens.words[at + 2]) == 4 and numbers[0] <= 12:
        return DateShape(at + 3, "my", sign)
    if not (1 <= second <= 12 and len(tokens.words[at + 2]) <= 2):
        return None
    return (
        DateShape(at + 5, "dmy", sign)
        if _year_follows(tokens, at + 3)
        else DateShape(at + 3, "dm", sign)
    )


def _year_follows(tokens: Tokens, at: int) -> bool:
    """Say whether a sign and a year of four or two digits stand at a token."""
    year = plain(tokens, at + 1)
    if year is None or norm(tokens, at) not in ("/", "-", "–", "—", "."):
        return False
    return is_year(year) or (len(tokens.words[at + 1]) == 2 and tokens.glued(at + 1))


def _dotted(tokens: Tokens, at: int, parts: list[str], numbers: list[int]) -> DateShape | None:
    if len(parts[1]) == 4 and is_year(numbers[1]) and 1 <= numbers[0] <= 12:
        return DateShape(at + 1, "my", ".")
    if not (len(parts[0]) <= 2 and len(parts[1]) <= 2 and _dm(*numbers)):
        return None
    if norm(tokens, at + 1) in ("/", "-", ".") and is_year(plain(tokens, at + 2)):
        return DateShape(at + 3, "dmy", ".")
    return DateShape(at + 1, "dm", ".")


def _mixed(tokens: Tokens, at: int, day: int) -> DateShape | None:
    """Read "27/4.2022" and "5-8.6": the last two parts in one token."""
    if norm(tokens, at + 1) not in ("/", "-", "–") or at + 2 >= len(tokens):
        return None
    parts = tokens.words[at + 2].split(".")
    if len(parts) != 2 or not all(p.isdecimal() and len(p) <= 4 for p in parts):
        return None
    if is_year(int(parts[1])) and 1 <= int(parts[0]) <= 12:
        return DateShape(at + 3, "dmy", norm(tokens, at + 1))
    return None


def _dm(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _dmy(day: int, month: int, year: int) -> bool:
    return _dm(day, month) and (is_year(year) or 0 <= year <= 99)
