"""Administrative places as written, and where they lie today.

A place inside the name of a body or a person is part of that name and no mention of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.body_names import may_begin
from extractors.document import Document
from extractors.entities import Place, PlaceLevel
from extractors.gazetteer import AFTER_PEOPLE, COUNTRIES, District, Gazetteer, bare
from extractors.organizations import token_spans
from extractors.records import Evidence, Span
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens, tokenize

# Rank as printed → its usual spelling and level; longer ones are tried first.
RANKS: dict[str, tuple[str, PlaceLevel]] = {
    "thành phố": ("thành phố", PlaceLevel.OTHER),
    "tp": ("thành phố", PlaceLevel.OTHER),
    "tỉnh": ("tỉnh", PlaceLevel.PROVINCE),
    "quận": ("quận", PlaceLevel.DISTRICT),
    "q": ("quận", PlaceLevel.DISTRICT),
    "huyện": ("huyện", PlaceLevel.DISTRICT),
    "h": ("huyện", PlaceLevel.DISTRICT),
    "thị xã": ("thị xã", PlaceLevel.DISTRICT),
    "tx": ("thị xã", PlaceLevel.DISTRICT),
    "thị trấn": ("thị trấn", PlaceLevel.COMMUNE),
    "phường": ("phường", PlaceLevel.COMMUNE),
    "p": ("phường", PlaceLevel.COMMUNE),
    "xã": ("xã", PlaceLevel.COMMUNE),
    "đặc khu": ("đặc khu", PlaceLevel.COMMUNE),
}
_RANKS = sorted(
    ((tuple(tokenize(k).norms), v) for k, v in RANKS.items()), key=lambda row: -len(row[0])
)
ABBREVIATED = frozenset(("tp", "q", "h", "p", "tx"))
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], tuple[str, PlaceLevel]]]] = {}
for _words, _meaning in _RANKS:
    _BY_FIRST.setdefault(_words[0], []).append((_words, _meaning))
# A rank behind one of these names several places, each by its name alone: "ba tỉnh A, B và C", "các huyện: A, B".
PLURALS = frozenset(("các", "những", "hai", "ba", "bốn", "năm", "sáu", "hầu", "số", "nhiều"))
# Capitalised at the head of a sentence, these are no part of the name behind them.
LEADS = frozenset(
    spelling(one)
    for one in (
        *("ở", "tại", "từ", "về", "đến", "trong", "ngoài", "riêng", "theo", "qua", "trước", "sau"),
        *("khi", "và", "với", "vì", "cả", "còn", "người", "công nhân", "là", "ra", "vào", "rời"),
    )
)
# Country names that are also words of address or of other things; a bracket or "nước" tells them.
SHORT_COUNTRIES = frozenset(
    spelling(one) for one in ("Anh", "Mỹ", "Đức", "Nga", "Pháp", "Úc", "Bỉ")
)
ABROAD = frozenset(spelling(one) for one in ("(", "nước", "ở", "sang", "tại", "từ", "bang"))
_COUNTRIES = {tuple(tokenize(one).norms): one for one in COUNTRIES}
MAX_SYLLABLES = 5
# What is named after a town: "đường Điện Biên Phủ", "cầu Mỹ Tho".
STREETS = frozenset(
    spelling(one) for one in ("đường", "phố", "cầu", "chợ", "trường", "thắng", "dịch", "hiệu")
)
# "TP Quảng Ngãi" is the town that the province is governed from; these cities are provinces themselves.
CENTRAL_CITIES = frozenset(
    ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Thừa Thiên Huế")
)


# Behind these a district needs no rank to be known.
STAYS = frozenset(spelling(one) for one in ("tại", "ở"))
MIN_BARE = 2
# "huyện Tân Uyên Chủ tịch": words that begin offices.
OFFICE_STARTS = frozenset(
    spelling(one) for one in ("chủ", "phó", "bí", "giám", "trưởng", "ông", "bà", "anh", "chị")
)


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    stop: int
    rank: str | None
    level: PlaceLevel
    name: str


def find_places(
    document: Document, gazetteer: Gazetteer, *, names: Sequence[Span]
) -> tuple[Place, ...]:
    """Find places in order; `names` are the spans of bodies, people, campaigns and awards, which hold none."""
    tokens = document.tokens
    inside = token_spans(document, names)
    firsts = [
        index
        for index, (norm, before) in enumerate(zip(tokens.norms, ("", *tokens.norms), strict=False))
        if norm in _BY_FIRST
        or ((norm in gazetteer.beginnings or before in STAYS) and tokens.words[index][0].isupper())
    ]
    found: list[_Found] = []
    reach = -1
    for index in firsts:
        if index < reach or index in inside:
            continue
        _, stop = document.sentences[document.sentence_at(index)]
        for one in _places_at(tokens, gazetteer, index, stop):
            if one.stop - 1 not in inside and one.first not in inside:
                found.append(one)
                reach = one.stop
    provinces = _provinces_of(found, gazetteer)
    return tuple(
        _resolved(tokens, gazetteer, found, number, provinces) for number in range(len(found))
    )


def _places_at(tokens: Tokens, gazetteer: Gazetteer, index: int, limit: int) -> Sequence[_Found]:
    """Read the place at a token, or the places of a list behind one rank."""
    for words, (rank, level) in _BY_FIRST.get(tokens.norms[index], ()):
        at = index + len(words)
        if at >= limit or tuple(tokens.norms[index:at]) != words:
            continue
        if words[0] in ABBREVIATED:
            one = _abbreviated(tokens, gazetteer, index, at, limit, rank, level)
            return (one,) if one else ()
        if index and (tokens.norms[index - 1] in PLURALS or _is_count(tokens, index - 1)):
            return _listed(tokens, gazetteer, at, limit, rank, level)
        end = _ranked_stop(tokens, gazetteer, at, limit, level)
        return (_Found(index, end, rank, level, tokens.text(at, end)),) if end > at else ()
    one = _bare_place(tokens, gazetteer, index, limit) or _bare_district(
        tokens, gazetteer, index, limit
    )
    return (one,) if one else ()


def _is_count(tokens: Tokens, index: int) -> bool:
    return tokens.kinds[index] == TokenKind.NUMBER


def _abbreviated(
    tokens: Tokens,
    gazetteer: Gazetteer,
    index: int,
    at: int,
    limit: int,
    rank: str,
    level: PlaceLevel,
) -> _Found | None:
    """Read a rank printed as "TP." or "Q."; one letter alone is an initial unless a known place follows it."""
    word = tokens.words[index]
    if not word[0].isupper():
        return None
    if tokens.words[at] == "." and at + 1 < limit:
        at += 1
    end = _ranked_stop(tokens, gazetteer, at, limit, level)
    known = end > at and (
        tokens.norm(at, end) in gazetteer.provinces or tokens.norm(at, end) in gazetteer.districts
    )
    numbered = end > at and tokens.kinds[at] == TokenKind.NUMBER
    if end == at or (len(word) == 1 and not (known or numbered)):
        return None
    return _Found(index, end, rank, level, tokens.text(at, end))


def _listed(
    tokens: Tokens, gazetteer: Gazetteer, at: int, limit: int, rank: str, level: PlaceLevel
) -> list[_Found]:
    """Read "các huyện: A, B và C"; each place is named without the rank, which holds for all."""
    if tokens.words[at] in ":(":
        at += 1
    found: list[_Found] = []
    while at < limit:
        end = _ranked_stop(tokens, gazetteer, at, limit, level) if _is_capital(tokens, at) else at
        if end == at and _is_capital(tokens, at):
            end = min(_run_stop(tokens, at, limit), at + 3)
        if end == at:
            break
        found.append(_Found(at, end, rank, level, tokens.text(at, end)))
        if end + 1 >= limit or not (tokens.words[end] == "," or tokens.norms[end] == "và"):
            break
        at = end + 1
    return found


def _run_stop(tokens: Tokens, at: int, limit: int) -> int:
    """Give the end of a run of capitalised syllables; an apostrophe inside a name does not end it ("Cư M'gar")."""
    run = at
    while run < min(limit, at + MAX_SYLLABLES):
        if _is_capital(tokens, run):
            run += 1
        elif run > at and tokens.words[run] in "'’" and tokens.glued(run) and run + 1 < limit:
            run += 2
        else:
            break
    return run


def _ranked_stop(
    tokens: Tokens, gazetteer: Gazetteer, at: int, limit: int, level: PlaceLevel
) -> int:
    """Give the end of the name after a rank: a known one, else a run of capitalised syllables, or a number."""
    if tokens.kinds[at] == TokenKind.NUMBER:
        ranked = level in (PlaceLevel.DISTRICT, PlaceLevel.COMMUNE)
        short = tokens.words[at].isdigit() and len(tokens.words[at]) <= 2
        return at + 1 if ranked and short else at
    run = _run_stop(tokens, at, limit)
    if run + 1 < limit and tokens.words[run] in "-–" and _is_capital(tokens, run + 1):
        dashed = min(run + 3, limit)
        name = tokens.norm(at, dashed).replace("–", "-")
        if name in gazetteer.provinces:
            return dashed
        if level is PlaceLevel.COMMUNE and f"{tokens.norms[at - 1]} {name}" in gazetteer.communes:
            # "phường Xuân Hương - Đà Lạt", named after what it was part of.
            return dashed
    for stop in range(run, at, -1):
        name = tokens.norm(at, stop)
        known = name in gazetteer.provinces or name in gazetteer.districts
        if known and (level is not PlaceLevel.COMMUNE or stop == run):
            # "huyện Tân Uyên Thượng": one syllable more than a known name is a name of its own.
            longer = level is PlaceLevel.DISTRICT and _goes_on(tokens, stop, run)
            return run if longer else stop
    return min(run, at + 4)


def _goes_on(tokens: Tokens, stop: int, run: int) -> bool:
    """Say whether the one capital behind a known name belongs to it: no body, office or place begins with it."""
    if run != stop + 1:
        return False
    word = tokens.norms[stop]
    return not (may_begin(word) or word in OFFICE_STARTS or word in _BY_FIRST)


def _bare_district(tokens: Tokens, gazetteer: Gazetteer, index: int, limit: int) -> _Found | None:
    """Read a district named without its rank behind "tại" or "ở": "tham quan một xưởng ở Đông Anh"."""
    if not index or tokens.norms[index - 1] not in STAYS:
        return None
    stop = _run_stop(tokens, index, limit)
    if stop - index < MIN_BARE or tokens.norm(index, stop) not in gazetteer.districts:
        return None
    if stop < limit and tokens.words[stop] in "-–":
        return None
    return _Found(index, stop, None, PlaceLevel.DISTRICT, tokens.text(index, stop))


def _bare_place(tokens: Tokens, gazetteer: Gazetteer, index: int, limit: int) -> _Found | None:
    """Read a province or country named without its rank: capitalised, and no part of a longer name."""
    if not _is_capital(tokens, index) or (index and _runs_on(tokens, index - 1)):
        return None
    for words in gazetteer.beginnings.get(tokens.norms[index], ()):
        stop = index + len(words)
        if stop > limit or tuple(_undashed(tokens.norms[index:stop])) != words:
            continue
        if not _is_capital(tokens, stop - 1) or (stop < limit and _is_capital(tokens, stop)):
            continue
        country = _COUNTRIES.get(words)
        if " ".join(words) in AFTER_PEOPLE:
            return None
        if country is None and words in gazetteer.towns:
            if index and tokens.norms[index - 1] in STREETS:
                return None
            return _Found(index, stop, None, PlaceLevel.DISTRICT, tokens.text(index, stop))
        if country is None:
            return _Found(index, stop, None, PlaceLevel.PROVINCE, tokens.text(index, stop))
        named = stop == limit or tokens.words[stop] != ":"
        if words[0] not in SHORT_COUNTRIES or (
            named and index and tokens.norms[index - 1] in ABROAD
        ):
            return _Found(index, stop, None, PlaceLevel.COUNTRY, country)
    return None


def _undashed(norms: Sequence[str]) -> list[str]:
    return ["-" if one == "–" else one for one in norms]


def _runs_on(tokens: Tokens, before: int) -> bool:
    """Say whether a capitalised word right before makes this one part of a longer name ("Nguyễn Hòa Bình")."""
    if not _is_capital(tokens, before) or tokens.norms[before] in LEADS:
        return False
    return before > 0 and tokens.words[before - 1] not in ".!?"


def _is_capital(tokens: Tokens, index: int) -> bool:
    return (
        index < len(tokens)
        and tokens.kinds[index] == TokenKind.WORD
        and tokens.words[index][0].isupper()
    )


def _provinces_of(found: Sequence[_Found], gazetteer: Gazetteer) -> tuple[str, ...]:
    names = (gazetteer.provinces.get(spelling(one.name)) for one in found)
    return tuple(dict.fromkeys(name for name in names if name))


def _resolved(
    tokens: Tokens,
    gazetteer: Gazetteer,
    found: Sequence[_Found],
    number: int,
    provinces: tuple[str, ...],
) -> Place:
    one = found[number]
    if one.level is PlaceLevel.COUNTRY:
        return _place(tokens, one, one.name, PlaceLevel.COUNTRY, None, ())
    province = gazetteer.provinces.get(spelling(one.name).replace("–", "-"))
    central = one.level is PlaceLevel.OTHER and province in CENTRAL_CITIES
    is_province = province is not None and (central or one.level is PlaceLevel.PROVINCE)
    if is_province and province is not None:
        level = PlaceLevel.PROVINCE
        today: tuple[str, ...] = (gazetteer.today[province],)
    else:
        level = PlaceLevel.DISTRICT if one.level is PlaceLevel.OTHER else one.level
        near = _following(tokens, found, number)
        province, today = _below(gazetteer, one, level, near, provinces)
    written = tokens.text(one.first, one.stop)
    name = f"{one.rank} {one.name}" if one.rank else (province or written)
    return _place(tokens, one, name, level, province, today)


def _place(
    tokens: Tokens,
    one: _Found,
    name: str,
    level: PlaceLevel,
    province: str | None,
    today: tuple[str, ...],
) -> Place:
    start, end = tokens.starts[one.first], tokens.ends[one.stop - 1]
    return Place(
        start=start,
        end=end,
        rule="place.ranked" if one.rank else f"place.{level.value}",
        confidence=0.95 if today or level is PlaceLevel.COUNTRY else 0.8,
        evidence=(Evidence(start=start, end=end, role="name"),),
        name=name,
        level=level,
        province=province,
        today=today,
    )


def _following(tokens: Tokens, found: Sequence[_Found], number: int) -> tuple[_Found, ...]:
    """Give the places that follow in the same address: "xã A, huyện B (tỉnh C)"."""
    near: list[_Found] = []
    last = found[number]
    for other in found[number + 1 : number + 4]:
        between = tokens.words[last.stop : other.first]
        if len(between) > 2 or any(word not in ",(-–" for word in between):
            break
        near.append(other)
        last = other
    return tuple(near)


def _below(
    gazetteer: Gazetteer,
    one: _Found,
    level: PlaceLevel,
    near: tuple[_Found, ...],
    provinces: tuple[str, ...],
) -> tuple[str | None, tuple[str, ...]]:
    """Give province and places of today of a district or commune, where the text or its name settles it."""
    named = [
        gazetteer.provinces[spelling(n.name)]
        for n in near
        if spelling(n.name) in gazetteer.provinces
    ]
    wanted = tuple(named) or provinces
    if level is PlaceLevel.DISTRICT:
        district = _choose(gazetteer.districts.get(bare(one.name), ()), wanted)
        return (district.province, district.today) if district else (_single(named), ())
    for other in near:
        district = _choose(gazetteer.districts.get(bare(other.name), ()), wanted)
        if district:
            name = spelling(f"{one.rank} {one.name}")
            return district.province, district.communes.get(name, ())
    return _single(named), ()


def _choose(districts: Sequence[District], provinces: tuple[str, ...]) -> District | None:
    fitting = [one for one in districts if one.province in provinces]
    if len(fitting) == 1:
        return fitting[0]
    return districts[0] if len(districts) == 1 else None


def _single(names: Sequence[str]) -> str | None:
    return names[0] if names else None
