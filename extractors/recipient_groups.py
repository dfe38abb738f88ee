"""Groups of receivers: a noun or a name by itself, a counted noun, and the names behind it."""

from dataclasses import dataclass

from extractors.bodies import Body, BodyKind, read_behind, read_body, read_name
from extractors.phrase_table import words
from extractors.recipient_nouns import NOUNS
from extractors.records import Figure, Modifier, RecipientKind
from extractors.tokens import TokenKind, Tokens, is_capital, is_shouted

Kind = RecipientKind


@dataclass(frozen=True, slots=True)
class Group:
    """A group of receivers, in token indices."""

    first: int
    """Its first token, the number included."""
    stop: int
    """One past its head noun or name."""
    kind: RecipientKind
    """What sort it is."""
    count: float | None = None
    """How many."""
    name: str | None = None
    """Its name as written."""
    numbered: bool = False
    """Whether a number stands with it, also one for two kinds together."""
    names: tuple[str, ...] = ()
    """Names of its members, where the text lists them behind the noun ("hai đội A và B")."""


# Words between a number or a plural mark and the noun, or before a noun that stands for a group.
_FILLERS = words("nữ nam tân cựu lượt bạn vị đồng tấm gương")
PLURALS = words(
    "tất cả đông đảo các những nhiều một số toàn hàng trăm nghìn ngàn chục vạn mỗi hai vài"
)
HEDGES = words("hơn gần trên khoảng chừng ước tới đến cả không quá tối đa thiểu ít nhất")
MAX_MEMBERS = 12
_WHOLE = ["tập", "thể"]
_HOLDS = ["tổ", "chức"]
_ORGANISED = words(
    "công đảng cơ cá chính xã đoàn tín quần phi hành được và đạt nhận có quốc này đó nào của trong ở"
) | {
    *(",", ".", ";", "(", ")"),
}
_INTRODUCES = frozenset({":", "là", "gồm"})
JOINTS = frozenset({",", "và", "&", "cùng", "/", "-", "–", "với", "hoặc", "+"})
# Abbreviations of people begin so (cán bộ, công nhân, đoàn viên, học sinh): CBGVNV, CNVCLĐ.
_PEOPLE = ("CB", "CN", "ĐV", "HS", "CCVC")
_BODY_RECIPIENTS = {
    BodyKind.BODY: Kind.COLLECTIVE,
    BodyKind.COMPANY: Kind.ENTERPRISE,
    BodyKind.PERSON: Kind.INDIVIDUAL,
    BodyKind.OFFICE: Kind.INDIVIDUAL,
    BodyKind.PEOPLE: Kind.HOUSEHOLD,
}


def read_groups(tokens: Tokens, at: int, stop: int) -> list[Group]:
    """Read groups without a number joined by commas and "và", from a token on."""
    found: list[Group] = []
    while at < stop:
        while at < stop and tokens.norms[at] in PLURALS:
            at += 2 if tokens.norms[at : at + 2] == ["toàn", "thể"] else 1
        group = read_group(tokens, at, stop) if at < stop else None
        if group is None:
            break
        found.append(group)
        at = group.stop
        if at < stop and tokens.norms[at] in JOINTS:
            at += 1
            if at < stop and tokens.norms[at] == "và":
                at += 1
        elif not (
            tokens.norms[group.first : at] == ["tập", "thể"]
            and tokens.norms[at : at + 2] == ["cá", "nhân"]
        ):
            break
    return found


def read_group(tokens: Tokens, at: int, stop: int) -> Group | None:
    """Read a group without a number that begins at a token: named, or a noun of receivers."""
    body = read_body(tokens, at, stop)
    noun = NOUNS.read(tokens.norms, at, stop)
    if body is not None and body.kind == BodyKind.PERSON and noun is not None and noun[0] < stop:
        # "công nhân Công ty Gỗ …": the firm, no person called "Công".
        inner = read_body(tokens, noun[0], stop)
        if inner is not None and inner.kind != BodyKind.PERSON and inner.stop > body.stop:
            return Group(at, inner.stop, noun[1], name=tokens.text(at, inner.stop))
    if body is not None and (noun is None or body.stop > noun[0]):
        name = tokens.text(body.first, body.stop)
        kind = _BODY_RECIPIENTS[body.kind]
        if noun is not None and body.kind == BodyKind.COMPANY:
            kind = noun[1]
        if tokens.norms[at] == "lãnh" and any(
            w[0].isupper() for w in tokens.words[at + 1 : body.stop]
        ):
            kind = Kind.COLLECTIVE
        return Group(at, body.stop, kind, name=name)
    if noun is not None and tokens.norms[at : noun[0]] == _HOLDS and noun[0] < stop:
        # "tổ chức lễ kỷ niệm": the verb, no organisation.
        noun = noun if tokens.norms[noun[0]] in _ORGANISED else None
        if noun is None:
            return None
    if noun is not None and tokens.norms[at : at + 2] == _WHOLE and noun[0] < stop:
        whole = _whole(tokens, at, at + 2, stop)
        if whole is not None:
            return whole
    if noun is not None:
        end, kind = noun
        if tokens.norms[at] == "lớp" and tokens.kinds[end : end + 1] == [TokenKind.NUMBER]:
            return None
        if kind == Kind.WORK and end + 2 < stop and tokens.words[end] in "“\"‘'":
            return Group(at, end, kind, name=quoted_name(tokens, end + 1, stop))
        if kind == Kind.HOUSEHOLD:
            holder = read_body(tokens, end, stop) if end < stop else None
            if holder is not None and holder.kind == BodyKind.PERSON:
                return Group(at, holder.stop, kind, name=tokens.text(at, holder.stop))
        code = end < stop and _is_code(tokens.words[end])
        named = end < stop and is_capital(tokens, end) and not tokens.words[end].isupper()
        if code:
            return Group(at, end + 1, kind, name=tokens.text(at, end + 1))
        if named:
            grown = read_behind(tokens, at, end, stop)
            return Group(at, grown, kind, name=tokens.text(at, grown))
        return Group(at, end, kind)
    person: Body | None = read_name(tokens, at, stop)
    if person is not None:
        return Group(at, person.stop, Kind.INDIVIDUAL, name=tokens.text(at, person.stop))
    word = tokens.words[at]
    if len(word) > 2 and word.isupper() and word.isalpha() and not is_shouted(tokens, at, stop):
        people = word.startswith(_PEOPLE)
        kind = Kind.INDIVIDUAL if people else Kind.COLLECTIVE
        return Group(at, at + 1, kind, name=None if people else word)
    return None


def _whole(tokens: Tokens, at: int, end: int, stop: int) -> Group | None:
    """Read "tập thể" with the people it consists of and where they work ("tập thể nữ công nhân Xưởng May 2")."""
    if tokens.norms[end : end + 2] == ["cá", "nhân"] or NOUNS.read(tokens.norms, end, stop) is None:
        return None
    for index in range(end, min(stop, end + 8)):
        people = NOUNS.read(tokens.norms, index + 1, stop) if index + 1 < stop else None
        more = tokens.norms[index] in (",", "và") and people is not None
        if tokens.norms[index] in (",", "và", "được", "đạt", "nhận", ";", "(") and not more:
            return None
        if is_capital(tokens, index):
            inner = read_group(tokens, index, stop)
            named = inner is not None and inner.name is not None
            if inner is None or not named or inner.kind == Kind.INDIVIDUAL:
                return None
            return Group(at, inner.stop, Kind.COLLECTIVE, name=tokens.text(at, inner.stop))
    return None


def _is_code(word: str) -> bool:
    """Say whether a word is the code name of a unit ("Xưởng X74")."""
    return word[0].isalpha() and any(c.isdigit() for c in word)


def quoted_name(tokens: Tokens, at: int, stop: int) -> str | None:
    """Give the name up to the closing mark."""
    end = at
    while end < min(stop, at + 12) and tokens.words[end] not in "”\"’'":
        end += 1
    return tokens.text(at, end) or None


def read_counted(tokens: Tokens, at: int, figure: tuple[int, Figure], stop: int) -> list[Group]:
    """Read the noun behind a number, or the two kinds that one number counts; empty where nobody is counted."""
    after, record = figure
    noun = _noun(tokens, after, stop)
    if noun is None:
        return []
    _, end, kind = noun
    kinds = [(kind, end)]
    while end + 1 < stop and tokens.norms[end] in JOINTS:
        more = NOUNS.read(tokens.norms, end + 1, stop)
        if more is None:
            break
        if more[1] in [k for k, _ in kinds]:
            # "37 công trình, phần việc": a further word for the same things.
            if len(kinds) == 1 and tokens.words[end + 1][0].islower():
                end = more[0]
                kinds = [(more[1], end)]
                continue
            break
        if more[1] != Kind.INDIVIDUAL and not tokens.words[end + 1][0].islower():
            break
        end = more[0]
        kinds.append((more[1], end))
    if len(kinds) == 1:
        nxt = NOUNS.read(tokens.norms, end, stop)
        both = {kind, nxt[1]} if nxt else set()
        if both == {Kind.COLLECTIVE, Kind.INDIVIDUAL} and tokens.norms[end : end + 2] == [
            "cá",
            "nhân",
        ]:
            kinds.append((nxt[1], nxt[0]))  # type: ignore[index]
    alone = len(kinds) == 1 and record.modifier != Modifier.INDEFINITE
    count = record.value if alone else None
    return [Group(at, end, kind, count, numbered=True) for kind, end in kinds]


def _noun(tokens: Tokens, at: int, stop: int) -> tuple[int, int, RecipientKind] | None:
    """Read the head noun after a number, over a filler word."""
    for start in (at, at + 1):
        read = NOUNS.read(tokens.norms, start, stop)
        if read is not None:
            return start, read[0], read[1]
        if start >= stop or tokens.norms[start] not in _FILLERS:
            return None
    return None


def with_members(tokens: Tokens, groups: list[Group], stop: int) -> list[Group]:
    """Give a counted group the names behind its noun, where there are as many of them ("hai đội A và B")."""
    if len(groups) != 1 or groups[0].count is None or not 1 < groups[0].count <= MAX_MEMBERS:
        return groups
    group, wanted = groups[0], groups[0].count
    at = group.stop
    while at < stop and tokens.norms[at] in _INTRODUCES:
        at += 1
    names: list[str] = []
    while at < stop and len(names) < wanted:
        end = _member_stop(tokens, at, stop)
        if end == at:
            break
        names.append(tokens.text(at, end))
        group = Group(group.first, end, group.kind, wanted, None, True, tuple(names))
        at = end
        while at < stop and tokens.norms[at] in JOINTS:
            at += 1
    return [group] if len(names) == wanted else groups


def _member_stop(tokens: Tokens, at: int, stop: int) -> int:
    """Give the end of a name that begins at a token: of a body, a person or a unit in capitals; `at` for none."""
    read = read_group(tokens, at, stop)
    if read is not None and at + 1 < stop and tokens.words[at + 1].islower():
        # "Văn" of "Văn phòng" is no name of a person.
        read = read if read.stop > at + 1 else None
    if read is not None and read.name is not None and any(c.isupper() for c in read.name):
        return read.stop
    end = at
    while end < min(stop, at + 6) and is_capital(tokens, end):
        end += 1
    whole = end
    while at < whole < min(stop, end + 3) and tokens.words[whole].islower():
        if tokens.norms[whole] in JOINTS:
            break
        whole += 1
    ended = whole >= stop or tokens.norms[whole] in JOINTS or tokens.words[whole] in ".;:("
    return whole if ended else end
