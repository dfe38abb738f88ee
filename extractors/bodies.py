"""Bodies, offices and persons as they stand in a sentence: where each begins and ends, and what kind it is."""

from dataclasses import dataclass
from enum import StrEnum

from extractors.giver_words import (
    AFTER_WHOLE,
    AND_TAILS,
    BODY_HEADS,
    CAPITAL_HEADS,
    COMPANIES,
    LOWER_BODIES,
    NOT_INSIDE,
    NUMBERED,
    OFFICES,
    PERSONS,
    SECOND,
    SURNAMES,
    TAILS,
    WHOLE,
)
from extractors.person_names import SURNAMES as RARE_SURNAMES
from extractors.phrase_table import PhraseTable, phrases, words
from extractors.tokens import TokenKind, Tokens

MAX_TOKENS = 30
MIDDLE_NAMES = words(
    "thị văn hữu đức xuân ngọc thanh minh công quang đình bá huy quốc thu hoàng tiến duy trọng ích chí thế như bích tuấn phương diệu"
    " gia hải hồng khắc khánh mạnh nhật phúc phước sỹ sĩ tấn thành thái thiện thúy thùy tường viết việt vĩnh anh bảo cẩm hoài"
)


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


BODIES: PhraseTable[BodyKind] = PhraseTable(
    phrases(BodyKind.BODY, BODY_HEADS)
    | phrases(BodyKind.BODY, LOWER_BODIES)
    | phrases(BodyKind.COMPANY, COMPANIES)
    | phrases(BodyKind.OFFICE, OFFICES)
)
BEFORE_CAPITAL: PhraseTable[BodyKind] = PhraseTable(
    phrases(BodyKind.BODY, CAPITAL_HEADS) | phrases(BodyKind.PERSON, PERSONS)
)


def is_capital(tokens: Tokens, index: int) -> bool:
    """Say whether a token is a word that begins with a capital."""
    return tokens.kinds[index] == TokenKind.WORD and tokens.words[index][0].isupper()


def is_shouted(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a stretch is printed in capitals, so that a capital shows no name."""
    seen = [w for w in tokens.words[first:stop] if w[0].isalpha() and len(w) > 1]
    return len(seen) > 3 and sum(w.isupper() for w in seen) * 10 > len(seen) * 7


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
        head, kind = read
        if kind == BodyKind.BODY and head == at + 1 and tokens.norms[at] in ("trung",):
            return None
        return _grow(tokens, at, head, stop, kind)
    read = BEFORE_CAPITAL.read(tokens.norms, at, stop)
    if read is not None:
        head, kind = read
        if kind == BodyKind.PERSON and head < stop and tokens.words[head] in ".":
            head += 1
        unit = tokens.norms[at] in NUMBERED and tokens.kinds[head : head + 1] == [TokenKind.NUMBER]
        if (
            unit
            and kind == BodyKind.BODY
            and len(tokens.words[head]) < 4
            and is_capital(tokens, at)
        ):
            return _grow(tokens, at, head, stop, kind)
        whole = (
            kind == BodyKind.BODY
            and tokens.norms[at] in WHOLE
            and is_capital(tokens, at)
            and tokens.norms[head : head + 1] in AFTER_WHOLE
        )
        if whole and not (head < stop and is_capital(tokens, head)):
            return _grow(tokens, at, head, stop, kind)
        if head < stop and is_capital(tokens, head):
            if kind == BodyKind.PERSON:
                office = BODIES.read(tokens.norms, head, stop)
                if office is not None and office[1] == BodyKind.OFFICE:
                    return None
                return _person(tokens, at, head, stop)
            return _grow(tokens, at, head, stop, kind)
        return None
    return None


def read_name(tokens: Tokens, at: int, stop: int) -> Body | None:
    """Read a person's name without a word of address: a surname and one to four capitalised words."""
    if not is_capital(tokens, at):
        return None
    if tokens.norms[at] not in SURNAMES and not _rare_name(tokens, at, stop):
        return None
    end = at + 1
    while end < min(stop, at + 5) and is_capital(tokens, end) and tokens.words[end].istitle():
        end += 1
    return Body(at, end, BodyKind.PERSON) if end >= at + 2 else None


def _rare_name(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether a rarer surname and a usual middle name begin at a token (Khổng Văn Tẻo, Lò Thị Mẩy)."""
    if at + 2 >= stop or not is_capital(tokens, at + 2) or not tokens.words[at + 1].istitle():
        return False
    return tokens.norms[at + 1] in MIDDLE_NAMES and tokens.norms[at] in RARE_SURNAMES


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


def _person(tokens: Tokens, at: int, head: int, stop: int) -> Body:
    end = head
    while end < min(stop, head + 6) and (
        is_capital(tokens, end)
        or (tokens.words[end] == "." and end + 1 < stop and tokens.glued(end + 1))
    ):
        end += 1
    return Body(at, end, BodyKind.PERSON)


def _grow(tokens: Tokens, at: int, head: int, stop: int, kind: BodyKind) -> Body:
    """Go on from the head over capitalised words, tails, numbers of units and joined fields."""
    end = head
    shouted = is_shouted(tokens, at, stop)
    while end < stop:
        step = _step(tokens, at, head, end, stop, kind=kind, shouted=shouted)
        if step == end:
            break
        end = step
    return Body(at, end, kind)


def _step(
    tokens: Tokens, at: int, head: int, end: int, stop: int, *, kind: BodyKind, shouted: bool
) -> int:
    """Give the end after one more piece, or the same end where the name is over."""
    word, norm = tokens.words[end], tokens.norms[end]
    if tokens.kinds[end] == TokenKind.NUMBER:
        numbered = tokens.norms[end - 1] in NUMBERED or is_capital(tokens, end - 1)
        return end + 1 if numbered and word.isdigit() and len(word) < 4 else end
    if tokens.kinds[end] == TokenKind.WORD:
        person = kind == BodyKind.OFFICE and word.istitle() and _person_begins(tokens, end, stop)
        if norm in TAILS and not person:
            split = norm == "liên" and tokens.norms[end + 1 : end + 2] not in (["hiệp"], ["đoàn"])
            split = split or (norm == "tiếp" and tokens.norms[end - 1] != "trực")
            return end if split else end + 1
        if norm in SECOND and not shouted and tokens.words[end - 1].istitle() and end > at:
            return end + 1
        if not shouted and not word[0].isupper() and _inside_name(tokens, head, end, stop):
            return end + 1
        if shouted or not word[0].isupper():
            joined = norm == "và" and end + 2 < stop and tokens.norms[end + 1] in AND_TAILS
            return end + 2 if joined and is_capital(tokens, end - 1) else end
        if kind == BodyKind.OFFICE and end > at and _person_begins(tokens, end, stop):
            return end
        if end > head and read_verbless_person(tokens, end, stop):
            return end
        return end + 1
    if word == "." and tokens.norms[end - 1] in ("q", "p", "tp", "tx", "h", "t") and end + 1 < stop:
        return end + 2
    if (
        word in "&-–"
        and end + 1 < stop
        and is_capital(tokens, end + 1)
        and is_capital(tokens, end - 1)
    ):
        spaced = not tokens.glued(end)
        office = BODIES.read(tokens.norms, end + 1, stop)
        if word == "&" or not spaced or (office is None and tokens.norms[end + 1] not in SURNAMES):
            return end + 2
    return end


def _inside_name(tokens: Tokens, head: int, at: int, stop: int) -> bool:
    """Say whether a lower-case word stands between capitalised ones of a name ("Dệt may Phú Lâm")."""
    if at <= head or not is_capital(tokens, at - 1) or tokens.norms[at] in NOT_INSIDE:
        return False
    after = at + 1
    if after < stop and tokens.kinds[after] == TokenKind.WORD and tokens.words[after].islower():
        if tokens.norms[after] in NOT_INSIDE:
            return False
        after += 1
    return after < stop and is_capital(tokens, after) and tokens.norms[after] not in SURNAMES


def _person_begins(tokens: Tokens, at: int, stop: int) -> bool:
    name = read_name(tokens, at, stop)
    if name is not None and name.stop - at >= 4 and tokens.norms[at + 1] in SURNAMES:
        # The last syllable of a place before a person: "tỉnh Nam Hà Trần Văn Bưởi".
        return False
    return name is not None and name.stop - name.first >= 2 and tokens.norms[at] != "hồ"


def read_verbless_person(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether a person's name of three words or more stands right after the end of a body's name."""
    before = tokens.norms[at - 1]
    ended = before in ("phố", "tỉnh", "huyện", "quận", "xã", "ương", "phủ") or (
        before == "nam" and tokens.norms[at - 2] == "việt"
    )
    if not ended or not _person_begins(tokens, at, stop):
        return False
    name = read_name(tokens, at, stop)
    return name is not None and name.stop - name.first >= 3
