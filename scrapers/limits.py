"""What one request and one host may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on time, size, redirects and tries, and the least gaps between requests."""

    connect_s: float = 15.0
    """Seconds to connect."""
    read_s: float = 30.0
    """Seconds of silence within an answer."""
    total_s: float = 90.0
    """Seconds for one request in all, however steadily it drips."""
    max_wire_bytes: int = 20_000_000
    """Bytes of an answer on the wire."""
    max_body_bytes: int = 40_000_000
    """Bytes of a body unfolded."""
    max_redirects: int = 5
    """Hops after the first request."""
    retries: int = 2
    """Further tries after a passing failure."""
    backoff_s: float = 4.0
    """Wait before the first further try; doubles each time."""
    max_retry_after_s: float = 120.0
    """Longest wait that a server is granted; one that asks for more is left alone for this run."""
    give_up_after: int = 5
    """Failed URLs in a row after which a host is left alone for this run."""
    min_gap_s: float = 1.0
    """Least gap between two requests to a host that is not loopback, whatever the source says."""
    max_gap_s: float = 300.0
    """Longest gap that a run waits; of a host that asks for more it takes one page, the next run another."""
    loopback_gap_s: float | None = None
    """Gap to hosts that are loopback, in place of the source's and robots.txt's. None keeps those."""

    def __post_init__(self) -> None:
        """Refuse limits under which nothing could be asked."""
        if self.retries < 0 or self.max_redirects < 0 or self.give_up_after < 1:
            raise ValueError(f"limits that forbid every request: {self}")
