"""Where names of campaigns begin and end: years, ordinals and loose signs stay out."""

import re

from extractors.tokens import TokenKind, Tokens

_YEAR = re.compile(r"(?:19|20)\d\d")
_ROMAN = re.compile(r"[IVXLC]+")
_PERIODS = frozenset({"năm", "học", "giai", "đoạn", "nhiệm", "kì", "mùa", "khóa", "tháng", "quí"})
_LOOSE = ".,;:!?…-–—/&+*·•()[]<>“”‘’\"'`\u00b4«»„"
_ORDINALS = frozenset(
    ("nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
)


def trim_name(tokens: Tokens, first: int, stop: int) -> tuple[int, int]:
    """Take loose signs from both ends, and years, school years and ordinals from the end; may give an empty range."""
    while first < stop and tokens.kinds[first] == TokenKind.SIGN and tokens.words[first] != "(":
        first += 1
    while True:
        end = _without_year(tokens, first, _without_signs(tokens, first, stop))
        end = _without_ordinal(tokens, first, end)
        if end == stop:
            return first, stop
        stop = end


def _without_signs(tokens: Tokens, first: int, stop: int) -> int:
    while stop > first and tokens.kinds[stop - 1] == TokenKind.SIGN:
        if tokens.words[stop - 1] == ")":
            opening = _opening(tokens, first, stop - 1)
            if opening is not None and not _holds_year(tokens, opening, stop):
                return stop
            if opening is not None:
                stop = opening
                continue
        if tokens.words[stop - 1] not in _LOOSE and tokens.words[stop - 1] != "%":
            return stop
        if tokens.words[stop - 1] == "%":
            return stop
        stop -= 1
    return stop


def _opening(tokens: Tokens, first: int, at: int) -> int | None:
    for index in range(at - 1, max(first - 1, at - 14), -1):
        if tokens.words[index] == "(":
            return index
    return None


def _holds_year(tokens: Tokens, first: int, stop: int) -> bool:
    return any(is_year(tokens, index) for index in range(first, stop))


def is_year(tokens: Tokens, index: int) -> bool:
    """Say whether the token is a year between 1900 and 2099."""
    return tokens.kinds[index] == TokenKind.NUMBER and bool(_YEAR.fullmatch(tokens.words[index]))


def _without_year(tokens: Tokens, first: int, stop: int) -> int:
    """Cut "năm 2017", "2016 - 2020", "năm học 2021-2022", "giai đoạn 2" from the end; " - Xuân 2026"."""
    at = stop - 1
    if at <= first or tokens.kinds[at] != TokenKind.NUMBER:
        return stop
    period = tokens.norms[at - 1] in _PERIODS
    if not is_year(tokens, at):
        named = tokens.norm(max(first, at - 2), at) in ("giai đoạn", "nhiệm kì")
        return at - 2 if named else at - 1 if period and tokens.norms[at - 1] == "mùa" else stop
    while at - 2 > first and tokens.words[at - 1] in "-–—/," and is_year(tokens, at - 2):
        at -= 2
    if tokens.norms[at - 1] in ("xuân", "hè", "tết"):
        return at - 1 if at - 2 > first else stop
    while at - 1 >= first and tokens.norms[at - 1] in _PERIODS:
        at -= 1
    return at


def _without_ordinal(tokens: Tokens, first: int, stop: int) -> int:
    """Cut "lần thứ X", "lần IV", "lần thứ hai", "khóa XII" from the end."""
    at = stop - 1
    if at - 1 <= first:
        return stop
    word = tokens.words[at]
    ordinal = (
        tokens.kinds[at] == TokenKind.NUMBER
        or _ROMAN.fullmatch(word)
        or tokens.norms[at] in _ORDINALS
    )
    if not ordinal:
        return stop
    if tokens.norms[at - 1] == "mười":
        at -= 1
    if tokens.norm(at - 2, at) == "lần thứ":
        return at - 2
    return at - 1 if tokens.norms[at - 1] in ("lần", "khóa", "kì") else stop


def begins_upper(tokens: Tokens, index: int) -> bool:
    """Say whether a token begins with a capital or is a number."""
    return index < len(tokens) and (
        tokens.words[index][0].isupper() or tokens.kinds[index] == TokenKind.NUMBER
    )
