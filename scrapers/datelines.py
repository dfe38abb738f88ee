"""Dates of pages: as printed, and as ISO 8601 in Vietnamese time; partial ones stay partial."""

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam has had UTC+7 all year since before the first news site."""
FIRST_YEAR = 1997
"""The first Vietnamese papers went on line in 1997 and 1998: an earlier date is none of a page."""
LAST_YEAR = 2099
ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[T ]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<offset>Z|[+-]\d{2}:?\d{2})?"
)
DAY = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})(?!\d)"
)
MONTHS = {
    **{name: at for at, name in enumerate(
        ("giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"), 1)},
    "một": 1, "bốn": 4, "chạp": 12,
    **{name.casefold(): at for at, name in enumerate(month_name) if name},
}  # fmt: skip
"""Months in words: of Vietnamese pages, and of systems left in English."""
IN_WORDS = r"mười một|mười hai|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|một|bốn|chạp"
AMERICAN = re.compile(
    r"^(?P<month>[1-9]\d?)/(?P<day>[1-9]\d?)/(?P<year>\d{4})\s(?P<hour>[1-9]\d?):(?P<minute>\d{2}):(?P<second>\d{2})\s(?P<half>[AP]M)$"
)
"""What servers write whose language was left at English: the month first, nothing padded with zeros."""
WORDS = re.compile(
    rf"(?:ngày\s+)?(?P<day>\d{{1,2}})\s+tháng\s+(?P<month>\d{{1,2}}|{IN_WORDS})\s*,?\s+(?:năm\s+)?(?P<year>\d{{4}})(?!\d)",
    re.I,
)
ENGLISH = re.compile(
    rf"\b(?P<month>{'|'.join(month_name[1:])})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})(?!\d)",
    re.I,
)
MONTH = re.compile(
    r"(?<![\d/.-])(?:tháng\s+)?(?P<month>\d{1,2})\s*[/-]\s*(?P<year>\d{4})(?![\d/-])", re.I
)
YEAR = re.compile(r"^(?:năm\s+)?(?P<year>\d{4})$", re.I)
CLOCK = re.compile(
    r"(?<![\d/.-])(?P<hour>\d{1,2})\s*(?:[:h]|giờ)\s*(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?!\d)"
    r"\s*(?:phút)?\s*(?P<half>SA|CH|AM|PM)?\b"
)
IN_ADDRESS = (
    re.compile(r"-(?P<year>20\d{2})(?P<month>\d{2})(?P<day>\d{2})\d{6,9}\.\w{3,5}$"),
    re.compile(r"/(?P<year>20\d{2})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})/"),
)
STAMP_CLOCK = r"\d{1,2}(?:[:h]\d{2}(?::\d{2})?(?:\s*(?:SA|CH|AM|PM)\b)?| giờ \d{2}(?: phút)?)"
STAMP = re.compile(
    r"(?:(?:thứ\s+\w+|th\s?\d|t\d|chủ nhật|cn)\s*,?\s*)?(?:ngày\s+)?"
    rf"(?:{STAMP_CLOCK}\s*[|,–•·-]?\s*(?:ngày\s+)?)?"
    r"(?:\d{1,2}(?:/|\s/\s|\.|-)\d{1,2}(?:/|\s/\s|\.|-)\d{4}|20\d{2}-\d{2}-\d{2}"
    rf"|\d{{1,2}}\s+tháng\s+(?:\d{{1,2}}|{IN_WORDS})\s*,?\s+(?:năm\s+)?\d{{4}})"
    rf"(?:\s*[|,–•·-]?\s*(?:lúc\s+)?{STAMP_CLOCK})?(?:\s*[(\[]?(?:GMT|UTC)\s*\+\s*0?7(?::?00)?[)\]]?)?",
    re.I,
)
PLACE_AND_DAY = re.compile(r",\s*ngày\s", re.I)
"""A document is dated so: "Lũng Sậy, ngày 5 tháng 9 năm 2025"."""
EPOCH_IN_ADDRESS = re.compile(r"[?&]art=(?P<milliseconds>\d{13})\d?$")
OFFSET = re.compile(
    r"(?:GMT|UTC)\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A date of a page."""

    value: str
    """`2024`, `2024-05`, `2024-05-17`, or a time with its offset, `2024-05-17T08:06:00+07:00`."""
    raw: str
    """As printed."""


def parse_dateline(raw: str) -> Dateline:
    """Read one date; raises ValueError on none, on an impossible one and on one no site could have."""
    text = " ".join(raw.split())
    match = ISO.search(text)
    if match:
        return Dateline(value=_stamp(match, match, match["offset"]), raw=text)
    match = AMERICAN.match(text)
    if match:
        return Dateline(value=_stamp(match, match, None), raw=text)
    for pattern in (DAY, WORDS, ENGLISH):
        match = pattern.search(text)
        if match:
            before, behind = text[: match.start()], text[match.end() :]
            clock = CLOCK.search(before) if _is_close(before) else None
            clock = clock or CLOCK.search(behind) or CLOCK.search(before)
            return Dateline(value=_stamp(match, clock, _offset(f"{before} | {behind}")), raw=text)
    match = MONTH.search(text)
    if match:
        checked = _day(match["year"], match["month"], "1")
        return Dateline(value=f"{checked:%Y-%m}", raw=text)
    match = YEAR.match(text)
    if match:
        return Dateline(value=f"{_day(match['year'], '1', '1'):%Y}", raw=text)
    raise ValueError(f"no date in {text[:80]!r}")


def find_dateline(raw: str | None) -> Dateline | None:
    """Read one date, or give None where `parse_dateline` refuses."""
    try:
        return parse_dateline(raw) if raw else None
    except ValueError:
        return None


def is_stamp_line(text: str) -> bool:
    """Say whether a line is a date, alone or behind an author."""
    match = STAMP.search(text) if len(text) <= 120 else None
    if match is None or find_dateline(match.group()) is None:
        return False
    if match.start() and PLACE_AND_DAY.search(text[: match.start() + len(", ngày ")]):
        return False
    rest = (text[: match.start()] + text[match.end() :]).strip(" |,-–()")
    return (len(match.group()) > 10 or not rest) and len(rest) <= 60


def is_bare_stamp(text: str) -> bool:
    """Say whether a line is a date and nothing else."""
    return len(text) <= 60 and STAMP.fullmatch(text.strip(" |,-–()")) is not None


def date_in_address(url: str) -> str | None:
    """Give the day that an address carries in its id or path, as ISO 8601, or None."""
    bare = url.split("#")[0]
    for pattern in IN_ADDRESS:
        match = pattern.search(bare.split("?")[0])
        if match:
            try:
                return _day(match["year"], match["month"], match["day"]).isoformat()
            except ValueError:
                continue
    match = EPOCH_IN_ADDRESS.search(bare)
    if match:
        at = datetime.fromtimestamp(int(match["milliseconds"]) / 1000, VIETNAM)
        return at.date().isoformat() if FIRST_YEAR <= at.year <= LAST_YEAR else None
    return None


def _is_close(before: str) -> bool:
    """Say whether the text before a day ends with its time: "08:15 ngày", and no other day stands there."""
    return re.search(r"(?:\d|phút)\s*[|,–•·-]?\s*(?:ngày)?\s*$", before, re.I) is not None


def _stamp(day: re.Match[str], clock: re.Match[str] | None, offset: str | None) -> str:
    found = _day(day["year"], day["month"], day["day"])
    if clock is None or clock["hour"] is None:
        return found.isoformat()
    hour = int(clock["hour"])
    half = clock.groupdict().get("half")
    if half in ("CH", "PM") and hour < 12:
        hour += 12
    elif half in ("SA", "AM") and hour == 12:
        hour = 0
    at = datetime(
        found.year, found.month, found.day, hour, int(clock["minute"]), int(clock["second"] or 0),
        tzinfo=_zone(offset),
    )  # fmt: skip
    return at.astimezone(VIETNAM).isoformat()


def _zone(offset: str | None) -> timezone:
    if offset is None:
        return VIETNAM
    if offset == "Z":
        return timezone(timedelta(0))
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))


def _offset(text: str) -> str | None:
    match = OFFSET.search(text)
    return f"{match['sign']}{int(match['hours']):02d}:{match['minutes'] or '00'}" if match else None


def _day(year: str, month: str, day: str) -> date:
    number = int(month) if month.isdecimal() else MONTHS[" ".join(month.casefold().split())]
    found = date(int(year), number, int(day))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"no page is of the year {year}")
    return found
