"""Which sentence a mention stands in."""

from bisect import bisect_right

from extractors.sentences import find_sentences
from extractors.text import make_layer
from extractors.tokens import tokenize


class Sentences:
    """The sentences of one text, asked for by place."""

    def __init__(self, text: str) -> None:
        layer = make_layer(text)
        tokens = tokenize(layer.work)
        self._spans = [
            layer.given_span(tokens.starts[first], tokens.ends[stop - 1])
            for first, stop in find_sentences(tokens)
        ]
        self._starts = [start for start, _ in self._spans]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Give the span from the sentence that holds `start` to the one that holds the last code point."""
        if not self._spans:
            return start, end
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, end - 1) - 1, first)
        return min(self._spans[first][0], start), max(self._spans[last][1], end)
