"""The time, as an argument: what waits and dates can be run in a test without waiting."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What gives the time and can wait."""

    def now(self) -> datetime:
        """Give the wall time, aware, in UTC."""

    def monotonic(self) -> float:
        """Give seconds that only grow."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Give the wall time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Give seconds that only grow."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait; not at all for nothing or less."""
        if seconds > 0:
            time.sleep(seconds)
