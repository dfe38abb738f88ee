"""The words of the names of organisations as token sequences, looked up by their first token."""

from collections.abc import Iterable
from typing import TypeAlias

from extractors.body_heads import HEADS, ORGANS
from extractors.body_words import (
    BARE_RANKS,
    BLOCKS,
    CONFERRED,
    FIELDS,
    HOUSES,
    LEVELS,
    SECOND_FIELDS,
    SORTS,
    ZONES,
)
from extractors.entities import BodyType
from extractors.person_words import TITLES
from extractors.tokens import Tokens, tokenize

Phrase: TypeAlias = tuple[str, ...]


def words_of(phrase: str) -> Phrase:
    """Give the folded tokens of a phrase."""
    return tuple(tokenize(phrase).norms)


def by_first(phrases: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    """Give phrases by their first norm, longer ones first."""
    table: dict[str, list[Phrase]] = {}
    for phrase in dict.fromkeys(phrases):
        words = words_of(phrase)
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=lambda row: -len(row))) for first, rows in table.items()}


HEAD_ROWS: dict[str, list[tuple[Phrase, BodyType]]] = {}
for _type, _phrases in HEADS.items():
    for _phrase in _phrases:
        HEAD_ROWS.setdefault(words_of(_phrase)[0], []).append((words_of(_phrase), _type))
for _rows in HEAD_ROWS.values():
    _rows.sort(key=lambda row: -len(row[0]))
HEAD_TYPES = {words: kind for rows in HEAD_ROWS.values() for words, kind in rows}
ORGAN_ROWS = by_first(ORGANS)
ORGAN_PHRASES = frozenset(words for rows in ORGAN_ROWS.values() for words in rows)
FIELD_ROWS = by_first(FIELDS)
SECOND_ROWS = by_first(SECOND_FIELDS)
SORT_ROWS = by_first((*SORTS, *(phrase for phrases in HEADS.values() for phrase in phrases)))
ZONE_ROWS = by_first(ZONES)
HOUSE_ROWS = by_first(HOUSES)
BLOCK_ROWS = by_first(BLOCKS)
# What begins behind a body with a capital of its own: an award, "Đại tá" before the name of an officer.
OWN_ROWS = by_first((*CONFERRED, *(title for title in TITLES if " " in title)))
LEVEL_ROWS = by_first(LEVELS)
RANK_ROWS = by_first(BARE_RANKS)


def stands(tokens: Tokens, first: int, words: Phrase) -> bool:
    """Say whether a phrase stands at a token."""
    return tuple(tokens.norms[first : first + len(words)]) == words


def match_width(
    table: dict[str, tuple[Phrase, ...]], tokens: Tokens, first: int, limit: int
) -> int:
    """Give the length of the longest phrase of a table at a token, 0 where there is none."""
    if first >= limit:
        return 0
    for words in table.get(tokens.norms[first], ()):
        if first + len(words) <= limit and stands(tokens, first, words):
            return len(words)
    return 0
