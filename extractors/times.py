"""Dates and periods, as exact as the text states them; those without a year are reckoned from the day of publication."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from extractors.document import Document
from extractors.entities import TimeMention
from extractors.records import DigitOwner, DigitRun
from extractors.text import spelling
from extractors.times_in_words import ROMAN, YEAR, TimeRead, read_halves, read_quarters
from extractors.tokens import Tokens

CALENDAR = frozenset((DigitOwner.DATE, DigitOwner.YEAR, DigitOwner.PERIOD))
WORDS = {"ba": 3, "sáu": 6, "chín": 9}
_DAY = r"(?P<d>\d{1,2})"
_MONTH = r"(?P<m>\d{1,2})"
# One expression after another, the more exact first; each gives the groups d, m, y, q, n, y2.
_SHAPES = (
    ("day", rf"(?:ngày\s+)?\b{_DAY}\s*[/.\-]\s*{_MONTH}\s*[/.\-]\s*{YEAR}\b"),
    ("day", rf"\bngày\s+{_DAY}\s+tháng\s+{_MONTH}(?:\s*,?\s*năm\s+{YEAR})?\b"),
    (
        "months",
        rf"\b(?P<n>\d{{1,2}}|ba|sáu|chín)\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?:\s+{YEAR})?\b",
    ),
    (
        "quarter",
        rf"\bquý\s+(?P<q>iv|i{{1,3}}|[1-4])(?:\s*[/\-]\s*{YEAR}|\s+năm\s+{YEAR.replace('<y>', '<y3>')})?\b",
    ),
    (
        "years",
        rf"\b(?:giai đoạn|nhiệm kỳ|năm học|khóa|các năm|từ năm|năm)?\s*\b{YEAR}\s*[-–]\s*(?P<y2>(?:19|20)\d\d)\b",
    ),
    ("month", rf"\btháng\s+{_MONTH}\s*(?:[/.\-]|\s+năm\s+)\s*{YEAR}\b"),
    ("month", rf"\b{_MONTH}\s*[/.\-]\s*{YEAR}\b"),
    ("day", rf"(?:ngày\s+)?\b{_DAY}\s*[/.\-]\s*{_MONTH}\b(?!\s*[/.]\s*\d|-\d)"),
    ("month", rf"\btháng\s+{_MONTH}\b"),
    (
        "decade",
        r"\b(?:những\s+năm|thập\s+niên|thập\s+kỷ)\s+(?P<y>(?:18|19|20)\d0)\b(?!\s*[-–]\s*\d)",
    ),
    ("year", rf"\b(?:năm\s+)?{YEAR}\b"),
)
_NUMERIC = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SHAPES)
_DAYS = {"nay": 0, "qua": -1, "mai": 1, "kia": 2, "kìa": -2}
_DAY_WORDS = frozenset(
    spelling(one) for one in ("sáng", "trưa", "chiều", "tối", "đêm", "hôm", "ngày")
)
_SPAN_WORDS = frozenset(spelling(one) for one in ("tuần", "tháng", "quý", "năm"))
_SPANS = {"này": 0, "nay": 0, "trước": -1, "ngoái": -1, "qua": -1, "sau": 1, "tới": 1}
_RELATIVE_WORDS = frozenset((*_DAYS, *_SPANS))
# "9 năm nay", "hai năm trước": a length of time, no year of the calendar; "năm nay 38 tuổi" tells an age.
_COUNTED = re.compile(
    r"(?:(?<![/.\-\d])\d{1,4}|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục|nhiều|mấy|vài|mỗi|hằng|hàng))\s+$",
    re.IGNORECASE,
)
_AGED = re.compile(r"\s+(?:vừa\s+)?\d+\s+tuổi")
_OPEN = re.compile(r"\s+đến\s+nay\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:kể\s+)?từ\s+(?:ngày\s+|đầu\s+)?$", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?:tới|sau)\b", re.IGNORECASE)
_LAST = re.compile(r"\s+(?:trước|vừa qua|vừa rồi)\b", re.IGNORECASE)
# "01 - 08/3", "24 và 25-1": the first day borrows the month of the second.
_FIRST_DAY = re.compile(r"(?:từ\s+)?(?:ngày\s+)?\b(\d{1,2})\s*(?:[-–]|đến)\s*(?:ngày\s+)?$")
# "Ngày Quốc tế Phụ nữ 8/3" is a name that holds its day.
_NAMED_DAY = re.compile(r"\bNgày\s+(?:[^\W\d]+\s+){2,7}\(?$")
# "đến 17/4 đường Lò Chum": a house and its street; "gọi số 1900 0123": a telephone.
_STREET = re.compile(r"\s+(?:đường|phố|ngõ|ngách|hẻm|kiệt)\s+[A-ZĐÂÊÔƠƯÁÀẢẠÉÍÓÚÝ]")
_CALLED = re.compile(r"[ .]\d{3,4}\b(?=\s*(?:[,.;)]|hoặc|hay|và|để|$))")
# "1-7 năm sau", "20/11 năm ngoái": the year is told behind the day.
_YEAR_BEHIND = re.compile(r"\s+năm\s+(ngoái|trước|nay|này|sau|tới)\b")
LOOK_BACK = 60
NEAR_PAST, NEAR_FUTURE, HALF_YEAR = 60, 90, 182
_JOINT = re.compile(
    r"\s*(?:đến hết ngày|đến hết|đến ngày|tới ngày|đến|tới|-|–)\s*(?:năm\s+)?", re.IGNORECASE
)
MAX_WINDOW = 400


def find_times(
    document: Document, *, digits: Sequence[DigitRun], published: date | None = None
) -> tuple[TimeMention, ...]:
    """Find dates and periods in order of place.

    `digits` tells which numbers belong to the calendar. A day without its year is that nearest to `published`; where no
    day of publication is known it stays without a year, as "--04-27".
    """
    read: list[TimeRead] = []
    work = document.tokens.work
    for first, stop in _windows(document, digits):
        read += _read_window(work, first, stop, digits, published)
    read += _read_relative(document.tokens, published)
    read += read_quarters(document.tokens, published)
    read += read_halves(document.tokens, published)
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
) -> list[TimeRead]:
    near = digits[bisect_left(digits, first, key=_start) : bisect_left(digits, stop, key=_start)]
    owned = [run for run in near if run.owner in CALENDAR]
    taken: list[TimeRead] = []
    for kind, pattern in _NUMERIC:
        for match in pattern.finditer(work, first, stop):
            start, end = match.span()
            start += len(match.group()) - len(match.group().lstrip())
            free = all(end <= one.start or one.end <= start for one in taken)
            if free and any(run.start < end and start < run.end for run in owned):
                value = _value(kind, match, published)
                if value and not (kind == "day" and _is_named_day(work, start)):
                    taken.append(
                        _widened(work, TimeRead(start, end, *value, f"time.{kind}"), published)
                    )
    return taken


def _start(run: DigitRun) -> int:
    return run.start


def _value(kind: str, match: re.Match[str], published: date | None) -> tuple[str, str, bool] | None:
    """Give begin, until and whether the year was reckoned; None for an impossible date."""
    group = match.groupdict()
    stated = group.get("y") or group.get("y3")
    year = int(stated) if stated else None
    if kind == "years":
        return f"{year}", group["y2"], False
    if kind == "decade" and year is not None:
        return f"{year}", f"{year + 9}", False
    if kind == "year":
        # "gọi số 1900 0123"
        return None if _CALLED.match(match.string, match.end()) else (f"{year}", f"{year}", False)
    reckoned = year is None and published is not None
    if kind == "day" and _STREET.match(match.string, match.end()):
        return None
    if kind == "day":
        return _day(int(group["d"]), int(group["m"]), year, published)
    if year is None and published is not None:
        year = published.year
    if kind == "month":
        month = int(group["m"])
        if not 1 <= month <= 12:
            return None
        if reckoned and published is not None:
            year = _year_of_month(match, month, published)
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
    best = _nearest(published, month, day)
    return (best.isoformat(), best.isoformat(), True) if best else None


def _nearest(published: date, month: int, day: int) -> date | None:
    """Give the day that a date without a year means: that of the year of publication, as the press writes it.

    Around the turn of the year the neighbouring year is meant where its day is near and the other far.
    """
    same = _date(published.year, month, day)
    before = _date(published.year - 1, month, day)
    after = _date(published.year + 1, month, day)
    if same is None:
        return before or after
    ahead = (same - published).days
    if before and ahead > HALF_YEAR and (published - before).days <= NEAR_PAST:
        return before
    if after and ahead < -HALF_YEAR and (after - published).days <= NEAR_FUTURE:
        return after
    return same


def _year_of_month(match: re.Match[str], month: int, published: date) -> int:
    """Give the year of a month named without one; "tới", "sau" and "trước" behind it say where to look."""
    if _NEXT.match(match.string, match.end()):
        return published.year + (month <= published.month)
    if _LAST.match(match.string, match.end()):
        return published.year - (month >= published.month)
    return published.year - (month > published.month + 6)


def _is_named_day(work: str, start: int) -> bool:
    return bool(_NAMED_DAY.search(work, max(0, start - LOOK_BACK), start))


def _widened(work: str, one: TimeRead, published: date | None) -> TimeRead:
    """Take in what makes a period of a date: "từ năm 2018 đến nay", "từ 01 - 08/3"."""
    since = _SINCE.search(work, max(0, one.start - LOOK_BACK), one.start)
    open_end = _OPEN.match(work, one.end) if since else None
    if since and open_end:
        return replace(one, start=since.start(), end=open_end.end(), until=None, rule="time.open")
    behind = _YEAR_BEHIND.match(work, one.end)
    if behind and one.rule == "time.day" and published is not None and one.relative:
        year = published.year + _SPANS[spelling(behind[1])]
        made = _date(year, int(one.begin[5:7]), int(one.begin[8:]))
        if made is not None:
            told = made.isoformat()
            return replace(one, end=behind.end(), begin=told, until=told)
    first = _FIRST_DAY.search(work, max(0, one.start - LOOK_BACK), one.start)
    if first and one.rule == "time.day" and len(one.begin) == len("2024-05-17"):
        day = int(first[1])
        if 1 <= day < int(one.begin[-2:]) and not _inside_number(work, first.start(1)):
            begin = f"{one.begin[:-2]}{day:02}"
            return replace(one, start=first.start(), begin=begin, rule="time.range")
    return one


def _inside_number(work: str, at: int) -> bool:
    """Say whether a digit belongs to something before it, such as "3/12 - 15/12"."""
    return at > 0 and (work[at - 1] in "/.-–," or work[at - 1].isdigit())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_relative(tokens: Tokens, published: date | None) -> list[TimeRead]:
    if published is None:
        return []
    work, norms = tokens.work, tokens.norms
    found: list[TimeRead] = []
    for index in [n for n, norm in enumerate(norms) if norm in _RELATIVE_WORDS and n]:
        unit, word = norms[index - 1], norms[index]
        start, end = tokens.starts[index - 1], tokens.ends[index]
        if _COUNTED.search(work, max(0, start - 12), start) or _AGED.match(work, end):
            continue
        if unit in _DAY_WORDS and word in _DAYS:
            day = (published + timedelta(days=_DAYS[word])).isoformat()
            begin = until = day
        elif unit in _SPAN_WORDS and word in _SPANS:
            begin, until = _span(unit, _SPANS[word], published)
        else:
            continue
        found.append(TimeRead(start, end, begin, until, True, f"time.relative_{unit}"))
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


def _joined(work: str, read: Sequence[TimeRead], published: date | None) -> list[TimeRead]:
    """Join "từ 5/8 đến 20/8/2025" into one period; a first day without a year takes that of the second."""
    joined: list[TimeRead] = []
    for one in read:
        last = joined[-1] if joined else None
        if last is not None and one.start < last.end:
            continue
        between = _JOINT.fullmatch(work, last.end, one.start) if last is not None else None
        if last is not None and between and last.begin == last.until and one.begin == one.until:
            begin, until = last.begin, one.until
            if until is None:
                joined.append(one)
                continue
            if begin.startswith("--") or (last.relative and not one.relative):
                begin = until[:4] + (begin[1:] if begin.startswith("--") else begin[4:])
            if begin > until and one.relative:
                # The second day lies in the year of the first or in the one after.
                until = until.replace(until[:4], begin[:4], 1)
            if begin <= until:
                joined[-1] = replace(last, end=one.end, begin=begin, until=until, rule="time.range")
                continue
        joined.append(one)
    return joined


def _mention(one: TimeRead) -> TimeMention:
    return TimeMention(
        start=one.start,
        end=one.end,
        rule=one.rule,
        confidence=0.85 if one.relative else 0.97,
        begin=one.begin,
        until=one.until,
        relative=one.relative,
    )
