"""Bodies, offices and persons as they stand in a sentence: where each begins and ends, and what kind it is."""

from dataclasses import dataclass
from enum import StrEnum

from extractors.body_heads import HEADS, NOUN_HEADS, ORGANS
from extractors.body_phrases import HEAD_TYPES, ORGAN_PHRASES, words_of
from extractors.body_reader import BodyReader, after_abbreviation
from extractors.entities import BodyType
from extractors.gazetteer import is_known_place
from extractors.giver_words import (
    AFTER_WHOLE,
    BEARERS,
    BOARDS,
    CALLINGS,
    COLLECTIVES,
    COMMON_NOUNS,
    FIRMS,
    GROUPS,
    STANDING,
    WHOLE,
)
from extractors.person_names import FREQUENT, SECOND, SURNAMES, name_stop
from extractors.person_words import ADDRESSES, OFFICES, TITLES
from extractors.phrase_table import PhraseTable, phrases
from extractors.tokens import Tokens, is_capital, is_shouted

MAX_TOKENS = 30


class BodyKind(StrEnum):
    """What a name stands for."""

    BODY = "body"
    """A union, an authority, a school …: a collective."""
    COMPANY = "company"
    """An enterprise."""
    OFFICE = "office"
    """An office held by a person, such as "Chủ tịch UBND tỉnh"."""
    PERSON = "person"
    """A person."""
    PEOPLE = "people"
    """A household."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body, office or person, in token indices."""

    first: int
    """Its first token."""
    stop: int
    """One past its last token."""
    kind: BodyKind
    """What it is."""


_DEPUTED = words_of("đại diện")
_GROUPS = frozenset(words_of(one) for one in GROUPS)
_ACTING = _GROUPS | ORGAN_PHRASES | {words_of(one) for one in BOARDS}
_FIRMS = frozenset(HEADS[BodyType.COMPANY]) - COLLECTIVES
# A former officer acts for nobody.
_OFFICES = tuple(one for one in OFFICES if not one.startswith("nguyên "))
_HEADS = tuple(head for heads in HEADS.values() for head in heads)
BODIES: PhraseTable[BodyKind] = PhraseTable(
    phrases(BodyKind.BODY, (head for head in _HEADS if head not in NOUN_HEADS))
    | phrases(BodyKind.BODY, (*ORGANS, *BOARDS))
    | phrases(BodyKind.BODY, STANDING)
    | phrases(BodyKind.COMPANY, (head for head in _FIRMS if head not in NOUN_HEADS))
    | phrases(BodyKind.COMPANY, FIRMS)
    | phrases(BodyKind.OFFICE, (*_OFFICES, *BEARERS))
)
BEFORE_NAME: PhraseTable[BodyKind] = PhraseTable(
    phrases(BodyKind.BODY, NOUN_HEADS)
    | phrases(BodyKind.BODY, COMMON_NOUNS)
    | phrases(BodyKind.PERSON, (*ADDRESSES, *TITLES, *CALLINGS))
)


def read_body(tokens: Tokens, at: int, stop: int) -> Body | None:
    """Read the body, office or person whose name begins at a token; the end is bounded by `stop` and `MAX_TOKENS`."""
    stop = min(stop, at + MAX_TOKENS)
    if tokens.norms[at + 1 : at + 2] in (["thị"], ["văn"]) and tokens.words[at + 1].istitle():
        # Surnames that are heads of bodies too: Đoàn Thị Bưởi, Hội Văn Sơn.
        person = read_name(tokens, at, stop)
        if person is not None and person.stop - at >= 3:
            return person
    read = BODIES.read(tokens.norms, at, stop)
    if read is not None:
        return _named(tokens, at, *read, stop)
    read = BEFORE_NAME.read(tokens.norms, at, stop)
    if read is None:
        return None
    head, kind = read
    if kind == BodyKind.PERSON:
        return _addressed(tokens, at, head, stop)
    body = _named(tokens, at, head, kind, stop)
    return body if body.stop > head or _stands_whole(tokens, at, head) else None


def _named(tokens: Tokens, at: int, head: int, kind: BodyKind, stop: int) -> Body:
    """Read the name behind the head of a body or office; the holder of an office is no part of it."""
    office = kind == BodyKind.OFFICE
    if office and _person_begins(tokens, head, stop):
        return Body(at, head, kind)
    acts = office or tuple(tokens.norms[at:head]) in _ACTING
    return Body(at, _name_stop(tokens, at, head, stop, acts=acts), kind)


def _addressed(tokens: Tokens, at: int, head: int, stop: int) -> Body | None:
    """Read the name behind a form of address, unless an office or body stands there: "đồng chí Chủ tịch", "công nhân Công ty"."""
    head += head < stop and tokens.words[head] == "."
    if head >= stop or not is_capital(tokens, head):
        return None
    if BODIES.read(tokens.norms, head, stop) is not None:
        return None
    end = head
    while end < min(stop, head + 6) and (
        is_capital(tokens, end)
        or (tokens.words[end] == "." and end + 1 < stop and tokens.glued(end + 1))
    ):
        end += 1
    return Body(at, end, BodyKind.PERSON)


def _stands_whole(tokens: Tokens, at: int, head: int) -> bool:
    """Say whether a common noun with a capital stands for a body that was named before: "Sở đã tặng"."""
    if tokens.norms[at] not in WHOLE or not is_capital(tokens, at):
        return False
    return tokens.norms[head : head + 1] in AFTER_WHOLE


def read_name(tokens: Tokens, at: int, stop: int) -> Body | None:
    """Read a person's name without a word of address: a surname and one to four capitalised words."""
    if not is_capital(tokens, at):
        return None
    if tokens.norms[at] not in FREQUENT and not _rare_name(tokens, at, stop):
        return None
    end = name_stop(tokens, at, stop)
    if tokens.words[at].isupper() and is_shouted(tokens, max(at - 2, 0), end + 2):
        # "CAO ĐẲNG NGHỀ …" in a headline; "Họ và tên: CAO VĂN NẾP" is a name.
        return None
    return Body(at, end, BodyKind.PERSON) if end >= at + 2 else None


def _rare_name(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether a rarer surname and a usual middle name begin at a token (Khổng Văn Tẻo, Lò Thị Mẩy)."""
    if at + 2 >= stop or not is_capital(tokens, at + 2) or not tokens.words[at + 1].istitle():
        return False
    return tokens.norms[at + 1] in SECOND and tokens.norms[at] in SURNAMES


def read_bodies(tokens: Tokens, at: int, stop: int) -> Body | None:
    """Read one body or several joined by commas and "và" as one stretch."""
    whole = read_body(tokens, at, stop)
    while whole is not None and whole.kind != BodyKind.PERSON and whole.stop + 1 < stop:
        sign = tokens.norms[whole.stop]
        if sign not in (",", "và", "&", "cùng"):
            break
        after = whole.stop + 1
        if sign == "," and tokens.norms[after] == "và":
            after += 1
        joined = read_body(tokens, after, stop) if after < stop else None
        if joined is None or joined.kind == BodyKind.PERSON:
            break
        if joined.kind == BodyKind.OFFICE and sign == "," and tokens.norms[whole.first] == "lãnh":
            break
        whole = Body(whole.first, joined.stop, whole.kind)
    return whole


def read_behind(tokens: Tokens, at: int, head: int, stop: int) -> int:
    """Give one past the name behind the noun of a group, "đội bóng | Công đoàn Cảng Vàm"; `head` where none stands there."""
    return _name_stop(tokens, at, head, stop, acts=True)


def _name_stop(tokens: Tokens, at: int, head: int, stop: int, *, acts: bool) -> int:
    """Give one past the name behind a head: that of the body that it acts for or is part of, or its own."""
    if head >= stop:
        return head
    phrase = tuple(tokens.norms[at:head])
    if acts:
        inner = read_body(tokens, head, stop)
        if inner is not None and phrase == _DEPUTED and inner.kind == BodyKind.OFFICE:
            # "đại diện | lãnh đạo Công đoàn": whoever was sent, the leaders give.
            return head
        if inner is not None and inner.kind != BodyKind.PERSON:
            named = any(is_capital(tokens, index) for index in range(head, inner.stop))
            return head if phrase in _GROUPS and not named else inner.stop
    sort = HEAD_TYPES.get(phrase, BodyType.OTHER)
    begin = after_abbreviation(tokens, head, stop)
    reader = BodyReader(tokens, phrase, sort, begin, stop, is_known_place, acts_for_any=acts)
    end = reader.read()
    return end if end > begin else head


def _person_begins(tokens: Tokens, at: int, stop: int) -> bool:
    name = read_name(tokens, at, stop)
    if name is not None and name.stop - at >= 4 and tokens.norms[at + 1] in FREQUENT:
        # The last syllable of a place before a person: "tỉnh Nam Hà Trần Văn Bưởi".
        return False
    return name is not None and name.stop - name.first >= 2 and tokens.norms[at] != "hồ"
