"""What the further layers give: bodies, people, places, times, documents, quotations, links and checks."""

from dataclasses import dataclass
from enum import StrEnum

from extractors.records import Evidence, Mention


class BodyType(StrEnum):
    """Sorts of organisations."""

    UNION = "union"
    STATE = "state"
    PARTY = "party"
    COMPANY = "company"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    ARMED_FORCES = "armed_forces"
    ASSOCIATION = "association"
    PRESS = "press"
    OTHER = "other"


class PlaceLevel(StrEnum):
    """Levels of administrative places, before and after July 2025."""

    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    OTHER = "other"


class Relation(StrEnum):
    """What a link says: the first mention belongs to the second."""

    CAMPAIGN = "campaign"
    ORGANIZATION = "organization"
    PLACE = "place"
    PERIOD = "period"
    PART_OF = "part_of"
    RECIPIENT_COUNT = "recipient_count"
    GRANTOR = "grantor"
    SPEAKER = "speaker"
    ISSUER = "issuer"


class CheckKind(StrEnum):
    """Sums that a text lets one do."""

    PARTS = "parts"
    PLAN = "plan"
    SHARE = "share"
    LIST_SUM = "list_sum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Mention):
    """A body: union, company, authority, school."""

    name: str
    """The name with its abbreviations expanded."""
    type: BodyType
    """What sort of body it is."""
    id: str | None = None
    """Id in the ontology. None where it does not stand there."""
    province: str | None = None
    """The province it belongs to, as it was named at the time. None where the text does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Mention):
    """A person by name; the span is the name alone."""

    name: str
    """The name, without form of address."""
    role: str | None = None
    """Office or occupation as written. None where the text does not say."""
    unit: str | None = None
    """The body the person belongs to, as written. None where the text does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Mention):
    """An administrative place."""

    name: str
    """Its name in the usual spelling, with its rank where the text gives one."""
    level: PlaceLevel
    """Its level as written."""
    province: str | None = None
    """The province it lay in before July 2025. None where it is not known."""
    today: tuple[str, ...] = ()
    """Where it lies today: one province, or the communes a district became; empty where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """A date or period."""

    begin: str | None
    """ISO 8601, as exact as stated: "2024", "2024-05" or "2024-05-17". None where only the end is known."""
    until: str | None
    """Last day, month or year of it, equal to `begin` for a single one. None where it is open."""
    relative: bool = False
    """Whether it was reckoned from the day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalDocument(Mention):
    """A law, decision, resolution, plan or the like."""

    kind: str
    """"Quyết định", "Nghị quyết", "Luật" …"""
    number: str | None = None
    """"999/QĐ-TLĐ". None where the text does not say."""
    dated: str | None = None
    """ISO 8601 date. None where the text does not say."""
    issuer: str | None = None
    """Who issued it, as written. None where the text does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Mention):
    """Words of somebody, quoted; the span is what stands inside the marks or after the colon."""

    speaker: str | None = None
    """Name of the speaker as written. None where the text does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One mention belongs to another."""

    relation: Relation
    """How."""
    from_layer: str
    """Name of the field of `Facts` that holds the first mention, such as "figures"."""
    from_index: int
    """Its place there."""
    to_layer: str
    """Name of the field of `Facts` that holds the second one."""
    to_index: int
    """Its place there."""
    rule: str
    """Id of the rule that linked them."""
    confidence: float = 1.0
    """Between 0 and 1."""
    evidence: tuple[Evidence, ...] = ()
    """What in the text shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A sum that the text states or implies, done again."""

    kind: CheckKind
    """What was reckoned."""
    passed: bool
    """Whether it comes out as stated."""
    stated: float
    """What the text says."""
    reckoned: float
    """What comes out."""
    figures: tuple[int, ...]
    """Places in `Facts.figures` of all figures used, the stated one first."""
    rule: str
    """Id of the rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """What the text as a whole is."""

    genre: str
    """"news", "interview", "report", "plan", "statistics", "portrait", "notice" or "caption"."""
    organization: int | None = None
    """Place in `Facts.organizations` of the body it is about. None where it is about none."""
    province: str | None = None
    """The province it is about, as named before July 2025. None where it is about none."""
    topics: tuple[str, ...] = ()
    """Fields of emulation and union work it speaks of."""
    outlook: str = "none"
    """"results" where it looks back, "plan" where it looks ahead, "both", or "none"."""
