"""Administrative places as written, and where they lie today.

A place inside the name of a body or a person is part of that name and no mention of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.entities import Place, PlaceLevel
from extractors.gazetteer import District, Gazetteer, bare
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
MAX_SYLLABLES = 5
WINDOW = 8


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
    """Find places in order; `names` are the spans of bodies and people, which hold none."""
    inside = {
        index
        for one in names
        for index in range(document.token_at(one.start), document.token_at(one.end - 1) + 1)
    }
    found: list[_Found] = []
    for first, stop in document.sentences:
        index = first
        while index < stop:
            one = None if index in inside else _place_at(document.tokens, gazetteer, index, stop)
            if one is not None and one.stop - 1 not in inside:
                found.append(one)
                index = one.stop
            else:
                index += 1
    provinces = _provinces_of(found, gazetteer)
    return tuple(
        _resolved(document.tokens, gazetteer, found, number, provinces)
        for number in range(len(found))
    )


def _place_at(tokens: Tokens, gazetteer: Gazetteer, index: int, limit: int) -> _Found | None:
    if tokens.kinds[index] != TokenKind.WORD:
        return None
    for words, (rank, level) in _RANKS:
        stop = index + len(words)
        if stop < limit and tuple(tokens.norms[index:stop]) == words:
            short = words[0] in ABBREVIATED
            if short and not tokens.words[index][0].isupper():
                return None
            if short and tokens.words[stop] == "." and stop + 1 < limit:
                stop += 1
            end = _ranked_stop(tokens, gazetteer, stop, limit, level)
            if end > stop:
                return _Found(index, end, rank, level, tokens.text(stop, end))
            return None
    return _bare_place(tokens, gazetteer, index, limit)


def _ranked_stop(
    tokens: Tokens, gazetteer: Gazetteer, at: int, limit: int, level: PlaceLevel
) -> int:
    """Give the end of the name after a rank: a known one, else a run of capitalised syllables, or a number."""
    if tokens.kinds[at] == TokenKind.NUMBER:
        return at + 1 if tokens.words[at].isdigit() and len(tokens.words[at]) <= 2 else at
    run = at
    while run < min(limit, at + MAX_SYLLABLES) and _is_capital(tokens, run):
        run += 1
    if run < limit and run == at + 2 and tokens.words[run] in "-–" and _is_capital(tokens, run + 1):
        dashed = run + 3
        if tokens.norm(at, dashed).replace("–", "-") in gazetteer.provinces:
            return dashed
    for stop in range(run, at, -1):
        name = tokens.norm(at, stop)
        if name in gazetteer.provinces or name in gazetteer.districts:
            return stop
    return at if level is PlaceLevel.PROVINCE else min(run, at + 3)


def _bare_place(tokens: Tokens, gazetteer: Gazetteer, index: int, limit: int) -> _Found | None:
    """Read a province named without its rank: capitalised, and no part of a longer capitalised name."""
    if not _is_capital(tokens, index) or (index and _runs_on(tokens, index - 1)):
        return None
    for stop in range(min(limit, index + MAX_SYLLABLES), index, -1):
        if not _is_capital(tokens, stop - 1):
            continue
        name = tokens.norm(index, stop).replace("–", "-")
        if name in gazetteer.provinces and not (stop < limit and _is_capital(tokens, stop)):
            return _Found(index, stop, None, PlaceLevel.PROVINCE, tokens.text(index, stop))
    return None


def _runs_on(tokens: Tokens, before: int) -> bool:
    """Say whether a capitalised word right before makes this one part of a longer name ("Nguyễn Hòa Bình")."""
    return _is_capital(tokens, before) and before > 0 and tokens.words[before - 1] not in ".!?"


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
    province = gazetteer.provinces.get(spelling(one.name))
    is_province = province is not None and one.level in (PlaceLevel.PROVINCE, PlaceLevel.OTHER)
    if is_province and province is not None:
        level = PlaceLevel.PROVINCE
        today: tuple[str, ...] = (gazetteer.today[province],)
    else:
        level = PlaceLevel.DISTRICT if one.level is PlaceLevel.OTHER else one.level
        near = _following(tokens, found, number)
        province, today = _below(gazetteer, one, level, near, provinces)
    written = tokens.text(one.first, one.stop)
    return Place(
        start=tokens.starts[one.first],
        end=tokens.ends[one.stop - 1],
        rule="place.ranked" if one.rank else "place.province",
        confidence=0.95 if today else 0.8,
        evidence=(
            Evidence(start=tokens.starts[one.first], end=tokens.ends[one.stop - 1], role="name"),
        ),
        name=f"{one.rank} {one.name}" if one.rank else (province or written),
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
