"""The packaged knowledge of the field: campaigns, award forms, bodies and provinces, each entry with its source."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from extractors.errors import OntologyError


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignEntry:
    """A campaign, or a thing whose name could be taken for one."""

    id: str
    """Stable id, a slug of the name."""
    name: str
    """The usual name."""
    type: str
    """A `CampaignType`, or "giai_thuong" (a prize) or "le_ky_niem" (an anniversary): those are no campaigns."""
    aliases: tuple[str, ...]
    """All printed forms, the name included."""
    role: str | None
    """"generic", "theme" or "occasion"; None for a named campaign."""
    sources: tuple[str, ...]
    """Where the entry was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardEntry:
    """An award form, title or prize."""

    id: str
    """Stable id, a slug of the name."""
    name: str
    """The usual name."""
    category: str
    """The category of the field guide, such as "danh_hieu_thi_dua"."""
    level: str
    """The level that confers it."""
    aliases: tuple[str, ...]
    """All printed forms, the name included."""
    grantors: tuple[str, ...]
    """Ids of the bodies that confer it."""
    fallback: bool
    """Whether it stands for a form whose grantor the text does not name."""
    sources: tuple[str, ...]
    """Where the entry was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyEntry:
    """A union body, state body or class of bodies."""

    id: str
    """Stable id, a slug of the name."""
    name: str
    """The usual name."""
    type: str
    """What sort of body it is."""
    level: str | None
    """Its level; None where the entry has none."""
    aliases: tuple[str, ...]
    """All printed forms, name and abbreviations included."""
    is_class: bool
    """Whether it is a class of bodies ("LĐLĐ cấp tỉnh") and not one body."""
    grants: tuple[str, ...]
    """Categories of awards it confers."""
    sources: tuple[str, ...]
    """Where the entry was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceEntry:
    """A province as it was before July 2025."""

    name: str
    """Its name then."""
    kind: str
    """"tinh" or "thanh_pho"."""
    today: str
    """The province it belongs to since 1 July 2025."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ontology:
    """All entries. Compared and hashed by identity, so that what is built from it can be cached."""

    campaigns: tuple[CampaignEntry, ...]
    """Campaigns and their look-alikes."""
    awards: tuple[AwardEntry, ...]
    """Award forms."""
    bodies: tuple[BodyEntry, ...]
    """Bodies."""
    provinces: tuple[ProvinceEntry, ...]
    """The 63 provinces before July 2025."""
    abbreviations: dict[str, str]
    """What each abbreviation without a second reading stands for."""


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """Load the packaged ontology; raises `OntologyError` where an entry is broken."""
    campaigns, awards, bodies = (_read(n) for n in ("campaigns", "awards", "organizations"))
    try:
        return Ontology(
            campaigns=tuple(_campaign(row) for row in campaigns["campaigns"]),
            awards=tuple(_award(row) for row in awards["awards"]),
            bodies=tuple(_body(row) for row in bodies["organizations"]),
            provinces=tuple(
                ProvinceEntry(
                    name=_text(row, "province"),
                    kind=_text(row, "kind"),
                    today=_text(row, "after_2025_07_01"),
                )
                for row in bodies["provinces_before_2025_07"]
            ),
            abbreviations={
                _text(row, "abbr"): _text(row, "vi")
                for row in bodies["abbreviations"]
                if not row["ambiguous"]
            },
        )
    except KeyError as err:
        raise OntologyError(f"an entry of the packaged ontology lacks the key {err}") from err


def _campaign(row: dict[str, object]) -> CampaignEntry:
    return CampaignEntry(
        id=_text(row, "id"),
        name=_text(row, "name_vi"),
        type=_text(row, "type"),
        aliases=_names(row, "name_vi", "aliases", "attested_variants"),
        role=_maybe(row, "role"),
        sources=_names(row, "sources"),
    )


def _award(row: dict[str, object]) -> AwardEntry:
    return AwardEntry(
        id=_text(row, "id"),
        name=_text(row, "name_vi"),
        category=_text(row, "category"),
        level=_text(row, "level"),
        aliases=_names(row, "name_vi", "aliases", "attested_variants"),
        grantors=_names(row, "grantors"),
        fallback=bool(row.get("fallback")),
        sources=_names(row, "sources"),
    )


def _body(row: dict[str, object]) -> BodyEntry:
    return BodyEntry(
        id=_text(row, "id"),
        name=_text(row, "name_vi"),
        type=_text(row, "type"),
        level=_maybe(row, "level"),
        aliases=_names(row, "name_vi", "aliases", "abbreviations"),
        is_class=bool(row.get("is_class")),
        grants=_names(row, "grants"),
        sources=_names(row, "sources"),
    )


def _read(name: str) -> dict[str, list[dict[str, object]]]:
    path = resources.files("extractors") / "ontology" / f"{name}.json"
    try:
        data: dict[str, list[dict[str, object]]] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as err:
        raise OntologyError(
            f"the packaged ontology file {name}.json cannot be read: {err}"
        ) from err
    return data


def _text(row: dict[str, object], key: str) -> str:
    value = row[key]
    if not isinstance(value, str) or not value:
        raise OntologyError(f"entry {row.get('id')!r}: {key} is not a text: {value!r}")
    return value


def _maybe(row: dict[str, object], key: str) -> str | None:
    return _text(row, key) if row.get(key) else None


def _names(row: dict[str, object], *keys: str) -> tuple[str, ...]:
    """Join texts and lists of texts, each once, in order."""
    found: list[str] = []
    for key in keys:
        value = row.get(key) or ()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, (list, tuple)):
            found.extend(str(one) for one in value)
    return tuple(dict.fromkeys(found))
