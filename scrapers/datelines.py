"""Dates of pages: as printed, and as ISO 8601 in Vietnamese time; partial ones stay partial."""

import re
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
WORDS = re.compile(
    r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:,)?\s+năm\s+(?P<year>\d{4})", re.I
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
STAMP = re.compile(
    r"(?:(?:thứ\s+\w+|chủ nhật)\s*,?\s*)?(?:ngày\s+)?(?:\d{1,2}[:h]\d{2}(?::\d{2})?\s*[|,–-]?\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"(?:\s*[|,–-]?\s*\d{1,2}[:h]\d{2}(?::\d{2})?)?(?:\s*\(?(?:GMT|UTC)\s*\+\s*0?7(?::?00)?\)?)?",
    re.I,
)
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
    for pattern in (DAY, WORDS):
        match = pattern.search(text)
        if match:
            rest = text[: match.start()] + " | " + text[match.end() :]
            return Dateline(value=_stamp(match, CLOCK.search(rest), _offset(rest)), raw=text)
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
    found = date(int(year), int(month), int(day))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"no page is of the year {year}")
    return found
