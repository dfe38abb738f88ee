"""SIGTERM and SIGINT end a run in good order, and not in the middle of what is better ended first."""

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


@contextmanager
def hold_interrupt() -> Iterator[None]:
    """Have a Ctrl-C wait until the block is done; a second one does not wait. For the main thread.

    Blocking the signal would not do: other threads take it then, and Python runs the handler in the main one all the same.
    """
    held = 0

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal held
        held += 1
        if held > 1:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if held == 1:
            signal.raise_signal(signal.SIGINT)
