"""Administrative places before and after July 2025: provinces, districts and the communes they became."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from extractors.errors import OntologyError
from extractors.ontology import load_ontology
from extractors.text import spelling
from extractors.tokens import tokenize

RANKS = ("thành phố", "tỉnh", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã", "đặc khu")
# Printed forms that no folding leads to the table's name; the press's own abbreviations.
PROVINCE_ALIASES = {
    "hcm": "Hồ Chí Minh",
    "tphcm": "Hồ Chí Minh",
    "sài gòn": "Hồ Chí Minh",
    "huế": "Thừa Thiên Huế",
    "thừa thiên - huế": "Thừa Thiên Huế",
    "đắc lắc": "Đắk Lắk",
    "đắk lắc": "Đắk Lắk",
    "đắc nông": "Đắk Nông",
    "bắc cạn": "Bắc Kạn",
    "bà rịa vũng tàu": "Bà Rịa - Vũng Tàu",
    "brvt": "Bà Rịa - Vũng Tàu",
    "hn": "Hà Nội",
}


# Countries that the union press names most; Việt Nam itself is no place of an event.
COUNTRIES = (
    *(
        "Lào",
        "Campuchia",
        "Trung Quốc",
        "Nhật Bản",
        "Hàn Quốc",
        "Đài Loan",
        "Thái Lan",
        "Singapore",
    ),
    *("Malaysia", "Indonesia", "Philippines", "Ấn Độ", "Mỹ", "Hoa Kỳ", "Nga", "Đức", "Pháp", "Anh"),
    *("Úc", "Australia", "Canada", "Cuba", "Ba Lan", "Séc", "Bỉ", "Hà Lan", "Thụy Điển", "Italia"),
    *("Tây Ban Nha", "Bangladesh", "Myanmar", "Ukraine"),
)


# Provinces named after people: the name alone is the person's.
AFTER_PEOPLE = frozenset(("hồ chí minh",))


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district as it was before July 2025."""

    name: str
    """Its name with its rank, such as "Huyện Triệu Sơn"."""
    province: str
    """The province it lay in."""
    communes: dict[str, tuple[str, ...]]
    """Folded name of each of its communes → the communes that it became."""

    @property
    def today(self) -> tuple[str, ...]:
        """The communes of today that it became, each once."""
        return tuple(dict.fromkeys(one for names in self.communes.values() for one in names))


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places, looked up by folded name."""

    provinces: dict[str, str]
    """Folded name or alias → province before July 2025."""
    today: dict[str, str]
    """Province before July 2025 → province of today."""
    districts: dict[str, tuple[District, ...]]
    """Folded name without rank → districts of that name."""
    communes: dict[str, tuple[str, ...]]
    """Folded name, with rank, of a commune of today → its provinces of today."""
    beginnings: dict[str, tuple[tuple[str, ...], ...]]
    """First folded word → the names of provinces, towns and countries that begin with it, longer ones first."""
    towns: frozenset[tuple[str, ...]]
    """Folded names of towns that were districts and share their name with no province, known without their rank."""


def bare(name: str) -> str:
    """Fold the name of a place and take its rank away: "Huyện Triệu Sơn" gives "triệu sơn"."""
    folded = spelling(name)
    for rank in RANKS:
        word = spelling(rank) + " "
        if folded.startswith(word) and not folded.removeprefix(word).isdigit():
            return folded.removeprefix(word)
    return folded


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the packaged places; raises `OntologyError` where the file is broken."""
    path = resources.files("extractors") / "ontology" / "places.json"
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as err:
        raise OntologyError(f"the packaged file places.json cannot be read: {err}") from err
    provinces = {spelling(p.name): p.name for p in load_ontology().provinces}
    provinces |= {spelling(alias): name for alias, name in PROVINCE_ALIASES.items()}
    names = (*provinces, *(spelling(one) for one in COUNTRIES))
    towns = [name for name in _towns(data["districts"]) if name not in names]
    return Gazetteer(
        beginnings=_beginnings((*names, *towns)),
        towns=frozenset(tuple(tokenize(name).norms) for name in towns),
        provinces=provinces,
        today={p.name: p.today for p in load_ontology().provinces},
        districts=_districts(data["districts"], data["communes"]),
        communes=_communes(data["communes"]),
    )


def is_known_place(name: str) -> bool:
    """Say whether a folded name is that of a province or district of the packaged places."""
    places = load_gazetteer()
    return name in places.provinces or name in places.districts


def _towns(rows: Iterable[tuple[str, str, dict[str, list[int]]]]) -> list[str]:
    """Give the names of two syllables and more of what was a town of a province: "Phan Thiết", "Gia Nghĩa"."""
    towns = [bare(name) for name, _, _ in rows if name.startswith(("Thành phố ", "Thị xã "))]
    return [name for name in dict.fromkeys(towns) if " " in name]


def _beginnings(names: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(tokenize(name).norms)
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}


def _districts(
    rows: list[tuple[str, str, dict[str, list[int]]]], communes: list[tuple[str, str]]
) -> dict[str, tuple[District, ...]]:
    found: dict[str, list[District]] = {}
    for name, province, old in rows:
        became = {spelling(k): tuple(communes[i][0] for i in places) for k, places in old.items()}
        district = District(name=name, province=province, communes=became)
        found.setdefault(bare(name), []).append(district)
    return {name: tuple(districts) for name, districts in found.items()}


def _communes(rows: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, province in rows:
        found.setdefault(spelling(name), []).append(province)
    return {name: tuple(provinces) for name, provinces in found.items()}
