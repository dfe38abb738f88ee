"""Record what crosses a connection, byte for byte, within limits on time and size."""

import io
import time
from typing import TYPE_CHECKING, Protocol

from scrapers.errors import TimedOutError, TooLargeError
from scrapers.limits import Limits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD_LIMIT = 256 * 1024
"""Allowance for header fields and chunk marks beside a body."""


class Connected(Protocol):
    """What a recording needs of a connected socket."""

    def settimeout(self, value: float | None, /) -> None:
        """Set the seconds of silence after which reading fails."""


class Recording:
    """One request and its answer as they cross the connection."""

    def __init__(self, *, url: str, limits: Limits) -> None:
        self.url = url
        self.limits = limits
        self.sent = bytearray()
        """The request as sent."""
        self.tape = bytearray()
        """What was read of the answer."""
        self.received = 0
        """Bytes of the answer that came in, read or not."""
        self._deadline = time.monotonic() + limits.total_s

    def seconds_left(self, at_most: float) -> float:
        """Give the seconds until the deadline; raise when it is over."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimedOutError(
                f"{self.url}: not complete after {self.limits.total_s:g} s", url=self.url
            )
        return min(left, at_most)

    def read_some(self, raw: io.RawIOBase, buffer: "WriteableBuffer", sock: Connected) -> int:
        """Read what is there into a buffer."""
        sock.settimeout(self.seconds_left(self.limits.read_s))
        try:
            count = raw.readinto(buffer) or 0
        except TimeoutError as err:
            self.seconds_left(self.limits.read_s)
            raise TimedOutError(f"{self.url}: the answer stopped coming", url=self.url) from err
        self.received += count
        if self.received > self.limits.max_wire_bytes + HEAD_LIMIT:
            raise TooLargeError(
                f"{self.url}: more than {self.limits.max_wire_bytes} bytes", url=self.url
            )
        return count


class _Guard(io.RawIOBase):
    """A socket's stream that keeps to the limits of a recording."""

    def __init__(self, raw: io.RawIOBase, sock: Connected, recording: Recording) -> None:
        self._raw, self._sock, self._recording = raw, sock, recording

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        return self._recording.read_some(self._raw, buffer, self._sock)

    def close(self) -> None:
        self._raw.close()
        super().close()


class Tape(io.BufferedReader):
    """A buffered stream over a socket that records what is read from it."""

    def __init__(self, raw: io.RawIOBase, sock: Connected, recording: Recording) -> None:
        super().__init__(_Guard(raw, sock, recording))
        self._recording = recording

    def read(self, size: int | None = -1, /) -> bytes:
        """Read and record."""
        return self._record(super().read(size))

    def read1(self, size: int = -1, /) -> bytes:
        """Read and record."""
        return self._record(super().read1(size))

    def readline(self, size: int | None = -1, /) -> bytes:
        """Read a line and record it."""
        return self._record(super().readline(size))

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read into a buffer and record."""
        count = super().readinto(buffer)
        self._record(bytes(memoryview(buffer)[:count]))
        return count

    def _record(self, data: bytes) -> bytes:
        self._recording.tape += data
        return data
