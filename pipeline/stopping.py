"""Stop a run in good order: a flag that threads look at, and a clock that wakes up for it."""

import threading
import time
from datetime import UTC, datetime

from pipeline.errors import StoppedError


class StopFlag:
    """Says whether and why a run is to stop."""

    def __init__(self, *, max_time_s: float | None = None) -> None:
        self._event = threading.Event()
        self._deadline = time.monotonic() + max_time_s if max_time_s is not None else None
        self._signal: int | None = None

    def stop(self, signal_number: int) -> None:
        """Ask every thread to stop."""
        self._signal = signal_number
        self._event.set()

    def reason(self) -> str | None:
        """Give why the run is to stop now; None where it goes on."""
        if self._event.is_set():
            return "stopped"
        if self._deadline is not None and time.monotonic() >= self._deadline:
            return "max_time"
        return None

    def wait(self, seconds: float) -> None:
        """Wait; raise `StoppedError` as soon as the run is to stop."""
        if seconds > 0 and self._event.wait(seconds):
            raise StoppedError(self._signal or 15)


class StoppableClock:
    """The clock of the machine, whose sleep ends when the run is to stop."""

    def __init__(self, flag: StopFlag) -> None:
        self._flag = flag

    def now(self) -> datetime:
        """Give the wall time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Give seconds that only grow."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait; raise `StoppedError` when the run is to stop."""
        self._flag.wait(seconds)
