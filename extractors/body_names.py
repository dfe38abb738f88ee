"""How far the name of an organisation goes: a head word and what belongs to it."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.body_heads import NAMELESS, UNION_BOARDS, WHOLE
from extractors.body_holders import OFFICE_ENDS
from extractors.body_phrases import (
    HEAD_ROWS,
    ORGAN_ROWS,
    Phrase,
    match_width,
    stands,
    words_of,
)
from extractors.body_reader import BodyReader, after_abbreviation
from extractors.entities import BodyType
from extractors.person_names import SURNAMES, name_stop
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, is_capital, is_lower

MAX_NAME = 24
# "công ty Nhật" names no firm; "công ty Hoa Sen" does.
MIN_LOWER = 2


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body, in token indices."""

    first: int
    """Its first token."""
    stop: int
    """One past its last token."""
    head_stop: int
    """One past its head: what stands after it tells the body from others of its sort."""
    type: BodyType
    """What sort of body it is."""
    named: bool = True
    """Whether more than sorts and legal forms stand behind the head: "Công đoàn Tổng công ty" has no name."""


_WHOLE = frozenset(words_of(head) for head in WHOLE)
_NAMELESS = frozenset(words_of(one) for one in NAMELESS)
_UNION_BOARDS = frozenset(words_of(one) for one in UNION_BOARDS)
_LOWER_HEADS = frozenset(
    words_of(one)
    for one in (
        *("trường", "công ty", "bệnh viện", "nhà máy", "xí nghiệp", "tổng công ty"),
        *("nghiệp đoàn", "báo"),
    )
)
# "công trường Nhà máy Gạch", "thông báo Ban Giám đốc": compounds that only end like a head.
_COMPOUNDS = {
    spelling(head): frozenset(spelling(one) for one in befores)
    for head, befores in (
        ("trường", ("công", "thị", "hiện", "hội", "môi", "chiến", "quảng", "lập", "nông", "lâm")),
        ("báo", ("thông", "cảnh", "dự", "tình", "khai", "điện", "nhà", "đã", "để", "kịp", "phải")),
    )
}
_BOARD = words_of("ban")
# "Thường trực" is an organ only where no office ends with it: "Phó Chủ tịch Thường trực".
_STANDING = words_of("thường trực")
# "Công đoàn Xí nghiệp" stands for one that was named before; so does no other sort of legal form alone.
_FIRST_WORDS = frozenset((*HEAD_ROWS, *ORGAN_ROWS))


def may_begin(norm: str) -> bool:
    """Say whether any head begins with a norm; cheap enough to ask of every token."""
    return norm in _FIRST_WORDS


def body_at(
    tokens: Tokens, first: int, limit: int, is_place: Callable[[str], bool]
) -> BodyName | None:
    """Read the name of a body that begins at a token, up to `limit`; None where none begins there.

    The head must be capitalised (or an abbreviation), or hold another capitalised head: "công đoàn Công ty May Hoa
    Sen". `is_place` says whether a folded name is a known province or district, which tells places from people where
    both may follow a rank: "LĐLĐ huyện Hà Trung", "LĐLĐ huyện Hà Văn Trung".
    """
    if tokens.kinds[first] != TokenKind.WORD:
        return None
    organ = match_width(ORGAN_ROWS, tokens, first, limit)
    if (
        organ
        and first
        and stands(tokens, first, _STANDING)
        and tokens.norms[first - 1] in OFFICE_ENDS
    ):
        return None
    if organ and tokens.words[first][0].isupper():
        inner = _with_head(tokens, first + organ, limit, is_place)
        if inner is not None:
            return BodyName(first, inner.stop, inner.head_stop, inner.type)
    if not tokens.words[first][0].isupper():
        return _lower_head(tokens, first, limit, is_place)
    return _with_head(tokens, first, limit, is_place)


def _lower_head(
    tokens: Tokens, first: int, limit: int, is_place: Callable[[str], bool]
) -> BodyName | None:
    """Read "công đoàn Công ty May Hoa Sen" and "trường THCS Hoa Sen", whose own heads are not capitalised."""
    if first and tokens.norms[first - 1] in _COMPOUNDS.get(tokens.norms[first], ()):
        return None
    for words, kind in HEAD_ROWS.get(tokens.norms[first], ()):
        stop = first + len(words)
        if kind is BodyType.UNION and stands(tokens, first, words) and stop < limit:
            upper = tokens.words[stop][0].isupper()
            inner = _with_head(tokens, stop, limit, is_place) if upper else None
            if inner is not None:
                return BodyName(first, inner.stop, stop, kind)
            if words not in _LOWER_HEADS:
                return None
        if words in _LOWER_HEADS and stop < limit and stands(tokens, first, words):
            upper = is_capital(tokens, stop)
            body = _with_head(tokens, first, limit, is_place) if upper else None
            long = body is not None and body.head_stop == stop and body.stop - stop >= MIN_LOWER
            if long and kind is BodyType.PRESS and _is_told(tokens, stop, limit, is_place):
                return None
            return body if long else None
    return None


def _is_told(tokens: Tokens, at: int, limit: int, is_place: Callable[[str], bool]) -> bool:
    """Say whether "báo" is the verb, with a person or another body behind it: "báo Nguyễn Lan", "báo Công an xã"."""
    stop = name_stop(tokens, at, limit)
    person = tokens.norms[at] in SURNAMES and stop - at >= MIN_LOWER
    place = any(is_place(tokens.norm(at, end)) for end in range(at + MIN_LOWER, stop + 1))
    return (person and not place) or tokens.norms[at] in _FIRST_WORDS


def _with_head(
    tokens: Tokens, first: int, limit: int, is_place: Callable[[str], bool]
) -> BodyName | None:
    longer = first
    for words, kind in HEAD_ROWS.get(tokens.norms[first], ()) if first < limit else ():
        head_stop = first + len(words)
        if head_stop > limit or not stands(tokens, first, words):
            continue
        at = after_abbreviation(tokens, head_stop, limit)
        reader = BodyReader(tokens, words, kind, at, min(limit, first + MAX_NAME), is_place)
        stop = reader.read()
        if stop == at:
            stop = head_stop if words in _WHOLE else first
        longer = max(longer, head_stop)
        if head_stop < stop < longer:
            # "Bộ Tư lệnh" alone is no ministry: the name ends inside a longer head.
            continue
        if stop > first and not _is_nameless(tokens, words, head_stop, stop):
            if reader.generic:
                return None
            if words == _BOARD:
                kind = _board_type(tokens, head_stop, stop)
            if kind is BodyType.COMPANY and not reader.named:
                return None
            return BodyName(first, stop, head_stop, kind, reader.named or stop == head_stop)
    return None


def _board_type(tokens: Tokens, at: int, stop: int) -> BodyType:
    return BodyType.UNION if tuple(tokens.norms[at:stop]) in _UNION_BOARDS else BodyType.OTHER


def _is_nameless(tokens: Tokens, head: Phrase, at: int, stop: int) -> bool:
    """Say whether it is a board named by its task alone, such as "Ban Tổ chức"; one syllable is never a whole task."""
    if head != _BOARD:
        return False
    cut = stop - at == 1 and stop < len(tokens) and is_lower(tokens, stop)
    return cut or tuple(tokens.norms[at:stop]) in _NAMELESS
