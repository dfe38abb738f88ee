"""The log: one event name per thing that happens, as text or as JSON, on stderr."""

import json
import sys
from typing import Literal, TextIO

from pipeline.dates import now, render_utc

EVENTS = frozenset(
    {
        "resumed",
        "run_ended",
        "source_ok",
        "source_failed",
        "problem",
        "page_stored",
        "page_failed",
        "page_left_out",
    }
)
"""All event names; a new one is added here."""
Level = Literal["E", "W", "I", "D"]
LEAST_NOISE: dict[Level, int] = {"E": -1, "W": 1, "I": 1, "D": 2}
"""How loud the command must be for a level: errors after `-q` too, pages after `-v`, known addresses after `-vv`."""


class EventLog:
    """Writes events that are loud enough."""

    def __init__(
        self,
        *,
        form: Literal["text", "json"],
        noise: int,
        run_id: int,
        stream: TextIO | None = None,
    ) -> None:
        self._form = form
        self._noise = noise
        self._run_id = run_id
        self._stream = stream

    def write(self, event: str, level: Level, slug: str | None = None, **fields: object) -> None:
        """Write one event, if it is loud enough."""
        if event not in EVENTS:
            raise ValueError(f"no such event: {event}")
        if self._noise < LEAST_NOISE[level]:
            return
        stream = self._stream or sys.stderr
        at = render_utc(now())
        if self._form == "json":
            record = {"at": at, "level": level, "event": event, "source": slug, "run": self._run_id}
            print(json.dumps(record | fields, ensure_ascii=False), file=stream, flush=True)
            return
        words = [at[11:], level, slug or "-", event]
        words += [f"{key}={_quoted(value)}" for key, value in fields.items() if value is not None]
        print(*words, f"run={self._run_id}", file=stream, flush=True)


def _quoted(value: object) -> str:
    text = " ".join(str(value).split())
    return json.dumps(text, ensure_ascii=False) if " " in text else text
