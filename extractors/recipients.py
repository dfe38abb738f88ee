"""Who receives an award: counted, named and indefinite groups in a stretch of a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.bodies import Body, BodyKind, read_behind, read_body, read_name
from extractors.phrase_table import words
from extractors.recipient_nouns import NOUNS
from extractors.records import Figure, FigureKind, Modifier, Recipient, RecipientKind
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


# Words between a number or a plural mark and the noun, or before a noun that stands for a group.
_FILLERS = words("nữ lượt bạn vị đồng tấm gương")
PLURALS = words(
    "tất cả đông đảo các những nhiều một số toàn hàng trăm nghìn ngàn chục vạn mỗi hai vài"
)
HEDGES = words("hơn gần trên khoảng chừng ước tới đến cả không quá tối đa thiểu ít nhất")
MAX_DESCRIPTION = 40
_OPEN_QUOTES = frozenset('“"')
_CLOSE_QUOTES = frozenset('”"')
_PREPOSITIONS = words("cho của với tại ở từ bởi trong")
_CLAUSE_WORDS = words("được đạt nhận tặng ; đó")
_JOINTS = frozenset({",", "và", "&", "cùng", "/", "-", "–", "với", "hoặc", "+"})
# Abbreviations of people begin so (cán bộ, công nhân, đoàn viên, học sinh): CBGVNV, CNVCLĐ.
_PEOPLE = ("CB", "CN", "ĐV", "HS", "CCVC")
_BODY_RECIPIENTS = {
    BodyKind.BODY: Kind.COLLECTIVE,
    BodyKind.COMPANY: Kind.ENTERPRISE,
    BodyKind.PERSON: Kind.INDIVIDUAL,
    BodyKind.OFFICE: Kind.INDIVIDUAL,
    BodyKind.PEOPLE: Kind.HOUSEHOLD,
}


def read_list(
    tokens: Tokens,
    at: int,
    stop: int,
    figures: Mapping[int, tuple[int, Figure]],
    *,
    listed: bool = False,
) -> list[Group]:
    """Read the receivers from a token on: counted and named ones, joined by signs, "và" or nothing.

    Words that describe a group are stepped over only where a sign and a number follow them.
    """
    found: list[Group] = []
    while at < stop:
        at = _skip(tokens, at, stop)
        if tokens.norms[at : at + 2] == ["đại", "diện"] and at + 2 < stop:
            at = _skip(tokens, at + 2, stop)
        figure = figures.get(at)
        if figure is not None:
            groups = _counted(tokens, at, figure, stop)
            if not groups and not found and _opened(tokens, at, figure[1]):
                groups = [Group(at, figure[0], Kind.UNKNOWN, figure[1].value, numbered=True)]
            if not groups:
                break
        else:
            one = _read_one(tokens, at, stop) if at < stop else None
            if one is None:
                break
            groups = [one]
        person = next((g for g in found if g.name and g.kind == Kind.INDIVIDUAL), None)
        if (
            not listed
            and person is not None
            and groups[0].name
            and groups[0].kind != Kind.INDIVIDUAL
        ):
            break
        found.extend(groups)
        after = groups[-1].stop
        whole = (
            tokens.norms[groups[-1].first : after][:2] == ["tập", "thể"]
            and after - groups[-1].first > 2
        )
        if whole and after < stop and tokens.norms[after] == "," and not groups[-1].numbered:
            break
        following = _next(tokens, after, stop, figures, counted=groups[-1].numbered)
        if following is None and listed:
            signs = range(after, min(stop, after + 12))
            semicolon = next((i for i in signs if tokens.norms[i] == ";"), None)
            following = None if semicolon is None else semicolon + 1
        if following is None:
            break
        at = following
    return found


def _read_one(tokens: Tokens, at: int, stop: int) -> Group | None:
    """Read a group without a number, or a work that stands in quotation marks."""
    if tokens.words[at] in _OPEN_QUOTES:
        name = _quoted(tokens, at + 1, stop)
        end = at + 1
        while end < min(stop - 1, at + 14) and tokens.words[end] not in _CLOSE_QUOTES:
            end += 1
        return Group(at, end + 1, Kind.WORK, name=name) if name and end < stop else None
    return read_group(tokens, at, stop)


def _opened(tokens: Tokens, at: int, figure: Figure) -> bool:
    """Say whether a count of unknown things stands right after "cho" or a colon."""
    before = at - 1
    while (
        before > 0 and tokens.norms[before] in HEDGES and tokens.norms[before] not in ("tới", "đến")
    ):
        before -= 1
    return figure.kind == FigureKind.COUNT and tokens.norms[before] in ("cho", "tới", "đến", ":")


def _skip(tokens: Tokens, at: int, stop: int) -> int:
    while at < stop and (tokens.norms[at] in PLURALS or tokens.norms[at] in HEDGES):
        at += 2 if tokens.norms[at : at + 2] in (["toàn", "thể"], ["toàn", "bộ"]) else 1
    return at


def _next(
    tokens: Tokens,
    at: int,
    stop: int,
    figures: Mapping[int, tuple[int, Figure]],
    *,
    counted: bool,
) -> int | None:
    """Give where the next member of a list begins, or None where the list is over."""
    if at >= stop:
        return None
    if tokens.norms[at] in _JOINTS:
        after = at + 1
        while after < stop and tokens.norms[after] in ("và", "cho", "cùng", "với", "có"):
            after += 1
        begin = _skip(tokens, after, stop)
        if begin in figures or (begin < stop and read_group(tokens, begin, stop) is not None):
            return after
    elif (at in figures and at > 0 and counted) or tokens.norms[at : at + 2] == ["cá", "nhân"]:
        return at
    depth = 0
    for index in range(at, min(stop, at + MAX_DESCRIPTION)):
        word = tokens.norms[index]
        depth += (word == "(") - (word == ")")
        if depth:
            continue
        if word in ("gồm", ":") or (
            word == "trong" and tokens.norms[index + 1 : index + 2] == ["đó"]
        ):
            return None
        if index in figures and index > at:
            before = index - 1
            while before > at and tokens.norms[before] in HEDGES:
                before -= 1
            if tokens.norms[before] in (",", "và", "cùng"):
                return index
            if _counted(tokens, index, figures[index], stop):
                return None
    return None


def find_counted(
    tokens: Tokens,
    first: int,
    stop: int,
    figures: Mapping[int, tuple[int, Figure]],
    *,
    reach: int = MAX_DESCRIPTION,
) -> list[Group]:
    """Find the groups with a number left of a verb: the one nearest to it and those joined to that one."""
    runs: list[list[Group]] = []
    at = first
    while at < stop:
        figure = figures.get(at)
        if figure is None:
            at += 1
            continue
        groups = _counted(tokens, at, figure, stop)
        if groups:
            runs.append(groups)
        at = groups[-1].stop if groups else figure[0]
    while runs and _subordinate(tokens, runs[-1][0].first, first):
        last = runs.pop()
        apart = "," in tokens.norms[last[-1].stop : stop]
        if not runs and (tokens.norms[last[0].first - 1] != "trong" or not apart):
            runs.append(last)
            break
    if not runs:
        return []
    chain = runs.pop()
    while runs:
        gap = tokens.norms[runs[-1][-1].stop : chain[0].first]
        while gap and gap[-1] in HEDGES:
            gap = gap[:-1]
        if len(gap) > reach or (gap and gap[-1] not in (",", "và", "cùng", "&")):
            break
        mixed = (runs[-1][-1].kind == Kind.WORK) != (chain[0].kind == Kind.WORK)
        if mixed or any(w in _CLAUSE_WORDS for w in gap):
            break
        chain = runs.pop() + chain
    return chain


def _subordinate(tokens: Tokens, at: int, first: int) -> bool:
    """Say whether a number stands after a preposition, inside the description of another group."""
    before = at - 1
    while before > first and tokens.norms[before] in HEDGES:
        before -= 1
    return before >= first and tokens.norms[before] in _PREPOSITIONS


def _counted(tokens: Tokens, at: int, figure: tuple[int, Figure], stop: int) -> list[Group]:
    after, record = figure
    noun = _noun(tokens, after, stop)
    if noun is None:
        return []
    _, end, kind = noun
    kinds = [(kind, end)]
    while end + 1 < stop and tokens.norms[end] in _JOINTS:
        more = NOUNS.read(tokens.norms, end + 1, stop)
        if more is None or more[1] in [k for k, _ in kinds]:
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


def read_group(tokens: Tokens, at: int, stop: int) -> Group | None:
    """Read a group without a number that begins at a token: named, or a noun of receivers."""
    body = read_body(tokens, at, stop)
    noun = NOUNS.read(tokens.norms, at, stop)
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
    if noun is not None:
        end, kind = noun
        if tokens.norms[at] == "lớp" and tokens.kinds[end : end + 1] == [TokenKind.NUMBER]:
            return None
        if kind == Kind.WORK and end + 2 < stop and tokens.words[end] in "“\"‘'":
            return Group(at, end, kind, name=_quoted(tokens, end + 1, stop))
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


def _is_code(word: str) -> bool:
    """Say whether a word is the code name of a unit ("Xưởng X74")."""
    return word[0].isalpha() and any(c.isdigit() for c in word)


def _quoted(tokens: Tokens, at: int, stop: int) -> str | None:
    """Give the name up to the closing mark."""
    end = at
    while end < min(stop, at + 12) and tokens.words[end] not in "”\"’'":
        end += 1
    return tokens.text(at, end) or None


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
        if at < stop and tokens.norms[at] in _JOINTS:
            at += 1
            if at < stop and tokens.norms[at] == "và":
                at += 1
        elif not (
            tokens.norms[group.first : at] == ["tập", "thể"]
            and tokens.norms[at : at + 2] == ["cá", "nhân"]
        ):
            break
    return found


def to_recipients(groups: list[Group]) -> tuple[Recipient, ...]:
    """Make the list of receivers: each counted group for itself, the others once a kind."""
    out: list[Recipient] = []
    for group in groups:
        names = (group.name,) if group.name else ()
        if group.count is not None:
            out.append(Recipient(kind=group.kind, count=group.count, names=names))
            continue
        known = next((i for i, r in enumerate(out) if r.kind == group.kind), None)
        if known is None:
            out.append(Recipient(kind=group.kind, names=names))
        elif names:
            before = out[known]
            out[known] = Recipient(
                kind=before.kind, count=before.count, names=(*before.names, *names)
            )
    return tuple(out)
