"""SIGTERM and SIGINT end a run in good order."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pipeline.errors import StoppedError


@contextmanager
def stop_on_signals() -> Iterator[None]:
    """Raise `StoppedError` in the main thread at SIGINT and SIGTERM; give the old handlers back after."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise StoppedError(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
