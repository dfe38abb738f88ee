"""What a benchmark gives: numbers with a peer or a bare lower bound from the same run beside them."""

import os
import platform
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of the table."""

    what: str
    """What was done."""
    value: float
    """Our number."""
    unit: str
    """Its unit, such as "articles a second"."""
    peer: str | None = None
    """What did the same, or the bare least of it, in the same run. None where there is none."""
    peer_value: float | None = None
    """Its number, in the same unit."""
    note: str = ""
    """How it was measured, or what is not good about it."""

    @property
    def ratio(self) -> float | None:
        """Ours by the peer's. None where there is no peer."""
        return self.value / self.peer_value if self.peer_value else None


def cpu_seconds(action: Callable[[], object], *, rounds: int = 1) -> float:
    """Give the processor seconds of the best round: what else runs on the machine counts less."""
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        action()
        best = min(best, time.process_time() - started)
    return best


def wall_seconds(action: Callable[[], object], *, rounds: int = 1) -> float:
    """Give the seconds of the best round."""
    best = float("inf")
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - started)
    return best


def peak_megabytes() -> float:
    """Give the most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def present_megabytes() -> float:
    """Give the memory that this process has now."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  # the shortest way, asked often
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


def describe_machine() -> dict[str, object]:
    """Give what the numbers depend on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
    }
