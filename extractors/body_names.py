"""How far the name of an organisation goes: a head word and what belongs to it."""

from dataclasses import dataclass

from extractors.body_words import BARE_HEADS, BARE_RANKS, FIELDS, HEADS, SIGNS, SORTS
from extractors.entities import BodyType
from extractors.person_names import COMMON, name_stop
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, tokenize

NAMED_AFTER_PEOPLE = frozenset((BodyType.SCHOOL, BodyType.HOSPITAL, BodyType.COMPANY))
MAX_NAME = 24
MAX_GAP = 5


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body, in token indices."""

    first: int
    stop: int
    head_stop: int
    type: BodyType


def head_table() -> dict[str, list[tuple[tuple[str, ...], BodyType]]]:
    """Give the heads by their first norm, longer ones first."""
    table: dict[str, list[tuple[tuple[str, ...], BodyType]]] = {}
    for kind, phrases in HEADS.items():
        for phrase in phrases:
            words = tuple(tokenize(phrase).norms)
            table.setdefault(words[0], []).append((words, kind))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


_TABLE = head_table()
_BARE_HEADS = frozenset(spelling(head) for head in BARE_HEADS)
_BARE_RANKS = frozenset(tuple(tokenize(rank).norms) for rank in BARE_RANKS)
_RANK_ENDS = frozenset(rank[-1] for rank in _BARE_RANKS)
_NAMED_SORTS = frozenset(
    spelling(one) for one in ("trường", "học", "thpt", "thcs", "non", "chuyên", "đường", "phố")
)
_NUMBERED = frozenset(("quận", "phường", "số", "khu vực"))
_PHRASES: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
_HEADS = (phrase for phrases in HEADS.values() for phrase in phrases)
for _phrase in sorted({*FIELDS, *SORTS, *_HEADS}, key=lambda one: (-len(one), one)):
    _words = tuple(tokenize(_phrase).norms)
    _PHRASES.setdefault(_words[0], []).append((_words, _phrase in FIELDS))


def body_at(tokens: Tokens, first: int, limit: int) -> BodyName | None:
    """Read the name of a body that begins at a token, up to `limit`; None where none begins there.

    The head must be capitalised (or an abbreviation) and at least one capitalised word or number must follow it.
    """
    if tokens.kinds[first] != TokenKind.WORD or not tokens.words[first][0].isupper():
        return None
    for words, kind in _TABLE.get(tokens.norms[first], ()):
        head_stop = first + len(words)
        if head_stop <= limit and tuple(tokens.norms[first:head_stop]) == words:
            end = min(limit, first + MAX_NAME)
            stop = _name_stop(tokens, head_stop, end, person_ends=kind not in NAMED_AFTER_PEOPLE)
            if stop == head_stop and " ".join(words) in _BARE_HEADS:
                stop = _rank_stop(tokens, head_stop, limit)
            if stop > head_stop:
                return BodyName(first, stop, head_stop, kind)
    return None


def _rank_stop(tokens: Tokens, at: int, limit: int) -> int:
    """Give one past the rank that alone names a body ("UBND tỉnh"); `at` where none follows."""
    for width in (2, 1):
        if at + width <= limit and tuple(tokens.norms[at : at + width]) in _BARE_RANKS:
            return at + width
    return at


def _name_stop(tokens: Tokens, at: int, limit: int, *, person_ends: bool) -> int:
    """Give one past the last token of the name that goes on at `at`; `at` where it does not.

    What counts as part of the name: capitalised words, numbers after them, fields of work; sorts of body, "và" and
    signs only where one of those follows.
    """
    stop = index = at
    while index < limit and index - stop < MAX_GAP:
        if person_ends and index > at and _is_person(tokens, index, limit):
            break
        width, is_field = _phrase_width(tokens, index, limit)
        if width and _is_part(tokens, index, at, is_field):
            stop = index = index + width
        elif not width and _carries(tokens, index):
            stop = index = index + 1
        elif width and not _begins_another(tokens, index):
            index += width
        elif _is_joint(tokens, index, at, limit):
            index += 1
        else:
            break
    return stop


def _is_part(tokens: Tokens, index: int, at: int, is_field: bool) -> bool:
    """Say whether a fixed phrase is part of the name where it stands: capitalised, or a field right after a sort."""
    if _is_capital(tokens, index):
        return tokens.norms[index] != "và"
    return is_field and index > at and tokens.norms[index - 1] in ("ngành", "và", "-", "–")


def _is_joint(tokens: Tokens, index: int, at: int, limit: int) -> bool:
    """Say whether a sign joins two parts: a dash or point, or a comma before a further field of work."""
    if index == at or index + 1 >= limit or not _is_capital(tokens, index + 1):
        return False
    if tokens.words[index] == ",":
        return _phrase_width(tokens, index + 1, limit)[1]
    return tokens.words[index] in SIGNS


def _is_person(tokens: Tokens, index: int, limit: int) -> bool:
    """Say whether a person's name begins here: "UBND xã Hòa An Nguyễn Văn Lộc"; "xã Nguyễn Huân" is a place."""
    before = tokens.norms[index - 1]
    named = before in _RANK_ENDS or before in _NAMED_SORTS
    return (
        tokens.norms[index] in COMMON and not named and name_stop(tokens, index, limit) - index >= 2
    )


def _phrase_width(tokens: Tokens, index: int, limit: int) -> tuple[int, bool]:
    """Give the length of the fixed phrase at a token and whether it is a field of work; 0 where there is none."""
    for words, is_field in _PHRASES.get(tokens.norms[index], ()):
        stop = index + len(words)
        if stop <= limit and tuple(tokens.norms[index:stop]) == words:
            return len(words), is_field
    return 0, False


def _is_capital(tokens: Tokens, index: int) -> bool:
    return tokens.kinds[index] == TokenKind.WORD and tokens.words[index][0].isupper()


def _carries(tokens: Tokens, index: int) -> bool:
    if tokens.kinds[index] == TokenKind.NUMBER:
        return tokens.norms[index - 1] in _NUMBERED or _is_capital(tokens, index - 1)
    return _is_capital(tokens, index)


def _begins_another(tokens: Tokens, index: int) -> bool:
    """Say whether "và" joins another body and not a further word of this one."""
    if tokens.norms[index] != "và" or index + 1 >= len(tokens):
        return False
    heads = _TABLE.get(tokens.norms[index + 1], ())
    return any(
        tuple(tokens.norms[index + 1 : index + 1 + len(words)]) == words for words, _ in heads
    )
