"""Names of organisations in headlines all in capitals, where no letter tells a name from what follows it."""

from extractors.body_heads import NOUN_HEADS
from extractors.body_phrases import (
    FIELD_ROWS,
    RANK_ROWS,
    SORT_ROWS,
    Phrase,
    match_width,
    words_of,
)
from extractors.body_words import SHOUTED_ENDS
from extractors.text import spelling
from extractors.tokens import Tokens, is_shouted

# A school is named by anything: "TRƯỜNG HOA SEN".
_HALVES = frozenset(words_of(head) for head in NOUN_HEADS if " " not in head and head != "trường")
_ENDS = frozenset(spelling(one) for one in SHOUTED_ENDS)
_REACH = 3


def is_half_word(tokens: Tokens, head: Phrase, at: int, limit: int) -> bool:
    """Say whether a head of one syllable, which ends at a token, begins another word: "HỘI NGHỊ", "BÁO CÁO"."""
    if head not in _HALVES or at >= limit:
        return False
    if not (tokens.words[at - 1].isupper() and tokens.words[at].isupper()):
        return False
    if any(match_width(rows, tokens, at, limit) for rows in (FIELD_ROWS, RANK_ROWS)):
        return False
    return is_shouted(tokens, at - 1, min(limit, at + _REACH))


def ends_in_capitals(tokens: Tokens, first: int, index: int, limit: int) -> bool:
    """Say whether a word in capitals ends the name that begins at `first`, as all around is in capitals."""
    if tokens.norms[index] not in _ENDS or not tokens.words[index].isupper():
        return False
    if match_width(SORT_ROWS, tokens, index, limit):
        return False
    return is_shouted(tokens, first, limit)
