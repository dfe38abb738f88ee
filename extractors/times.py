"""Dates and periods, as exact as the text states them; those without a year are reckoned from the day of publication."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.document import Document
from extractors.entities import TimeMention
from extractors.records import DigitOwner, DigitRun

CALENDAR = frozenset((DigitOwner.DATE, DigitOwner.YEAR, DigitOwner.PERIOD))
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
WORDS = {"ba": 3, "sáu": 6, "chín": 9}
_YEAR = r"(?P<y>(?:18|19|20)\d\d)"
_DAY = r"(?P<d>\d{1,2})"
_MONTH = r"(?P<m>\d{1,2})"
# One expression after another, the more exact first; each gives the groups d, m, y, q, n, y2.
_SHAPES = (
    ("day", rf"(?:ngày\s+)?\b{_DAY}\s*[/.\-]\s*{_MONTH}\s*[/.\-]\s*{_YEAR}\b"),
    ("day", rf"\bngày\s+{_DAY}\s+tháng\s+{_MONTH}(?:\s*,?\s*năm\s+{_YEAR})?\b"),
    (
        "months",
        rf"\b(?P<n>\d{{1,2}}|ba|sáu|chín)\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?:\s+{_YEAR})?\b",
    ),
    (
        "quarter",
        rf"\bquý\s+(?P<q>iv|i{{1,3}}|[1-4])(?:\s*[/\-]\s*{_YEAR}|\s+năm\s+{_YEAR.replace('<y>', '<y3>')})?\b",
    ),
    (
        "years",
        rf"\b(?:giai đoạn|nhiệm kỳ|năm học|khóa|các năm|từ năm|năm)?\s*\b{_YEAR}\s*[-–]\s*(?P<y2>(?:19|20)\d\d)\b",
    ),
    ("month", rf"\btháng\s+{_MONTH}\s*(?:[/.\-]|\s+năm\s+)\s*{_YEAR}\b"),
    ("month", rf"\b{_MONTH}\s*[/.\-]\s*{_YEAR}\b"),
    ("day", rf"(?:ngày\s+)?\b{_DAY}\s*[/.\-]\s*{_MONTH}\b(?!\s*[/.\-]\s*\d)"),
    ("month", rf"\btháng\s+{_MONTH}\b"),
    ("year", rf"\b(?:năm\s+)?{_YEAR}\b"),
)
_NUMERIC = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SHAPES)
_RELATIVE = re.compile(
    r"\b(?:(?P<day>(?:sáng|trưa|chiều|tối|đêm|hôm|ngày)\s+(?:nay|qua|mai|kia|kìa))"
    r"|(?P<span>(?:tuần|tháng|quý|năm)\s+(?:này|nay|trước|ngoái|sau|tới|qua)))\b",
    re.IGNORECASE,
)
_DAYS = {"nay": 0, "qua": -1, "mai": 1, "kia": 2, "kìa": -2}
_SPANS = {"này": 0, "nay": 0, "trước": -1, "ngoái": -1, "qua": -1, "sau": 1, "tới": 1}
_JOINT = re.compile(
    r"\s*(?:đến hết ngày|đến hết|đến ngày|tới ngày|đến|tới|-|–)\s*(?:năm\s+)?", re.IGNORECASE
)
MAX_WINDOW = 400


@dataclass(frozen=True, slots=True)
class _Read:
    start: int
    end: int
    begin: str
    until: str
    relative: bool
    rule: str


def find_times(
    document: Document, *, digits: Sequence[DigitRun], published: date | None = None
) -> tuple[TimeMention, ...]:
    """Find dates and periods in order of place.

    `digits` tells which numbers belong to the calendar. A day without its year is that nearest to `published`; where no
    day of publication is known it stays without a year, as "--04-27".
    """
    read: list[_Read] = []
    work = document.tokens.work
    for first, stop in _windows(document, digits):
        read += _read_window(work, first, stop, digits, published)
    read += _read_relative(work, published)
    read.sort(key=lambda one: (one.start, -one.end))
    return tuple(_mention(one) for one in _joined(work, read, published))


def _windows(document: Document, digits: Sequence[DigitRun]) -> Iterator[tuple[int, int]]:
    """Give the stretches around calendar numbers, sentence by sentence."""
    seen = -1
    tokens = document.tokens
    for run in digits:
        if run.owner not in CALENDAR or run.start < seen:
            continue
        first, stop = document.sentences[document.sentence_at(document.token_at(run.start))]
        begin = max(tokens.starts[first], run.start - MAX_WINDOW)
        end = min(tokens.ends[stop - 1], run.start + MAX_WINDOW)
        yield max(begin, seen), max(end, run.end)
        seen = max(end, run.end)


def _read_window(
    work: str, first: int, stop: int, digits: Sequence[DigitRun], published: date | None
) -> list[_Read]:
    owned = [run for run in digits if run.owner in CALENDAR and first <= run.start < stop]
    taken: list[_Read] = []
    for kind, pattern in _NUMERIC:
        for match in pattern.finditer(work, first, stop):
            start, end = match.span()
            start += len(match.group()) - len(match.group().lstrip())
            free = all(end <= one.start or one.end <= start for one in taken)
            if free and any(run.start < end and start < run.end for run in owned):
                value = _value(kind, match, published)
                if value:
                    taken.append(_Read(start, end, *value, f"time.{kind}"))
    return taken


def _value(kind: str, match: re.Match[str], published: date | None) -> tuple[str, str, bool] | None:
    """Give begin, until and whether the year was reckoned; None for an impossible date."""
    group = match.groupdict()
    stated = group.get("y") or group.get("y3")
    year = int(stated) if stated else None
    if kind == "years":
        return f"{year}", group["y2"], False
    if kind == "year":
        return f"{year}", f"{year}", False
    reckoned = year is None and published is not None
    if kind == "day":
        return _day(int(group["d"]), int(group["m"]), year, published)
    if year is None and published is not None:
        year = published.year
    if kind == "month":
        month = int(group["m"])
        if not 1 <= month <= 12:
            return None
        if reckoned and published is not None and month > published.month + 3:
            year = published.year - 1
        text = f"{year}-{month:02}" if year else f"--{month:02}"
        return text, text, reckoned
    if year is None:
        return None
    if kind == "quarter":
        quarter = ROMAN[group["q"].lower()]
        return f"{year}-{quarter * 3 - 2:02}", f"{year}-{quarter * 3:02}", reckoned
    count = WORDS.get(group["n"].lower()) or int(group["n"])
    if not 1 <= count <= 12:
        return None
    if group["half"].lower() == "đầu":
        return f"{year}-01", f"{year}-{count:02}", reckoned
    return f"{year}-{13 - count:02}", f"{year}-12", reckoned


def _day(
    day: int, month: int, year: int | None, published: date | None
) -> tuple[str, str, bool] | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year is not None:
        made = _date(year, month, day)
        return (made.isoformat(), made.isoformat(), False) if made else None
    if published is None:
        text = f"--{month:02}-{day:02}"
        return text, text, False
    years = (published.year - 1, published.year, published.year + 1)
    near = [made for one in years if (made := _date(one, month, day))]
    if not near:
        return None
    best = min(near, key=lambda one: abs((one - published).days)).isoformat()
    return best, best, True


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_relative(work: str, published: date | None) -> list[_Read]:
    if published is None:
        return []
    found: list[_Read] = []
    for match in _RELATIVE.finditer(work):
        unit, word = match.group().lower().split()
        if match["day"]:
            day = (published + timedelta(days=_DAYS[word])).isoformat()
            begin = until = day
        else:
            begin, until = _span(unit, _SPANS[word], published)
        found.append(_Read(match.start(), match.end(), begin, until, True, f"time.relative_{unit}"))
    return found


def _span(unit: str, step: int, published: date) -> tuple[str, str]:
    if unit == "năm":
        return str(published.year + step), str(published.year + step)
    if unit == "tuần":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if unit == "tháng":
        count = published.year * 12 + published.month - 1 + step
        text = f"{count // 12}-{count % 12 + 1:02}"
        return text, text
    quarters = published.year * 4 + (published.month - 1) // 3 + step
    year, quarter = divmod(quarters, 4)
    return f"{year}-{quarter * 3 + 1:02}", f"{year}-{quarter * 3 + 3:02}"


def _joined(work: str, read: Sequence[_Read], published: date | None) -> list[_Read]:
    """Join "từ 5/8 đến 20/8/2025" into one period; a first day without a year takes that of the second."""
    joined: list[_Read] = []
    for one in read:
        last = joined[-1] if joined else None
        if last is not None and one.start < last.end:
            continue
        between = _JOINT.fullmatch(work, last.end, one.start) if last is not None else None
        if last is not None and between and last.begin == last.until and one.begin == one.until:
            begin = last.begin
            if begin.startswith("--") or (last.relative and not one.relative):
                begin = one.until[:4] + (begin[1:] if begin.startswith("--") else begin[4:])
            if begin <= one.until:
                joined[-1] = replace(
                    last, end=one.end, begin=begin, until=one.until, rule="time.range"
                )
                continue
        joined.append(one)
    return joined


def _mention(one: _Read) -> TimeMention:
    return TimeMention(
        start=one.start,
        end=one.end,
        rule=one.rule,
        confidence=0.85 if one.relative else 0.97,
        begin=one.begin,
        until=one.until,
        relative=one.relative,
    )
