"""Tables of fixed phrases that are read at one place of a text, longest first."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from extractors.tokens import tokenize

Value = TypeVar("Value")


class PhraseTable(Generic[Value]):
    """Phrases and what each stands for; compared token by token as `Tokens.norms`."""

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        """Build the table from phrases as printed."""
        self._listed = tuple(phrases)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases.items():
            norms = tuple(tokenize(phrase).norms)
            self._by_first.setdefault(norms[0], []).append((norms, value))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def listed(self) -> tuple[str, ...]:
        """Give the phrases as printed."""
        return self._listed

    def read(self, norms: list[str], at: int, stop: int) -> tuple[int, Value] | None:
        """Give the end and the value of the longest phrase that starts at a token, or None."""
        rows = self._by_first.get(norms[at]) if at < stop else None
        if rows is None:
            return None
        for phrase, value in rows:
            end = at + len(phrase)
            if end <= stop and tuple(norms[at:end]) == phrase:
                return end, value
        return None

    def ends_at(self, norms: list[str], first: int, stop: int, *, width: int = 4) -> int | None:
        """Give the start of the longest phrase that ends right before a token, or None."""
        for start in range(max(first, stop - width), stop):
            read = self.read(norms, start, stop)
            if read is not None and read[0] == stop:
                return start
        return None


def words(text: str) -> frozenset[str]:
    """Give the norms of the blank-separated words of a list."""
    return frozenset(norm for norm in tokenize(text).norms)


def phrases(value: Value, listed: Iterable[str]) -> dict[str, Value]:
    """Give each phrase of a list the same value."""
    return dict.fromkeys(listed, value)
