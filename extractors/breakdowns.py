"""Numbers that break a count down without naming it again: "316 sáng kiến (loại A 22, loại B 119, loại C 175)"."""

from collections.abc import Sequence

from extractors.date_shapes import norm, plain
from extractors.figure_links import Draft
from extractors.records import FigureKind
from extractors.text import spelled
from extractors.tokens import TokenKind, Tokens

REACH = 60
PLACES = spelled("ở thuộc là tại trong của")
JOINED = frozenset((",", "và", ";", "còn", "có"))


def breaks_down(tokens: Tokens, at: int, stop: int, drafts: Sequence[Draft]) -> bool:
    """Say whether the bare number at..stop-1 is a part of the count that the last drafts state."""
    count = _last_count(drafts, at)
    if count is None or at == 0:
        return False
    after = norm(tokens, stop)
    if tokens.norms[at - 1] in JOINED:
        return after in PLACES
    return after in (",", ";", ")", "và") and _in_bracketed_list(tokens, at, count)


def _last_count(drafts: Sequence[Draft], at: int) -> Draft | None:
    for draft in reversed(drafts[-6:]):
        if at - draft.quantity.first > REACH:
            return None
        if draft.unit is not None and draft.kind is FigureKind.COUNT:
            return draft
    return None


def _in_bracketed_list(tokens: Tokens, at: int, count: Draft) -> bool:
    """Say whether a bracket after the count holds only labels with a smaller number each."""
    opening = at - 1
    while opening > count.quantity.stop and tokens.words[opening] != "(":
        if tokens.kinds[opening] == TokenKind.BREAK or tokens.words[opening] in ".)":
            return False
        opening -= 1
    if tokens.words[opening] != "(":
        return False
    index, items, label = opening + 1, 0, 0
    while index < min(opening + REACH, len(tokens)) and tokens.words[index] != ")":
        value = plain(tokens, index)
        if value is not None:
            if label < 2 or value >= count.quantity.value:
                return False
            items += 1
            label = 0
        elif tokens.kinds[index] == TokenKind.WORD:
            label += 1
        elif tokens.words[index] in ",;":
            if label:
                return False
        else:
            return False
        index += 1
    return items > 1 and label == 0
