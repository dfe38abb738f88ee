"""Organisations: unions of all levels, companies, authorities, schools."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from extractors.body_names import BodyName, body_at, may_begin
from extractors.body_phrases import FIELD_ROWS, match_width, stands, words_of
from extractors.document import Document
from extractors.entities import BodyType, Organization
from extractors.gazetteer import Gazetteer
from extractors.knowledge import Knowledge
from extractors.lexicon import Hit, Term, longest
from extractors.ontology import Ontology
from extractors.person_names import SURNAMES, name_stop
from extractors.records import Span
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, is_capital, tokenize

TYPES = {
    "cong_doan": BodyType.UNION,
    "nha_nuoc": BodyType.STATE,
    "dang": BodyType.PARTY,
    "mat_tran": BodyType.ASSOCIATION,
    "doan_the": BodyType.ASSOCIATION,
    "luc_luong_vu_trang": BodyType.ARMED_FORCES,
    "bao_chi": BodyType.PRESS,
    "tai_chinh": BodyType.COMPANY,
}
# Offices of a person; the ontology lists them as grantors, they are no organisations.
OFFICES = frozenset(("chu-tich-nuoc", "thu-tuong-chinh-phu"))
# Entries of the ontology that stand for all unions or for a fund; the latter is a campaign.
NO_BODIES = frozenset(("cong-doan-viet-nam", "cep"))
# Words right before a name that make it a sort of bodies: "các cấp Công đoàn", "29 Công đoàn xã".
GENERIC = frozenset(("cấp", "giỏi"))
PLURALS = frozenset(("các", "những", "nhiều", "mỗi", "từng", "số", "hai", "ba", "bốn"))
# A day is named after a body; a congress is that of the body, where the text says which.
NAMED_DAYS, CONGRESSES = ("ngày thành lập",), ("đại hội",)
# "Thủ tướng Chính phủ", "Đại biểu Quốc hội": parts of an office.
OFFICE_OF = {"chính": ("tướng",), "quốc": ("biểu", "tịch"), "chi": ("thư",)}
OFFICE_HEADS = {"văn": ("chánh",), "ban": ("trưởng",), "phòng": ("trưởng", "văn")}
TEAMS = frozenset(("đội", "đoàn"))
MIN_SHORT_FORM, MIN_OWN = 3, 2
UNION_WORDS = words_of("công đoàn")
HOUSE_TYPES = frozenset((BodyType.COMPANY, BodyType.SCHOOL, BodyType.HOSPITAL))
# Firms of these trades are named after the place that they serve: "Công ty Điện lực An Bình".
UTILITIES = re.compile(
    "|".join(
        spelling(one)
        for one in ("điện lực", "bưu điện", "viễn thông", "cấp nước", "đô thị", "xổ số", "thủy lợi")
    )
)
# Words that a place or a person follows: "ở An Hòa", "chị An Hòa".
NO_FIRM = frozenset(
    spelling(one)
    for one in (
        *("ở", "tại", "về", "từ", "đến", "xã", "phường", "huyện", "quận", "tỉnh", "trấn", "thôn"),
        *("tàu", "thuyền", "phà"),
        *("ấp", "làng", "khu", "chợ", "cầu", "đường", "chị", "anh", "ông", "bà", "em", "cô", "chí"),
        *("trường", "viện", "nghiệp", "phố", "tp", ".", "-", "–", ","),
    )
)
MERGER = date(2025, 7, 1)
# Abbreviations that the ontology does not write out.
EXPANSIONS = {"HCM": "Hồ Chí Minh", "TPHCM": "thành phố Hồ Chí Minh", "VN": "Việt Nam"}
# Two capitals in a row, or a rank with its point: else there is nothing to write out.
_ABBREVIATED = re.compile(r"[A-ZĐƯ]{2}|\bT[pxPX]\b")
FIXED_CONFIDENCE = 0.97
GRAMMAR_CONFIDENCE = 0.9


def organization_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the names of the bodies that the ontology knows."""
    for entry in ontology.bodies:
        if entry.is_class or entry.id in OFFICES or entry.id in NO_BODIES:
            continue
        for alias in entry.aliases:
            if len(alias) > 3 and not alias.islower():
                yield Term("body", alias, entry.id)


def find_organizations(
    document: Document,
    knowledge: Knowledge,
    *,
    names: Sequence[Span] = (),
    published: date | None = None,
) -> tuple[Organization, ...]:
    """Find organisations in order of place; the longer of a known name and a name by grammar is kept.

    `names` are names of campaigns, inside which no body is meant. `published` tells which of two bodies of one name
    is meant: those of the provinces of before, or of after July 2025.
    """
    tokens = document.tokens
    known = {hit.first: hit for hit in reversed(longest(_capitalised(document)))}
    closed = token_spans(document, names)
    places = knowledge.gazetteer
    bodies: list[BodyName | Hit] = []

    def is_place(name: str) -> bool:
        return name in places.provinces or name in places.districts

    for first, stop in document.sentences:
        index = first
        while index < stop:
            if index not in known and not may_begin(tokens.norms[index]):
                index += 1
                continue
            if index in closed:
                index = closed[index]
                continue
            if tokens.glued(index) and tokens.words[index - 1] in "-–/":
                # The letters of a document's number: "417/QĐ-TLĐ".
                index += 1
                continue
            if index and tokens.norms[index - 1] in OFFICE_HEADS.get(tokens.norms[index], ()):
                # "Chánh Văn phòng LĐLĐ tỉnh": the office ends here and its body begins.
                index += 1
                continue
            body = body_at(tokens, index, stop, is_place)
            hit = known.get(index)
            one = hit if hit and (body is None or hit.stop >= body.stop) else body
            if one is None:
                index += 1
                continue
            if _is_meant(tokens, one):
                bodies.append(one)
            index = one.stop
    bodies += _short_forms(tokens, bodies, is_place)
    bodies += _reporters(document, bodies)
    bodies += _house_unions(tokens, bodies)
    written: dict[str, str] = {}
    return tuple(
        _made(tokens, one, knowledge, published, written) for one in sorted(bodies, key=_first)
    )


def token_spans(document: Document, spans: Iterable[Span]) -> dict[int, int]:
    """Give for each token inside one of some spans the token right behind that span."""
    inside: dict[int, int] = {}
    for span in spans:
        first, stop = document.token_at(span.start), document.token_at(span.end - 1) + 1
        inside.update(dict.fromkeys(range(first, stop), stop))
    return inside


def _first(body: BodyName | Hit) -> int:
    return body.first


def _is_meant(tokens: Tokens, body: BodyName | Hit) -> bool:
    """Say whether one body is meant, and no sort of bodies, office or name of an event."""
    before = tokens.norm(max(0, body.first - 3), body.first)
    last = before.rsplit(" ", 1)[-1]
    if last in GENERIC or before.endswith(NAMED_DAYS):
        return False
    if before.endswith(CONGRESSES) and not tokens.words[body.stop - 1][0].isupper():
        return False
    if last in OFFICE_OF.get(tokens.norms[body.first], ()):
        return False
    # "Thanh tra Sở", "Văn phòng Bộ": which one, nobody says.
    open_kind = last in PLURALS or (isinstance(body, BodyName) and body.type is BodyType.STATE)
    if isinstance(body, BodyName) and not body.named and open_kind:
        return False
    has_name = any(tokens.words[i][0].isupper() for i in range(body.first + 1, body.stop))
    year = body.first > 1 and tokens.norms[body.first - 2] == "năm"
    counted = body.first > 0 and tokens.kinds[body.first - 1] == TokenKind.NUMBER and not year
    return has_name or not (counted or last in PLURALS)


def _house_unions(tokens: Tokens, bodies: Sequence[BodyName | Hit]) -> list[BodyName]:
    """Find "công đoàn nhà máy" in small letters behind the name of a house of that sort: "Nhà máy Gạch An Sơn"."""
    taken: set[int] = set()
    houses: dict[tuple[str, ...], int] = {}
    for body in bodies:
        taken.update(range(body.first, body.stop))
        if isinstance(body, BodyName) and body.type in HOUSE_TYPES and body.named:
            head = tuple(tokens.norms[body.first : body.head_stop])
            if head:
                houses[head] = min(body.first, houses.get(head, body.first))
    found = []
    unions = [n for n, norm in enumerate(tokens.norms) if norm == UNION_WORDS[0]] if houses else ()
    for first in unions:
        at = first + len(UNION_WORDS)
        if not stands(tokens, first, UNION_WORDS):
            continue
        for head, named_at in houses.items():
            stop = at + len(head)
            free = named_at < first and taken.isdisjoint((first, stop - 1))
            if not (free and tuple(tokens.norms[at:stop]) == head):
                continue
            one = BodyName(first, stop, at, BodyType.UNION, False)
            goes_on = stop < len(tokens) and is_capital(tokens, stop)
            if not goes_on and _is_meant(tokens, one):
                found.append(one)
    return found


def _short_forms(
    tokens: Tokens, bodies: Sequence[BodyName | Hit], is_place: Callable[[str], bool]
) -> list[BodyName]:
    """Find firms named again by their own name alone: "Than Khe Mây" after "Công ty Than Khe Mây"."""
    own: dict[str, list[tuple[str, ...]]] = {}
    known_at: dict[tuple[str, ...], int] = {}
    taken: set[int] = set()
    for body in bodies:
        taken.update(range(body.first, body.stop))
        if isinstance(body, BodyName) and body.type is BodyType.COMPANY:
            for words, whole in _own_names(tokens, body):
                if words not in known_at and (whole or not is_place(spelling(" ".join(words)))):
                    known_at[words] = -1 if whole else body.first
                    own.setdefault(words[0], []).append(words)
    for rows in own.values():
        rows.sort(key=len, reverse=True)
    found = []
    for index, word in enumerate(tokens.words) if own else ():
        for words in own.get(word, ()):
            stop = index + len(words)
            free = index > known_at[words] and taken.isdisjoint((index, stop - 1))
            free = free and tuple(tokens.words[index:stop]) == words
            if free and _stands_alone(tokens, index, stop):
                found.append(BodyName(index, stop, index, BodyType.COMPANY))
                taken.update(range(index, stop))
    return found


def _own_names(tokens: Tokens, body: BodyName) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Give the names that a firm goes by: with its trade, "Gỗ Hưng Phát Lâm", and the last capitals alone.

    The flag says whether it is all that stands behind the legal form; less than that counts only further on.
    """
    at = body.head_stop
    while at < body.stop and tokens.words[at].isupper():
        at += 1
    whole = tuple(tokens.words[at : body.stop])
    if len(whole) >= MIN_SHORT_FORM:
        yield whole, True
    first = body.stop
    while first > at and is_capital(tokens, first - 1):
        first -= 1
    while (trade := match_width(FIELD_ROWS, tokens, first, body.stop)) and first < body.stop:
        first += trade
    last = tuple(tokens.words[first : body.stop])
    local = UTILITIES.search(tokens.norm(at, first))
    if len(last) >= MIN_OWN and last != whole and not local:
        yield last, False


def _stands_alone(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a name of a firm is neither a team's nor part of a longer name, nor, if short, that of a place."""
    before = tokens.norms[first - 1] if first else ""
    if before in TEAMS:
        return False
    if stop - first >= MIN_SHORT_FORM and not (first and is_capital(tokens, first - 1)):
        return True
    joined = first > 0 and is_capital(tokens, first - 1)
    goes_on = stop < len(tokens) and is_capital(tokens, stop)
    return not (joined or goes_on or before in NO_FIRM or not first)


def _reporters(document: Document, bodies: Sequence[BodyName | Hit]) -> list[BodyName]:
    """Find papers named by a reporter of theirs: "phóng viên Nhịp Cầu Thợ"; "phóng viên Lê Lan" is a person."""
    tokens = document.tokens
    taken = {body.first for body in bodies}
    found = []
    for hit in document.labelled("office"):
        if hit.value != "phóng viên" or hit.stop in taken:
            continue
        stop = name_stop(tokens, hit.stop, len(tokens))
        if stop - hit.stop >= 2 and tokens.norms[hit.stop] not in SURNAMES:
            found.append(BodyName(hit.stop, stop, hit.stop, BodyType.PRESS))
    return found


def expand(name: str, ontology: Ontology) -> str:
    """Write out the abbreviations in a name: "LĐLĐ TP.HCM" gives "Liên đoàn Lao động thành phố Hồ Chí Minh"."""
    if not _ABBREVIATED.search(name):
        return name
    tokens = tokenize(name)
    out, at = [], 0
    for index, word in enumerate(tokens.words):
        start = tokens.starts[index]
        if word == "." and index and tokens.words[index - 1].upper() in ("TP", "TX"):
            glued_on = index + 1 < len(tokens) and tokens.glued(index + 1)
            out.append(" " if glued_on else "")
        else:
            full = EXPANSIONS.get(word) or ontology.abbreviations.get(
                word.upper() if word in ("Tp", "Tx") else word
            )
            out.append(name[at:start] + (full or word))
        at = tokens.ends[index]
    return "".join(out) + name[at:]


def province_in(tokens: Tokens, first: int, stop: int, gazetteer: Gazetteer) -> str | None:
    """Give the last province named in a stretch, `None` where there is none."""
    for width_start in range(stop - 1, first, -1):
        for end in range(min(stop, width_start + 4), width_start, -1):
            if not tokens.words[width_start][0].isupper():
                continue
            name = gazetteer.provinces.get(" ".join(tokens.norms[width_start:end]))
            if name:
                return name
    return None


def _capitalised(document: Document) -> tuple[Hit, ...]:
    tokens = document.tokens
    return tuple(hit for hit in document.labelled("body") if tokens.words[hit.first][0].isupper())


def _made(
    tokens: Tokens,
    one: BodyName | Hit,
    knowledge: Knowledge,
    published: date | None,
    expanded: dict[str, str],
) -> Organization:
    """Make the mention; `expanded` remembers names written out, as a text repeats them."""
    written = tokens.text(one.first, one.stop)
    province = province_in(tokens, one.first, one.stop, knowledge.gazetteer)
    if isinstance(one, Hit):
        entry = knowledge.bodies[one.value]
        name, kind = entry.name, TYPES.get(entry.type, BodyType.OTHER)
        rule, confidence, known = "organization.ontology", FIXED_CONFIDENCE, entry.id
    else:
        if written not in expanded:
            expanded[written] = expand(written, knowledge.ontology)
        name, kind = expanded[written], one.type
        rule, confidence = f"organization.{kind.value}", GRAMMAR_CONFIDENCE
        known = knowledge.body_ids.get(spelling(name), "")
    if published is not None and published >= MERGER and f"{known}-2025" in knowledge.bodies:
        known = f"{known}-2025"
    return Organization(
        start=tokens.starts[one.first],
        end=tokens.ends[one.stop - 1],
        rule=rule,
        confidence=confidence,
        name=name,
        type=kind,
        id=known or None,
        province=province,
    )
