"""The pace at which one host is asked: one request at a time, even gaps, pauses it asks for."""

from threading import Lock

from scrapers.clock import Clock
from scrapers.exchange import Exchange
from scrapers.limits import Limits
from scrapers.retry_after import parse_retry_after

TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
"""Statuses that may pass."""


class HostPace:
    """What is known of one host in this run. Hold `lock` around one fetch with its further tries."""

    def __init__(self, *, clock: Clock, limits: Limits) -> None:
        self.lock = Lock()
        self.robots_lock = Lock()
        """Held while robots.txt is asked for, so that it is asked for once."""
        self.paused: str | None = None
        """Why nothing more is asked of the host in this run; None while it is asked."""
        self._clock = clock
        self._limits = limits
        self._failures = 0
        self._started = self._ended = self._held_until = clock.monotonic()
        self._asked = False
        self._penalty = 1.0

    def wait(self, gap_s: float) -> None:
        """Wait until the next request may start: a gap after the start of the last one.

        A host that took long gets a breather of the same length after its answer, at most a gap. One that
        wants a gap longer than a run waits is asked for one page and then left alone.
        """
        if gap_s > self._limits.max_gap_s:
            self.paused = f"the host wants {gap_s:.0f} s between two requests"
        gap = min(gap_s, self._limits.max_gap_s) * self._penalty
        if self._asked:
            breather = min(self._ended - self._started, gap)
            after = max(self._started + gap, self._ended + breather)
            self._held_until = max(self._held_until, after)
        self._clock.sleep(self._held_until - self._clock.monotonic())
        self._asked = True
        self._started = self._clock.monotonic()

    def done(self) -> None:
        """Note that the answer is in, or failed."""
        self._ended = self._clock.monotonic()

    def back_off(self, attempt: int, *, asked_s: float = 0.0) -> None:
        """Let the next request wait: longer with each attempt, and at least as long as was asked."""
        seconds = max(asked_s, self._limits.backoff_s * 2**attempt)
        self._held_until = max(self._held_until, self._clock.monotonic() + seconds)

    def wants_another_try(self, answer: Exchange, attempt: int) -> bool:
        """Say whether the status may pass; if so let the next request wait as long as the host asks.

        After 429 and 503 the gap doubles for the rest of the run, at most to eightfold.
        """
        if answer.status not in TRY_AGAIN:
            return False
        if answer.status in (429, 503):
            self._penalty = min(self._penalty * 2, 8.0)
        asked = parse_retry_after(answer.header("Retry-After"), now=self._clock.now())
        if asked is not None and asked > self._limits.max_retry_after_s:
            self.paused = f"the host asked for a pause of {asked:.0f} s"
            return False
        self.back_off(attempt, asked_s=asked or 0.0)
        return True

    def note_answer(self, answer: Exchange) -> None:
        """Count an answer as failure of the host (5xx, 429, 403) or as a sign of life."""
        if answer.status in TRY_AGAIN or answer.status == 403:
            self.note_failure(f"{answer.final_url} answered {answer.status}")
        else:
            self._failures = 0

    def note_failure(self, reason: str) -> None:
        """Count a URL that failed; pause the host when too many did in a row."""
        self._failures += 1
        if self.paused is None and self._failures >= self._limits.give_up_after:
            self.paused = f"the host failed {self._failures} times in a row, last: {reason}"
