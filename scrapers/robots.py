"""robots.txt by RFC 9309: what a host allows us, read with Protego.

A missing file (404, 403 and other 4xx) allows all. A file that cannot be had (5xx, 429, network, a web page
in its place) allows nothing: stay out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from threading import Lock

from protego import Protego

MAX_AGE = timedelta(hours=24)
MAX_BYTES = 512 * 1024
"""What is parsed of a file; RFC 9309 2.5 asks for at least 500 KiB."""
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta|\?xml)", re.I | re.S
)


class RobotsState(StrEnum):
    """How a robots.txt was had."""

    READ = "read"
    MISSING = "missing"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsFile:
    """The robots.txt of an origin with its date, as kept in the store."""

    origin: str
    """Scheme, host and port, such as "https://vidu.example"."""
    state: RobotsState
    """Whether rules were read, there are none, or they cannot be had."""
    text: str
    """The file as decoded; empty unless read."""
    fetched_at: datetime
    """When it was asked for, aware, UTC."""
    reason: str
    """Status or error in words."""

    def is_fresh(self, now: datetime) -> bool:
        """Say whether it may still be used: at most a day old, and not from the future."""
        return timedelta(0) <= now - self.fetched_at <= MAX_AGE

    def allows(self, url: str, *, agent: str) -> bool:
        """Say whether the URL may be fetched under that product name."""
        if self.state is RobotsState.UNREACHABLE:
            return False
        return self.state is RobotsState.MISSING or bool(_rules(self.text).can_fetch(url, agent))

    def crawl_delay(self, *, agent: str) -> float:
        """Give the seconds between requests that it asks for, by Crawl-delay or Request-rate; else 0."""
        if self.state is not RobotsState.READ:
            return 0.0
        rules = _rules(self.text)
        delay = float(rules.crawl_delay(agent) or 0)
        rate = rules.request_rate(agent)
        if rate is not None and rate.requests:
            delay = max(delay, rate.seconds / rate.requests)
        return delay

    def sitemaps(self) -> tuple[str, ...]:
        """Give the sitemaps it names."""
        return tuple(_rules(self.text).sitemaps) if self.state is RobotsState.READ else ()


def read_robots(*, origin: str, status: int, body: bytes, fetched_at: datetime) -> RobotsFile:
    """Judge the answer of a host to the question for its robots.txt."""
    state, text, reason = RobotsState.UNREACHABLE, "", f"status {status}"
    if 200 <= status < 300 and _MARKUP.match(body):
        reason = f"status {status}, but a web page instead of rules"
    elif 200 <= status < 300:
        state, text = RobotsState.READ, body[:MAX_BYTES].decode("utf-8-sig", errors="replace")
    elif 400 <= status < 500 and status != 429:
        state = RobotsState.MISSING
    return RobotsFile(origin=origin, state=state, text=text, fetched_at=fetched_at, reason=reason)


def unreachable_robots(*, origin: str, reason: str, fetched_at: datetime) -> RobotsFile:
    """Note that no answer came."""
    state = RobotsState.UNREACHABLE
    return RobotsFile(origin=origin, state=state, text="", fetched_at=fetched_at, reason=reason)


class RobotsCache:
    """The files of a run; may be shared by threads."""

    def __init__(self, files: Iterable[RobotsFile] = ()) -> None:
        self._files = {file.origin: file for file in files}
        self._guard = Lock()

    def files(self) -> tuple[RobotsFile, ...]:
        """Give every file known, for the store."""
        with self._guard:
            return tuple(self._files.values())

    def fresh(self, origin: str, *, now: datetime) -> RobotsFile | None:
        """Give the file of an origin if one of the last day is known."""
        with self._guard:
            file = self._files.get(origin)
        return file if file is not None and file.is_fresh(now) else None

    def keep(self, file: RobotsFile) -> RobotsFile:
        """Remember a file and give it."""
        with self._guard:
            self._files[file.origin] = file
        return file


@lru_cache(maxsize=64)
def _rules(text: str) -> Protego:
    return Protego.parse(text)
