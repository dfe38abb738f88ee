"""Reprints: articles whose text is nearly the same; those that differ in a figure or a date are none."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from extractors.text import fold

# Signatures depend on these and on rensa's algorithm: they are made anew each time and never stored.
PERMUTATIONS, BANDS, SEED = 128, 32, 20260101
SHINGLE = 4
# Two reports of one event by two papers of the sample press share 0.05; a copy with a fifth of its text cut, 0.8.
SAME_WORDS = 0.6
# Weekly reports repeat their words with other numbers: nine of ten numbers of the shorter one must be the same.
SAME_NUMBERS = 0.9
MIN_WORDS = 40
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,/]*\d|\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article as far as reprints are concerned."""

    id: str
    """Id of the article."""
    text: str
    """Its text."""


def group_reprints(articles: Sequence[Text]) -> tuple[tuple[str, ...], ...]:
    """Give groups of two or more ids whose texts are nearly the same, ids and groups sorted."""
    shingles = [_shingles(one.text) for one in articles]
    numbers = [Counter(_NUMBER.findall(one.text)) for one in articles]
    parent = list(range(len(articles)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for a, b in _candidates(shingles):
        if _overlap(shingles[a], shingles[b]) >= SAME_WORDS and _same_numbers(
            numbers[a], numbers[b]
        ):
            parent[root(b)] = root(a)
    groups: dict[int, list[str]] = {}
    for index, one in enumerate(articles):
        groups.setdefault(root(index), []).append(one.id)
    return tuple(sorted(tuple(sorted(ids)) for ids in groups.values() if len(ids) > 1))


def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(fold(text))
    if len(words) < MIN_WORDS:
        return frozenset()
    return frozenset(" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))


def _candidates(shingles: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Give the pairs that share a band of their signatures, each once."""
    index = RMinHashLSH(SAME_WORDS, PERMUTATIONS, BANDS)
    pairs: list[tuple[int, int]] = []
    for number, words in enumerate(shingles):
        if not words:
            continue
        signature = RMinHash(PERMUTATIONS, SEED)
        signature.update(sorted(words))
        pairs += [(int(other), number) for other in index.query(signature)]
        index.insert(number, signature)
    return pairs


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _same_numbers(one: Counter[str], other: Counter[str]) -> bool:
    total = min(one.total(), other.total())
    return not total or (one & other).total() / total >= SAME_NUMBERS
