"""Ask as a guest does: contact, robots.txt, one request a host at a time, even gaps, few tries, few redirects."""

from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Protocol

from scrapers.clock import Clock
from scrapers.errors import (
    BadAddressError,
    BrokenBodyError,
    ConnectionFailedError,
    FetchError,
    HostNotFoundError,
    HostPausedError,
    NoContactError,
    PrivateAddressError,
    RobotsRefusedError,
    RobotsUnreachableError,
    TimedOutError,
    TooManyRedirectsError,
)
from scrapers.exchange import Exchange
from scrapers.limits import Limits
from scrapers.pace import HostPace
from scrapers.public_addresses import is_loopback_host, split_url
from scrapers.robots import (
    RobotsCache,
    RobotsFile,
    RobotsState,
    read_robots,
    unreachable_robots,
)
from scrapers.urls import host_of, join_url

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING = (ConnectionFailedError, TimedOutError, BrokenBodyError, HostNotFoundError)
"""Failures that another try may cure."""
OF_THE_HOST = (BadAddressError, PrivateAddressError, HostNotFoundError, HostPausedError)
"""Failures to get robots.txt that say more than that it cannot be had."""


class Ask(Protocol):
    """Sends one request and reads its answer, whatever its status."""

    def __call__(
        self, url: str, *, headers: Mapping[str, str], first: str, hops: tuple[Exchange, ...]
    ) -> Exchange:
        """Give the answer; `first` and `hops` are what led here."""


class Guest:
    """Asks hosts politely; may be shared by threads."""

    def __init__(
        self,
        ask: Ask,
        *,
        product: str,
        contact: str | None,
        limits: Limits,
        robots: Iterable[RobotsFile],
        clock: Clock,
    ) -> None:
        self._ask_once = ask
        self.product = product
        self.limits = limits
        self._contact = contact
        self._clock = clock
        self._robots = RobotsCache(robots)
        self._paces: dict[str, HostPace] = {}
        self._guard = Lock()

    def get(self, url: str, *, delay_s: float, headers: Mapping[str, str]) -> Exchange:
        """Give the answer at the end of the redirects, whatever its status."""

        def gap_for(at: str) -> float:
            return self._check_robots(at, delay_s=delay_s)

        return self._follow(url, headers=headers, gap_for=gap_for)

    def robots_files(self) -> tuple[RobotsFile, ...]:
        """Give every robots.txt known in this run."""
        return self._robots.files()

    def robots_for(self, url: str) -> RobotsFile:
        """Give the robots.txt of the URL's origin; ask for it where none of the last day is known."""
        self._check_may_ask(url)
        parts = split_url(url)
        origin = f"{parts.scheme}://{parts.netloc.lower()}"
        known = self._robots.fresh(origin, now=self._clock.now())
        if known is not None:
            return known
        with self._pace(url).robots_lock:
            known = self._robots.fresh(origin, now=self._clock.now())
            return known or self._robots.keep(self._ask_robots(origin))

    def _check_may_ask(self, url: str) -> None:
        host = split_url(url).hostname or ""
        if self._contact is None and not is_loopback_host(host):
            raise NoContactError(
                f"{url}: no contact is configured; set `contact` to a mail address or page where the "
                "site's owner can reach you, then harvest again",
                url=url,
            )

    def _check_robots(self, url: str, *, delay_s: float) -> float:
        """Raise where robots.txt forbids the URL; give the gap to keep to."""
        robots = self.robots_for(url)
        if robots.state is RobotsState.UNREACHABLE:
            raise RobotsUnreachableError(
                f"{url}: robots.txt cannot be had ({robots.reason}), so nothing is fetched there; "
                "try again later",
                url=url,
            )
        if not robots.allows(url, agent=self.product):
            raise RobotsRefusedError(f"{url}: forbidden by {robots.origin}/robots.txt", url=url)
        return self._gap(url, max(delay_s, robots.crawl_delay(agent=self.product)))

    def _gap(self, url: str, asked_s: float) -> float:
        if not is_loopback_host(split_url(url).hostname or ""):
            return max(asked_s, self.limits.min_gap_s)
        return asked_s if self.limits.loopback_gap_s is None else self.limits.loopback_gap_s

    def _ask_robots(self, origin: str) -> RobotsFile:
        url, asked_at = f"{origin}/robots.txt", self._clock.now()

        def gap_for(at: str) -> float:
            self._check_may_ask(at)
            return self._gap(at, self.limits.min_gap_s)

        try:
            answer = self._follow(url, headers={}, gap_for=gap_for)
        except FetchError as err:
            if isinstance(err, OF_THE_HOST) and err.url == url:
                raise
            return unreachable_robots(origin=origin, reason=str(err), fetched_at=asked_at)
        return read_robots(
            origin=origin, status=answer.status, body=answer.body, fetched_at=asked_at
        )

    def _follow(
        self, url: str, *, headers: Mapping[str, str], gap_for: Callable[[str], float]
    ) -> Exchange:
        """Give the answer at the end of the redirects; `gap_for` checks each hop and gives its gap."""
        hops: list[Exchange] = []
        at = url
        while True:
            exchange = self._ask(
                at, headers=headers, gap_s=gap_for(at), first=url, hops=tuple(hops)
            )
            location = _location(exchange)
            if exchange.status not in REDIRECTS or location is None:
                return exchange
            hops.append(exchange)
            at = join_url(exchange.final_url, location)
            if len(hops) > self.limits.max_redirects or at in {hop.final_url for hop in hops}:
                raise TooManyRedirectsError(
                    f"{url}: redirected {len(hops)} times, last to {at}", url=url, exchange=exchange
                )

    def _ask(
        self,
        url: str,
        *,
        headers: Mapping[str, str],
        gap_s: float,
        first: str,
        hops: tuple[Exchange, ...],
    ) -> Exchange:
        """Give any answer, whatever its status, after waiting for the turn and trying again where it helps."""
        pace = self._pace(url)
        with pace.lock:
            for attempt in range(self.limits.retries + 1):
                if pace.paused is not None:
                    raise HostPausedError(f"{url}: not asked, {pace.paused}", url=url)
                last = attempt == self.limits.retries
                pace.wait(gap_s)
                try:
                    answer = self._ask_once(url, headers=headers, first=first, hops=hops)
                except PASSING as err:
                    if last:
                        pace.note_failure(str(err))
                        raise
                    pace.back_off(attempt)
                    continue
                finally:
                    pace.done()
                if not pace.wants_another_try(answer, attempt) or last:
                    pace.note_answer(answer)
                    return answer
        raise RuntimeError("retries is below 0")

    def _pace(self, url: str) -> HostPace:
        key = host_of(url)
        with self._guard:
            return self._paces.setdefault(key, HostPace(clock=self._clock, limits=self.limits))


def _location(exchange: Exchange) -> str | None:
    """Give where an answer redirects to; many servers write the letters of Vietnamese there as UTF-8."""
    value = exchange.header("Location")
    if value is None or value.isascii():
        return value
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
