"""People by name, with the office and the body that the text gives beside the name."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.entities import Organization, Person
from extractors.gazetteer import AFTER_PEOPLE
from extractors.lexicon import Term, longest
from extractors.organizations import token_spans
from extractors.person_names import SURNAMES, name_stop, person_at
from extractors.person_roles import Role, RoleReader
from extractors.person_words import ADDRESSES, OCCUPATIONS, OFFICES, PLACE_RANKS, TITLES
from extractors.records import Evidence, Span
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, is_shouted

INTRODUCED, LISTED, SURE, AGAIN = 0.95, 0.9, 0.85, 0.75
# "Ảnh: Lan Vy" names who took the picture: furniture, as a byline is.
CREDITS = frozenset(spelling(one) for one in ("ảnh", "họa", "video", "clip"))
MAX_CREDIT = 8
# "Khu công nghiệp Lương Sơn Mới", "cụm dân cư Phan Bôi": zones may be named like people.
ZONE_STARTS = frozenset(("khu", "cụm"))
ZONE_ENDS = frozenset(spelling(one) for one in ("nghiệp", "xuất", "tế", "cao", "cư", "thị", "trọ"))
# The line above a signature: "CHỦ TỊCH", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "(đã ký)".
SIGNING = tuple(
    spelling(one)
    for one in ("chủ tịch", "giám đốc", "bí thư", "hiệu trưởng", "trưởng ban", "đã ký )")
)
MAX_SIGNED = 6
MIN_FULL = 2
BEFORE_GIVEN = frozenset(spelling(one) for one in ("của", "và", "với", "cho", "gặp", "nhờ", "tên"))
# Words that no name begins with, however large they are printed: "CÔ HIỆU TRƯỞNG VÀ NHỮNG LỚP HỌC".
NO_NAME = frozenset(spelling(one) for one in ("và", "những", "các", "của", "với", "trong", "được"))
_BORN = "sinh năm"
_OCCUPATIONS = frozenset(spelling(one) for one in OCCUPATIONS)


@dataclass(frozen=True, slots=True)
class _Name:
    first: int
    stop: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands where, by token."""

    tokens: Tokens
    closed: dict[int, int]
    """Token inside a body, campaign or award → one past that."""
    addressed: frozenset[int]
    """Tokens right behind a form of address or title."""
    offices: frozenset[int]
    """Tokens right behind an office."""
    occupations: frozenset[int]
    """Tokens right behind an occupation."""
    office_starts: frozenset[int]
    """Tokens that an office or title begins at."""
    is_place: Callable[[str], bool]
    is_district: Callable[[str], bool]


def person_terms() -> Iterable[Term]:
    """Give forms of address, titles and offices."""
    groups = (("address", (*ADDRESSES, *TITLES)), ("office", (*OFFICES, *OCCUPATIONS)))
    for label, phrases in groups:
        for phrase in phrases:
            yield Term(label, phrase, phrase)


def find_people(
    document: Document,
    *,
    organizations: Sequence[Organization],
    is_place: Callable[[str], bool],
    is_district: Callable[[str], bool],
    names: Sequence[Span] = (),
) -> tuple[Person, ...]:
    """Find names of persons in order of place; the span is the name, without form of address and office.

    `names` are campaigns and awards, which may be named after people. `is_place` tells the names of provinces,
    `is_district` those of districts, which people may bear as well.
    """
    context = _read_context(document, organizations, names, is_place, is_district)
    roles = RoleReader(document, organizations)
    found = _named(document, context)
    found += _named_again(context, found)
    people = []
    for one in sorted(found, key=lambda name: name.first):
        role = roles.read(one.first, one.stop)
        people.append(_person(context.tokens, one, role))
    return tuple(people)


def _read_context(
    document: Document,
    organizations: Sequence[Organization],
    names: Sequence[Span],
    is_place: Callable[[str], bool],
    is_district: Callable[[str], bool],
) -> _Context:
    addresses = document.labelled("address")
    offices = longest(document.labelled("office"))
    weak = {hit.stop for hit in offices if spelling(hit.value) in _OCCUPATIONS}
    stops = {document.token_at(one.end - 1) + 1 for one in organizations}
    # In a headline all in capitals whatever follows a body looks like a name.
    bodies = {
        at for at in stops if not is_shouted(document.tokens, max(0, at - MAX_SIGNED), at + 2)
    }
    return _Context(
        tokens=document.tokens,
        closed=token_spans(document, (*organizations, *names)),
        addressed=frozenset(hit.stop for hit in addresses),
        offices=frozenset({hit.stop for hit in offices} - weak | bodies),
        occupations=frozenset(weak),
        office_starts=frozenset(hit.first for hit in (*offices, *addresses)),
        is_place=is_place,
        is_district=is_district,
    )


def _named(document: Document, context: _Context) -> list[_Name]:
    """Find full names, and given names behind a form of address."""
    tokens = context.tokens
    found: list[_Name] = []
    for first, stop in document.sentences:
        index = first
        while index < stop:
            if not tokens.words[index][0].isupper():
                index += 1
                continue
            if index in context.closed:
                index = context.closed[index]
                continue
            after_name = _continues_list(tokens, found, index)
            one = _name_at(context, index, stop, after_name=after_name)
            if one is None:
                index += 1
                continue
            found.append(one)
            index = one.stop
    return found


def _continues_list(tokens: Tokens, found: Sequence[_Name], index: int) -> bool:
    """Say whether a name stands right before, joined by a comma or "và"."""
    if not found or found[-1].stop != index - 1:
        return False
    return tokens.words[index - 1] == "," or tokens.norms[index - 1] == "và"


def _name_at(context: _Context, index: int, limit: int, *, after_name: bool) -> _Name | None:
    tokens = context.tokens
    if tokens.kinds[index] != TokenKind.WORD or not tokens.words[index][0].isupper():
        return None
    if index in context.office_starts or _follows_place_rank(context, index):
        return None
    if _is_credit(tokens, index) or tokens.norms[index] in NO_NAME:
        return None
    addressed, office = index in context.addressed, index in context.offices
    introduced = addressed or office
    if not introduced and _follows_capital(context, index):
        return None
    stop = person_at(tokens, index, limit, introduced=introduced)
    listed = after_name and tokens.norms[index] in SURNAMES
    run = name_stop(tokens, index, limit) if stop == index else stop
    if stop == index and run - index >= MIN_FULL and _is_born(tokens, run):
        # "Lô Văn Thái (SN 1989)": the year of birth tells a person from anything else.
        stop, introduced = run, True
    if stop == index and (listed or index in context.occupations):
        known = tokens.norms[index] in SURNAMES or len(tokens.words[index]) == 1
        stop = run if run - index >= 2 and known else index
    if stop == index or (stop == index + 1 and not addressed):
        return None
    if _is_place_name(context, index, stop, addressed=addressed):
        return None
    rule, confidence = "person.surname", SURE
    if introduced or index in context.occupations:
        rule, confidence = "person.introduced", INTRODUCED
    elif listed:
        rule, confidence = "person.listed", LISTED
    return _Name(index, stop, rule, confidence)


def _is_born(tokens: Tokens, stop: int) -> bool:
    """Say whether a year of birth stands behind a name: "(SN 1989, …", "(sinh năm 1989", ", sinh năm 1989"."""
    if stop + 2 >= len(tokens) or tokens.words[stop] not in "(,":
        return False
    return tokens.norms[stop + 1] == "sn" or tokens.norm(stop + 1, stop + 3) == _BORN


def _follows_place_rank(context: _Context, index: int) -> bool:
    tokens = context.tokens
    if tokens.norms[index] in PLACE_RANKS and tokens.words[index].isupper():
        # "luật sư TP HCM"
        return True
    if not index or index - 1 in context.closed:
        return False
    if tokens.norms[index - 1] in ZONE_ENDS and ZONE_STARTS & {
        *tokens.norms[max(0, index - 4) : index]
    }:
        return True
    if index > 1 and tokens.kinds[index - 1] == TokenKind.NUMBER:
        # "số 8 Trần Phú": a street.
        short = name_stop(tokens, index, len(tokens)) - index <= MIN_FULL
        return tokens.norms[index - 2] == "số" and short
    before = index - 2 if tokens.words[index - 1] == "." and index > 1 else index - 1
    return tokens.norms[before] in PLACE_RANKS


def _follows_capital(context: _Context, index: int) -> bool:
    """Say whether the name would only be the tail of a longer one."""
    before = index - 1
    if before < 0 or before in context.closed or context.tokens.kinds[before] != TokenKind.WORD:
        return False
    word = context.tokens.words[before]
    return word[0].isupper() and not word.isupper()


def _is_place_name(context: _Context, first: int, stop: int, *, addressed: bool) -> bool:
    """Say whether a run of capitals is the name of a province: "công nhân Đồng Nai", "Bà Rịa - Vũng Tàu"."""
    tokens = context.tokens
    if addressed:
        joined = " ".join((*tokens.norms[first - 1 : stop], "-"))
        dashed = stop + 2 < len(tokens) and tokens.words[stop] in "-–"
        return dashed and context.is_place(f"{joined} {tokens.norm(stop + 1, stop + 3)}")
    name = tokens.norm(first, stop)
    if first not in context.offices and context.is_district(name):
        return True
    return context.is_place(name) and not (first in context.offices and name in AFTER_PEOPLE)


def _is_credit(tokens: Tokens, index: int) -> bool:
    """Say whether a name stands behind "Ảnh:" with nothing but names up to the line's end, or alone in a line."""
    if _is_byline(tokens, index):
        return True
    begin = index
    while begin > 0 and index - begin < MAX_CREDIT and tokens.words[begin - 1] != ":":
        if tokens.kinds[begin - 1] == TokenKind.BREAK or tokens.words[begin - 1].islower():
            return False
        begin -= 1
    if begin < 2 or tokens.words[begin - 1] != ":" or tokens.norms[begin - 2] not in CREDITS:
        return False
    end = index
    while end < len(tokens) and tokens.kinds[end] != TokenKind.BREAK:
        if tokens.words[end].islower() or end - begin > MAX_CREDIT:
            return False
        end += 1
    return end - begin <= MAX_CREDIT


def _is_byline(tokens: Tokens, index: int) -> bool:
    """Say whether a line, not the first one, holds a name and at most "(thực hiện)" besides."""
    if not index or tokens.kinds[index - 1] != TokenKind.BREAK:
        return False
    line = tokens.norm(max(0, index - 1 - MAX_SIGNED), index - 1)
    if line.endswith(SIGNING):
        return False
    end = name_stop(tokens, index, len(tokens))
    if tokens.norm(end, end + 4) == "( thực hiện )":
        end += 4
    return end - index >= MIN_FULL and (end == len(tokens) or tokens.kinds[end] == TokenKind.BREAK)


def _named_again(context: _Context, found: Sequence[_Name]) -> list[_Name]:
    """Find given names alone, without form of address, of people named in full before: "… của Lực và …"."""
    tokens = context.tokens
    given: dict[str, int] = {}
    for one in found:
        if one.stop - one.first >= MIN_FULL:
            given.setdefault(tokens.words[one.stop - 1], one.first)
    taken = {index for one in found for index in range(one.first, one.stop)}
    again = []
    for index, word in enumerate(tokens.words) if given else ():
        if word not in given or index in taken or index < given[word] or index in context.closed:
            continue
        alone = not (_is_upper(tokens, index - 1) or _is_upper(tokens, index + 1))
        spoken_of = index > 0 and tokens.norms[index - 1] in BEFORE_GIVEN
        acts = index > 1 and tokens.words[index - 1] == "," and _goes_on(tokens, index + 1)
        if alone and (spoken_of or acts):
            again.append(_Name(index, index + 1, "person.given", AGAIN))
    return again


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Say whether a lower-case word follows, so that a name behind a comma is no item of a list."""
    return index < len(tokens) and tokens.words[index].islower() and tokens.norms[index] != "và"


def _is_upper(tokens: Tokens, index: int) -> bool:
    inside = 0 <= index < len(tokens) and tokens.kinds[index] == TokenKind.WORD
    return inside and tokens.words[index][0].isupper()


def _person(tokens: Tokens, one: _Name, role: Role | None) -> Person:
    evidence = [Evidence(start=s, end=e, role=r) for s, e, r in (role.evidence if role else ())]
    return Person(
        start=tokens.starts[one.first],
        end=tokens.ends[one.stop - 1],
        rule=one.rule,
        confidence=one.confidence,
        evidence=tuple(evidence),
        name=tokens.text(one.first, one.stop),
        role=role.office if role else None,
        unit=role.unit if role else None,
    )
