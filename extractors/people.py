"""People by name, with the office and the body that the text gives beside the name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.entities import Organization, Person
from extractors.lexicon import Hit, Term, longest
from extractors.person_names import person_at
from extractors.records import Evidence
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens

ADDRESSES = (
    *("ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "cụ", "mẹ", "đồng chí", "đ/c"),
    *("thầy", "thầy giáo", "cô giáo", "vợ chồng anh", "vợ chồng chị", "bạn", "nữ công nhân"),
)
TITLES = (
    *(
        "thạc sĩ",
        "tiến sĩ",
        "phó giáo sư",
        "giáo sư",
        "pgs",
        "gs",
        "ts",
        "ths",
        "bs",
        "ks",
        "cử nhân",
    ),
    *(
        "nsnd",
        "nsưt",
        "nhà giáo ưu tú",
        "nhà giáo nhân dân",
        "thầy thuốc ưu tú",
        "đại tá",
        "thượng tá",
    ),
    *("trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy", "thượng tướng"),
    *("trung tướng", "thiếu tướng", "đại tướng", "chuẩn đô đốc", "phó đô đốc", "đô đốc"),
    *(
        "bác sĩ",
        "kỹ sư",
        "luật sư",
        "nhà báo",
        "nhạc sĩ",
        "nghệ sĩ",
        "ca sĩ",
        "dược sĩ",
        "điều dưỡng",
    ),
)
OFFICES = (
    *("chủ tịch", "phó chủ tịch", "phó chủ tịch thường trực", "quyền chủ tịch", "nguyên chủ tịch"),
    *("bí thư", "phó bí thư", "phó bí thư thường trực", "tổng bí thư", "bí thư đảng ủy"),
    *("giám đốc", "phó giám đốc", "tổng giám đốc", "phó tổng giám đốc", "giám đốc điều hành"),
    *(
        "trưởng ban",
        "phó trưởng ban",
        "trưởng phòng",
        "phó trưởng phòng",
        "phó phòng",
        "trưởng đoàn",
    ),
    *("hiệu trưởng", "phó hiệu trưởng", "viện trưởng", "cục trưởng", "phó cục trưởng", "vụ trưởng"),
    *(
        "chánh văn phòng",
        "phó chánh văn phòng",
        "bộ trưởng",
        "thứ trưởng",
        "thủ tướng",
        "phó thủ tướng",
    ),
    *("chủ tịch nước", "chủ tịch quốc hội", "đại biểu quốc hội", "ủy viên ban thường vụ"),
    *("ủy viên ban chấp hành", "ủy viên đoàn chủ tịch", "ủy viên bộ chính trị", "ủy viên"),
    *(
        "tổ trưởng",
        "tổ trưởng tổ công đoàn",
        "đội trưởng",
        "quản đốc",
        "phó quản đốc",
        "nhóm trưởng",
    ),
    *("công nhân", "thợ", "thợ máy", "thợ lò", "giáo viên", "nhân viên", "chuyên viên", "cán bộ"),
    *(
        "phóng viên",
        "biên tập viên",
        "tổng biên tập",
        "chủ nhiệm",
        "phó chủ nhiệm",
        "kế toán trưởng",
    ),
    *("chỉ huy trưởng", "chính ủy", "phó chính ủy", "tư lệnh", "tham mưu trưởng", "trưởng công an"),
    *("đoàn viên", "học sinh", "sinh viên", "vận động viên", "huấn luyện viên", "nghiên cứu viên"),
)
# "TP Hồ Chí Minh", "đường Trần Phú", "giải thưởng Nguyễn Đức Cảnh": named after people, no people.
PLACE_RANKS = frozenset(
    spelling(one)
    for one in (
        *(
            "tp",
            "phố",
            "quận",
            "q",
            "huyện",
            "phường",
            "p",
            "xã",
            "trấn",
            "đường",
            "trường",
            "thpt",
        ),
        *("thcs", "tỉnh", "thưởng", "giải", "cầu", "bác", "tưởng", "khu", "ấp", "thôn", "sân"),
    )
)
# A body or office may lie between the office and the name ("Chủ tịch LĐLĐ tỉnh Nguyễn Văn Lộc"): no more than so far.
MAX_OFFICE_TOKENS = 26


@dataclass(frozen=True, slots=True)
class _Role:
    start: int
    end: int
    unit: str | None


def person_terms() -> Iterable[Term]:
    """Give forms of address, titles and offices."""
    for label, phrases in (("address", (*ADDRESSES, *TITLES)), ("office", OFFICES)):
        for phrase in phrases:
            yield Term(label, phrase, phrase)


def find_people(document: Document, *, organizations: Sequence[Organization]) -> tuple[Person, ...]:
    """Find names of persons in order of place; the span is the name, without form of address and office."""
    tokens = document.tokens
    taken = _covered(document, organizations)
    addressed = {hit.stop for hit in document.labelled("address")}
    offices = longest(document.labelled("office"))
    ends = {hit.stop for hit in offices} | {stop for _, stop in taken}
    inside = {index for first, stop in taken for index in range(first, stop)}
    found: list[Person] = []
    for first, stop in document.sentences:
        index = first
        while index < stop:
            introduced = index in addressed or index in ends
            end = _name_end(tokens, index, stop, introduced=introduced, inside=inside)
            if end == index or (end == index + 1 and index not in addressed):
                index += 1
                continue
            role = _role_of(document, index, end, offices, organizations)
            found.append(_person(tokens, index, end, role, introduced=introduced))
            index = end
    return tuple(found)


def _name_end(tokens: Tokens, index: int, stop: int, *, introduced: bool, inside: set[int]) -> int:
    if index in inside or tokens.kinds[index] != TokenKind.WORD:
        return index
    if not tokens.words[index][0].isupper():
        return index
    if (
        index
        and tokens.norms[index - 2 if tokens.words[index - 1] == "." else index - 1] in PLACE_RANKS
    ):
        return index
    if not introduced and index and tokens.kinds[index - 1] == TokenKind.WORD:
        before = tokens.words[index - 1]
        if before[0].isupper() and index - 1 not in inside and before.isupper() is False:
            return index
    return person_at(tokens, index, stop, introduced=introduced)


def _covered(
    document: Document, organizations: Sequence[Organization]
) -> tuple[tuple[int, int], ...]:
    return tuple(
        (document.token_at(one.start), document.token_at(one.end - 1) + 1) for one in organizations
    )


def _role_of(
    document: Document,
    first: int,
    stop: int,
    offices: tuple[Hit, ...],
    organizations: Sequence[Organization],
) -> _Role | None:
    """Look for an office right before the name, or behind it after a comma, dash or bracket."""
    tokens = document.tokens
    begin, end = document.sentences[document.sentence_at(first)]
    for hit in offices:
        if begin <= hit.first and hit.stop <= first and first - hit.first <= MAX_OFFICE_TOKENS:
            unit, after = _unit_after(document, hit.stop, organizations)
            if _only_address_between(document, after, first):
                return _Role(tokens.starts[hit.first], tokens.ends[after - 1], unit)
        elif stop < hit.first <= stop + 2 and hit.stop <= end and tokens.words[stop] in ",-–(":
            unit, after = _unit_after(document, hit.stop, organizations)
            return _Role(tokens.starts[hit.first], tokens.ends[after - 1], unit)
    return None


def _unit_after(
    document: Document, index: int, organizations: Sequence[Organization]
) -> tuple[str | None, int]:
    """Give the body that stands right after an office and one past its last token."""
    for one in organizations:
        first = document.token_at(one.start)
        if first == index:
            stop = document.token_at(one.end - 1) + 1
            return document.tokens.work[one.start : one.end], stop
        if first > index:
            break
    return None, index


def _only_address_between(document: Document, after: int, first: int) -> bool:
    if after == first:
        return True
    stops = {hit.first: hit.stop for hit in document.labelled("address")}
    index = after
    if index < first and document.tokens.words[index] in ",-–:":
        index += 1
    while index < first and index in stops:
        index = stops[index]
        if index < first and document.tokens.words[index] in ".":
            index += 1
    return index == first


def _person(
    tokens: Tokens, first: int, stop: int, role: _Role | None, *, introduced: bool
) -> Person:
    return Person(
        start=tokens.starts[first],
        end=tokens.ends[stop - 1],
        rule="person.introduced" if introduced else "person.surname",
        confidence=0.95 if introduced else 0.85,
        evidence=(Evidence(start=role.start, end=role.end, role="office"),) if role else (),
        name=tokens.text(first, stop),
        role=tokens.work[role.start : role.end] if role else None,
        unit=role.unit if role else None,
    )
