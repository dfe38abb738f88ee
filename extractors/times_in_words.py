"""Periods that no run of digits points to: "quý III", "nửa đầu năm", "hồi đầu tháng"."""

import re
from dataclasses import dataclass
from datetime import date

from extractors.text import spelling
from extractors.tokens import Tokens

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
YEAR = r"(?P<y>(?:18|19|20)\d\d)"
# The year may be glued to the Roman number, "quý II-2027", where no run of digits tells a year.
_ROMAN_QUARTER = re.compile(
    rf"quý\s+(?P<q>iv|i{{1,3}})\b(?:\s?[/\-]\s?{YEAR}\b|(?!\s*[/\-]|\s+năm\s+\d))",
    re.IGNORECASE,
)
_QUARTER = spelling("quý")
_HALF = re.compile(
    rf"nửa\s+(?P<half>đầu|cuối)\s+(?:của\s+)?năm(?:\s+{YEAR}|\s+(?:nay|này))?\b", re.IGNORECASE
)
_HALF_WORD = spelling("nửa")
# "hồi đầu tháng"; a month with a number or "tháng trước" is read elsewhere.
_PART_OF_MONTH = re.compile(r"(?:đầu|giữa|cuối)\s+tháng\b(?=\s*[.,;:!?)]|\s*$)", re.MULTILINE)
_PART_WORDS = frozenset(spelling(one) for one in ("đầu", "giữa", "cuối"))
_PARTS = _PART_WORDS | {_HALF_WORD}
_SINCE_WHEN = frozenset(spelling(one) for one in ("hồi", "từ", "ngay"))


@dataclass(frozen=True, slots=True)
class TimeRead:
    """A time as read, before it is joined with its neighbours."""

    start: int
    """First code point of the working text."""
    end: int
    """One past the last."""
    begin: str
    """First year, month or day."""
    until: str | None
    """Last one; None for an open period."""
    relative: bool
    """Whether the day of publication was needed."""
    rule: str
    """The rule that read it."""


def read_quarters(tokens: Tokens, published: date | None) -> list[TimeRead]:
    """Read "quý III"; without a year it is that of the year of publication."""
    found = []
    for index in [n for n, norm in enumerate(tokens.norms) if norm == _QUARTER]:
        match = _ROMAN_QUARTER.match(tokens.work, tokens.starts[index])
        year = _year(match, published) if match else None
        if match is None or year is None:
            continue
        quarter = ROMAN[match["q"].lower()]
        begin, until = f"{year}-{quarter * 3 - 2:02}", f"{year}-{quarter * 3:02}"
        relative = match["y"] is None
        found.append(TimeRead(match.start(), match.end(), begin, until, relative, "time.quarter"))
    return found


def read_halves(tokens: Tokens, published: date | None) -> list[TimeRead]:
    """Read "nửa đầu năm", "nửa cuối năm 2023" and "hồi đầu tháng", which is the month of publication."""
    found = []
    for index in [n for n, norm in enumerate(tokens.norms) if norm in _PARTS]:
        norm, start = tokens.norms[index], tokens.starts[index]
        if norm == _HALF_WORD and (match := _HALF.match(tokens.work, start)):
            year = _year(match, published)
            if year is not None:
                first, last = (1, 6) if match["half"].lower() == "đầu" else (7, 12)
                begin, until = f"{year}-{first:02}", f"{year}-{last:02}"
                told = match["y"] is None
                found.append(TimeRead(start, match.end(), begin, until, told, "time.half"))
        elif norm != _HALF_WORD and published is not None and index:
            part = _PART_OF_MONTH.match(tokens.work, start)
            if part and tokens.norms[index - 1] in _SINCE_WHEN:
                month = f"{published.year}-{published.month:02}"
                found.append(TimeRead(start, part.end(), month, month, True, "time.part_of_month"))
    return found


def _year(match: re.Match[str], published: date | None) -> int | None:
    """Give the year stated in a match, else that of publication."""
    if match["y"]:
        return int(match["y"])
    return published.year if published is not None else None
