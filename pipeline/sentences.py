"""Which sentence a mention stands in."""

from bisect import bisect_right

from extractors.facts import Facts
from extractors.sentences import find_sentences
from extractors.text import make_layer
from extractors.tokens import tokenize

Spans = tuple[list[int], list[int]]


class Sentences:
    """The sentences of one text, asked for by place; no sentence goes over the end of a line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[int, Spans] = {}

    @classmethod
    def of_facts(cls, text: str, facts: Facts) -> "Sentences":
        """Cut the sentences that the facts stand in, before anything holds a lock."""
        made = cls(text)
        further = (*facts.organizations, *facts.people, *facts.places, *facts.times)
        spoken = (*facts.documents, *facts.quotations)
        for mention in (*facts.campaigns, *facts.figures, *facts.awards, *further, *spoken):
            made.around(mention.start, mention.end)
        return made

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Give the span from the sentence that holds `start` to the one that holds the last code point."""
        first = self._sentence(start)
        last = first if end <= first[1] else self._sentence(end - 1)
        return min(first[0], start), max(last[1], end)

    def _sentence(self, at: int) -> tuple[int, int]:
        begin = self._text.rfind("\n", 0, at) + 1
        stop = self._text.find("\n", at)
        line_end = len(self._text) if stop < 0 else stop
        if begin not in self._lines:
            self._lines[begin] = _cut(self._text[begin:line_end])
        starts, ends = self._lines[begin]
        if not starts:
            return begin, line_end
        index = max(bisect_right(starts, at - begin) - 1, 0)
        return begin + starts[index], begin + ends[index]


def _cut(line: str) -> Spans:
    """Give starts and ends of the sentences of one line."""
    layer = make_layer(line)
    tokens = tokenize(layer.work)
    spans = [
        layer.given_span(tokens.starts[first], tokens.ends[stop - 1])
        for first, stop in find_sentences(tokens)
    ]
    return [start for start, _ in spans], [end for _, end in spans]
