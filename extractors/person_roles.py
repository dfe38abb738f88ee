"""The office and the body of a person, as they stand before the name or in the words set behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.entities import Organization
from extractors.lexicon import longest
from extractors.person_names import SURNAMES, name_stop
from extractors.person_words import TEACHERS, TITLES
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens

# How many words may go on with an office: "tổ trưởng | tổ dập 3", "Trưởng ban | Chính sách - Pháp luật".
MAX_EXTENSION = 8
# How far before the name an office may stand: a whole body may lie between.
MAX_BEFORE = 26
MIN_NAME = 2
_BREAKS = frozenset(',;.:()-–“”"')
_LINKS = frozenset(spelling(one) for one in ("của", "thuộc", "tại", "ở"))
_COPULAS = frozenset(spelling(one) for one in ("là", "hiện", "nguyên", "đang", "làm", "kiêm"))
# "… giữ chức Chủ tịch", "… được bầu làm Phó Chủ tịch": what stands between a name, or a list of names, and an office.
_APPOINTED = tuple(
    tuple(spelling(one).split())
    for one in ("tái giữ chức vụ", "tái giữ chức", "giữ chức vụ", "giữ chức", "tái đắc cử")
)
# "làm trưởng đoàn | đã trao …": the sentence goes on, and no longer with the office.
_VERBS = frozenset(spelling(one) for one in ("đã", "sẽ", "vừa", "được", "cùng", "trao", "thăm"))
_HOUSES = frozenset(
    spelling(one)
    for one in ("công ty", "nhà máy", "xí nghiệp", "doanh nghiệp", "bệnh viện", "nhà trường")
)
_YEARS = spelling("năm")
# "nhân viên bán vé Đồng Văn Quý": what the staff does stands between the occupation and the name.
_STAFF = spelling("nhân viên")
MAX_DUTY = 3
_LISTING = frozenset(spelling(one) for one in ("gồm", "là"))
_AT_WORK = tuple(
    tuple(spelling(one).split()) for one in ("làm việc tại", "công tác tại", "đang làm việc tại")
)
MAX_LIST = 40
_TITLES = frozenset(spelling(one) for one in (*TITLES, *TEACHERS))


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says of a person; at least one of the two is known."""

    office: str | None
    """Office or occupation as written."""
    unit: str | None
    """The body, as written."""
    evidence: tuple[tuple[int, int, str], ...]
    """Code points of the two and their roles."""


class RoleReader:
    """Looks up offices and bodies by token; made once a text."""

    def __init__(self, document: Document, organizations: Sequence[Organization]) -> None:
        """Lay out offices, forms of address and bodies by the tokens they begin and end at."""
        self._document = document
        self._tokens = document.tokens
        offices = longest(document.labelled("office"))
        self._offices = {hit.first: hit.stop for hit in offices}
        self._office_stops = {hit.stop: hit.first for hit in offices}
        addresses = longest(document.labelled("address"))
        self._address_stops = {hit.stop: hit for hit in addresses}
        self._sayings = {hit.first for hit in document.labelled("saying")}
        self._bodies: dict[int, int] = {}
        self._body_stops: dict[int, int] = {}
        for one in organizations:
            first, stop = document.token_at(one.start), document.token_at(one.end - 1) + 1
            self._bodies[first] = stop
            self._body_stops[stop] = first

    def read(self, first: int, stop: int) -> Role | None:
        """Read the role of the person whose name stands at first..stop-1; None where the text gives none."""
        begin, end = self._document.sentences[self._document.sentence_at(first)]
        beside = self._behind(stop, end) or self._before(first, begin)
        beside = beside or self._appointed(stop, end) or self._listed(first, begin)
        title = self._title_before(first)
        if beside is not None and beside.office is None and title is not None:
            # "Luật sư Lê Lan (Đoàn Luật sư tỉnh)"
            return Role(title.office, beside.unit, (*title.evidence, *beside.evidence))
        return beside or self._at_work(first, stop, end) or title

    def _title_before(self, first: int) -> Role | None:
        hit = self._address_stops.get(first)
        if hit is None or spelling(hit.value) not in _TITLES:
            return None
        return self._role((hit.first, hit.stop), None)

    def _appointed(self, stop: int, end: int) -> Role | None:
        """Read "…, Phạm Lan giữ chức Phó Chủ tịch", for the last name and for those listed before it."""
        tokens, at = self._tokens, stop
        while at < min(end, stop + MAX_LIST) and (
            tokens.words[at][0].isupper() or tokens.words[at] == "," or tokens.norms[at] == "và"
        ):
            at += 1
        for words in _APPOINTED:
            office = at + len(words)
            if tuple(tokens.norms[at:office]) == words and office in self._offices:
                extended = self._offices[office]
                return self._role((office, extended), self._unit_at(extended, end))
        return None

    def _listed(self, first: int, begin: int) -> Role | None:
        """Read "các Phó Chủ tịch gồm: Ngô Lan, Phạm Mai": the office holds for all of the list."""
        tokens, at = self._tokens, first
        while at > max(begin, first - MAX_LIST) and (
            tokens.words[at - 1][0].isupper() or tokens.words[at - 1] in ",'’"
        ):
            at -= 1
        if at - 2 < begin or tokens.words[at - 1] != ":":
            return None
        at -= 2 if tokens.norms[at - 2] in _LISTING else 1
        office = self._office_stops.get(at)
        return self._role((office, at), None) if office is not None else None

    def _at_work(self, first: int, stop: int, end: int) -> Role | None:
        """Read ", làm việc tại Nhà máy Sứ Lâm" and, behind a title, "cô giáo Lan ở Trường Hoa Ban"."""
        tokens = self._tokens
        title = self._title_before(first)
        at = stop + 1 if stop < end and tokens.words[stop] == "," else stop
        for words in _AT_WORK:
            if tuple(tokens.norms[at : at + len(words)]) == words:
                at += len(words)
                return self._role(None, (at, self._bodies[at])) if at in self._bodies else None
        if title is None or stop >= end or tokens.norms[stop] not in _LINKS:
            return None
        unit = self._unit_at(stop, end)
        hit = self._address_stops[first]
        return self._role((hit.first, hit.stop), unit) if unit else None

    def _before(self, first: int, begin: int) -> Role | None:
        """Read "Chủ tịch LĐLĐ tỉnh [đồng chí] Nguyễn Văn Lộc"."""
        tokens, at = self._tokens, first
        if at > 1 and tokens.kinds[at - 1] == TokenKind.BREAK and at - 1 in self._office_stops:
            # A signature: the office in the line above the name.
            return self._role((self._office_stops[at - 1], at - 1), None)
        while at in self._address_stops:
            at = self._address_stops[at].first
            if at > begin and tokens.words[at - 1] in ",:-–":
                at -= 1
        unit: tuple[int, int] | None = None
        at = self._before_bracket(at, begin)
        if at in self._body_stops:
            unit = self._body_stops[at], at
            at = unit[0]
        if unit is None and tokens.norm(at - 2, at) in _HOUSES:
            # "giám đốc công ty, bà Lan": which one was said before.
            at = at - 2 if at - 2 in self._office_stops else at
        office = self._office_stops.get(at)
        if office is None and unit is None and at == first:
            office = self._on_duty(at, begin)
        if office is None:
            office, at = self._extended_before(at, begin, unit)
        if office is None or first - office > MAX_BEFORE or office < begin:
            return None
        return self._role((office, at), unit)

    def _on_duty(self, at: int, begin: int) -> int | None:
        """Step back over what somebody of the staff does, in small letters: "nhân viên | bán vé"."""
        tokens = self._tokens
        for duty in range(at - 1, max(begin, at - MAX_DUTY) - 1, -1):
            if tokens.kinds[duty] != TokenKind.WORD or not tokens.words[duty].islower():
                return None
            if tokens.norms[duty] in _VERBS or duty in self._sayings:
                return None
            office = self._office_stops.get(duty)
            if office is not None:
                return office if tokens.norm(office, duty) == _STAFF else None
        return None

    def _before_bracket(self, at: int, begin: int) -> int:
        """Step back over a body in brackets: "Vụ trưởng Vụ Pháp chế (Bộ Nội vụ) | Lê Lan"."""
        tokens = self._tokens
        if at - 2 <= begin or tokens.words[at - 1] != ")" or at - 1 not in self._body_stops:
            return at
        opened = self._body_stops[at - 1] - 1
        return opened if tokens.words[opened] == "(" and opened in self._body_stops else at

    def _extended_before(
        self, at: int, begin: int, unit: tuple[int, int] | None
    ) -> tuple[int | None, int]:
        """Look for an office some capitalised words before: "Trưởng ban Nữ công | LĐLĐ tỉnh | Lan"."""
        tokens = self._tokens
        index = at
        while index > max(begin, at - 5) and index not in self._office_stops:
            upper = tokens.words[index - 1][0].isupper() or tokens.words[index - 1] in "-–"
            if not upper or unit is None:
                return None, at
            index -= 1
        return self._office_stops.get(index), at

    def _behind(self, stop: int, end: int) -> Role | None:
        """Read what is set behind a name: ", Chủ tịch LĐLĐ tỉnh", " - công nhân X", " (Công ty X)", " là thợ hàn"."""
        tokens = self._tokens
        if stop + 1 >= end:
            return None
        opener = tokens.words[stop]
        if opener not in ",-–(" and tokens.norms[stop] not in _COPULAS:
            return None
        at = self._skip_age(stop + 1, end)
        while at < end and tokens.norms[at] in _COPULAS and at not in self._offices:
            at += 1
        if at in self._bodies and opener in ",-–(":
            return self._role(None, (at, self._bodies[at]))
        office_stop = self._offices.get(at)
        if office_stop is None:
            return None
        extended = self._extended(office_stop, end)
        unit = self._unit_at(extended, end)
        following = unit[1] if unit else extended
        if following < end and self._is_name(following, end):
            # "… Phan Lan, Chủ tịch LĐLĐ tỉnh Bùi Hà": the office is that of the next one.
            return None
        return self._role((at, extended), unit)

    def _is_name(self, at: int, end: int) -> bool:
        return (
            self._tokens.norms[at] in SURNAMES and name_stop(self._tokens, at, end) - at >= MIN_NAME
        )

    def _skip_age(self, at: int, end: int) -> int:
        """Step over "42 tuổi,", "(33 tuổi)," and "sinh năm 1979,"."""
        tokens = self._tokens
        aged = at + 1 < end and tokens.kinds[at] == TokenKind.NUMBER
        if aged and tokens.norms[at + 1] == "tuổi":
            at += 2
        elif tokens.norm(at, at + 2) == "sinh năm":
            at += 3
        else:
            return self._skip_years(at, end)
        while at < end and tokens.words[at] in "),-–":
            at += 1
        return self._skip_years(at, end)

    def _skip_years(self, at: int, end: int) -> int:
        """Step over "25 năm làm" before an office."""
        tokens = self._tokens
        counted = at + 2 < end and tokens.kinds[at] == TokenKind.NUMBER
        served = counted and tokens.norms[at + 1] == _YEARS and tokens.norms[at + 2] in _COPULAS
        return at + 3 if served and at + 3 in self._offices else at

    def _extended(self, at: int, end: int) -> int:
        """Give where the words that go on with an office end: at a sign or a body; else only capitalised ones count."""
        tokens = self._tokens
        index = at
        while index < min(end, at + MAX_EXTENSION + 1):
            if index in self._bodies or index in self._sayings or tokens.norms[index] in _LINKS:
                return index
            if tokens.norms[index] in _VERBS:
                break
            if tokens.words[index] in _BREAKS and not self._joins(index, end):
                return index
            index += 1
        index = at
        while index < end and (tokens.words[index][0].isupper() or self._joins(index, end)):
            index += 1
        return index

    def _joins(self, index: int, end: int) -> bool:
        """Say whether a dash joins two capitalised words of an office: "Chính sách - Pháp luật"."""
        tokens = self._tokens
        if tokens.words[index] not in "-–" or index + 1 >= end:
            return False
        named = index not in self._office_stops and index + 1 not in self._offices
        return named and tokens.words[index + 1][0].isupper() and index + 1 not in self._bodies

    def _unit_at(self, at: int, end: int) -> tuple[int, int] | None:
        tokens = self._tokens
        linked = at < end and (tokens.words[at] in ",(" or tokens.norms[at] in _LINKS)
        for first in (at, at + 1) if linked else (at,):
            if first in self._bodies:
                return first, self._bodies[first]
        return None

    def _role(self, office: tuple[int, int] | None, unit: tuple[int, int] | None) -> Role:
        tokens: Tokens = self._tokens
        evidence = [
            (tokens.starts[a], tokens.ends[b - 1], kind)
            for kind, place in (("office", office), ("unit", unit))
            if place is not None
            for a, b in (place,)
        ]
        return Role(
            office=tokens.text(*office) if office else None,
            unit=tokens.text(*unit) if unit else None,
            evidence=tuple(evidence),
        )
