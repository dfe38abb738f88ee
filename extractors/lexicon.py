"""One pass over the tokens for every fixed phrase: names of the ontology, trigger words, units, bodies."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import spacy
from spacy.attrs import NORM  # type: ignore[import-not-found]
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.text import spelling
from extractors.tokens import Tokens, tokenize

UNKNOWN = "\u25a1"


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase to look for, and what it stands for."""

    label: str
    """The group of phrases, such as "campaign" or "award"."""
    text: str
    """The phrase; compared by `spelling`, token by token."""
    value: str
    """What it stands for, such as the id in the ontology."""


class Hit(NamedTuple):
    """A phrase found, in token indices."""

    first: int
    stop: int
    value: str


class Lexicon:
    """All terms in one phrase matcher over folded tokens."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Build the matcher; a phrase that stands for two things under one label keeps both."""
        self._vocab = _make_vocab()
        self._matcher = PhraseMatcher(self._vocab, attr=NORM)
        self._values: dict[int, tuple[str, tuple[str, ...]]] = {}
        self._known: set[str] = set()
        groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for term in terms:
            words = tuple(tokenize(term.text).norms)
            if words:
                groups.setdefault((term.label, words), []).append(term.value)
        for number, ((label, words), values) in enumerate(groups.items()):
            name = f"{label}:{number}"
            self._matcher.add(name, [Doc(self._vocab, words=list(words))])
            self._known.update(words)
            self._values[self._vocab.strings[name]] = (label, tuple(dict.fromkeys(values)))

    def __len__(self) -> int:
        """Give the number of strings it holds; reading texts adds none."""
        return len(self._vocab.strings)

    def find(self, tokens: Tokens) -> dict[str, tuple[Hit, ...]]:
        """Give the hits of each label in order of place, longer ones first; overlapping ones stay in."""
        found: dict[str, list[Hit]] = {}
        if not len(tokens):
            return {}
        # Words of no term all become one: the vocabulary of spaCy, which only ever grows, stays as it was built.
        words = [norm if norm in self._known else UNKNOWN for norm in tokens.norms]
        for key, first, stop in self._matcher(Doc(self._vocab, words=words)):
            label, values = self._values[key]
            found.setdefault(label, []).extend(Hit(first, stop, value) for value in values)
        return {label: tuple(sorted(hits, key=_place)) for label, hits in found.items()}


def longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Keep the leftmost longest of overlapping hits."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=_place):
        if not kept or hit.first >= kept[-1].stop:
            kept.append(hit)
    return tuple(kept)


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit.first, -hit.stop, hit.value


def _make_vocab() -> Vocab:
    # A vocabulary made by hand has no lexeme getters and would match everything: take that of a blank pipeline.
    vocab = spacy.blank("xx").vocab
    vocab.lex_attr_getters[NORM] = spelling  # type: ignore[attr-defined]
    return vocab
