"""Dates of feeds and sitemaps: RFC 822, ISO 8601, and the ways Vietnamese papers print them."""

import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from scrapers.datelines import VIETNAM, find_dateline

LATEST = timedelta(hours=36)
"""A date further in the future than this is a mistake of the feed."""
_ENGLISH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I)
_NAMED_OFFSET = re.compile(r"\(?\b(?:GMT|UTC)\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?\b\)?", re.I)


def parse_feed_date(raw: str, *, now: datetime) -> str | None:
    """Give ISO 8601 in Vietnamese time, a bare day where no time is given; None for what is no date.

    "20-11-2025" is a day of November, never one of the year 2020; "GMT+7" is seven hours.
    """
    text = " ".join(raw.split())
    if _ENGLISH.search(text):
        found = _parse_rfc822(text)
    else:
        line = find_dateline(text)
        found = line.value if line is not None else None
    if found is None or len(found) < 10 or _moment(found) - now > LATEST:
        return None
    return found


def _parse_rfc822(text: str) -> str | None:
    """Parse "Thu, 20 Nov 2025 07:00:00 GMT+7", which the standard library takes for seven minutes."""
    named = _NAMED_OFFSET.sub(
        lambda match: f"{match[1]}{int(match[2]):02d}{match[3] or '00'}", text
    )
    try:
        moment = parsedate_to_datetime(named)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=VIETNAM)
    return moment.astimezone(VIETNAM).isoformat()


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=VIETNAM)
