"""Cut a text into tokens, as spans of the text as given: syllables, or words of one or more syllables."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from corpus.errors import CorpusError
from extractors.text import make_layer
from extractors.tokens import TokenKind, tokenize

Cut = tuple[int, int]
Level = Literal["syllable", "word"]
_SYLLABLE = re.compile(r"\S+")


def cut_tokens(text: str, level: Level) -> tuple[Cut, ...]:
    """Give the tokens of a text at a level, in order; no token holds a line break."""
    return cut_syllables(text) if level == "syllable" else cut_words(text)


def cut_syllables(text: str) -> tuple[Cut, ...]:
    """Give syllables, numbers and single signs."""
    layer = make_layer(text)
    tokens = tokenize(layer.work)
    spans = [
        layer.given_span(tokens.starts[n], tokens.ends[n])
        for n in range(len(tokens))
        if tokens.kinds[n] != TokenKind.BREAK
    ]
    return tuple(_apart(spans))


def cut_words(text: str) -> tuple[Cut, ...]:
    """Give words as underthesea joins syllables to words; raise `CorpusError` where it changed the text."""
    from underthesea import word_tokenize

    layer = make_layer(text)
    spans: list[Cut] = []
    at = 0
    for line in layer.work.split("\n"):
        for word in _align(line, word_tokenize(line, use_token_normalize=False)):
            for start, end in _without_numbers(line, word):
                spans.append(layer.given_span(at + start, at + end))
        at += len(line) + 1
    return tuple(_apart(spans))


def _apart(spans: Sequence[Cut]) -> Iterator[Cut]:
    """Join tokens that share a letter of the text as given, such as a letter and a mark that do not compose."""
    waiting: Cut | None = None
    for start, end in spans:
        if waiting is not None and start < waiting[1]:
            waiting = (waiting[0], max(end, waiting[1]))
            continue
        if waiting is not None:
            yield waiting
        waiting = (start, end)
    if waiting is not None:
        yield waiting


def _align(line: str, words: Sequence[str]) -> Iterator[Cut]:
    """Find each word in the line, whatever blanks stand between its letters."""
    at = 0
    for word in words:
        letters = "".join(word.split())
        if not letters:
            continue
        while at < len(line) and line[at].isspace():
            at += 1
        start = at
        for letter in letters:
            while at < len(line) and line[at].isspace():
                at += 1
            if at >= len(line) or line[at] != letter:
                raise CorpusError(
                    f"the word {word!r} does not stand in {line[start : start + 40]!r}"
                )
            at += 1
        yield start, at


def _without_numbers(line: str, word: Cut) -> Iterator[Cut]:
    """Cut a word at its blanks where one of its syllables is a number: "5.600 lượt" is two words."""
    parts = [m.span() for m in _SYLLABLE.finditer(line, *word)]
    if any(line[start].isdigit() for start, _ in parts):
        yield from parts
    else:
        yield word


def cut_at(tokens: Sequence[Cut], edges: Collection[int]) -> tuple[Cut, ...]:
    """Cut tokens further, so that one begins or ends at each edge that lies inside a token."""
    found: list[Cut] = []
    ordered = sorted(edges)
    for start, end in tokens:
        inner = [edge for edge in ordered if start < edge < end]
        found += zip([start, *inner], [*inner, end], strict=True)
    return tuple(found)


def fit(tokens: Sequence[Cut], start: int, end: int) -> tuple[int, int] | None:
    """Give (first, stop) of the tokens that make up a span; None where it begins or ends inside one."""
    begins = {begin: number for number, (begin, _) in enumerate(tokens)}
    ends = {stop: number for number, (_, stop) in enumerate(tokens)}
    if start not in begins or end not in ends or begins[start] > ends[end]:
        return None
    return begins[start], ends[end] + 1
