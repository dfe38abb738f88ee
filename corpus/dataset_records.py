"""The rows of a data set as typed records, for code that would rather not index columns by name."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from corpus.errors import CorpusError
from corpus.tables import Cell, DataTable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """One article, in its newest version."""

    id: str
    """Its id."""
    title: str | None
    """Headline, names blanked as the data set's policy says."""
    source_slug: str
    """Its source."""
    kind: str
    """news, interview, photo or video."""
    published_on: str | None
    """Day in Hà Nội; a partial date where the page gives no more."""
    url: str | None
    """Address. None where there is none or where it spells a blanked name."""
    page_sha256: str
    """Hash of the page's bytes."""
    text_sha256: str
    """Hash of the text that offsets count in."""
    text_length: int
    """Length of that text in code points."""
    text: str | None = None
    """The text. None where the data set leaves it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRecord:
    """What all mentions have."""

    id: str
    """Its id."""
    article_id: str
    """The article."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words."""
    quote_start: int
    """First code point of the quote."""
    quote: str
    """The words around it."""
    rule: str
    """The rule that found it."""
    score: float
    """The rule's confidence."""
    extractor_id: str
    """Id of the extractor."""
    verdict: str | None
    """What a reviewer said: right or edited. None where nobody judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignRecord(MentionRecord):
    """A mention of a campaign."""

    campaign_id: str
    """The campaign."""
    type: str
    """Its type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecord(MentionRecord):
    """A stated quantity."""

    value: float
    """The number, magnitude applied."""
    value_max: float | None
    """Upper end of a range."""
    of: float | None
    """Total or target."""
    modifier: str
    """The hedge."""
    kind: str
    """The sort of quantity."""
    unit: str | None
    """What is counted or measured."""
    campaign_id: str | None
    """The campaign it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRecord(MentionRecord):
    """An award."""

    form_id: str
    """Its form."""
    title: str | None
    """Proper name."""
    rank: str | None
    """Rank."""
    level: str | None
    """Level as written."""
    grantor: str | None
    """Who confers."""
    status: str
    """How real it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRecord:
    """What the mentions of the further layers have."""

    id: str
    """Its id."""
    article_id: str
    """The article."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    rule: str
    """The rule that found it."""
    score: float
    """The rule's confidence."""
    extractor_id: str
    """Id of the extractor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRecord(PlacedRecord):
    """A mention of a body."""

    text: str
    """The words."""
    organization_id: str | None
    """The body. None where the words name none of its own."""
    name: str
    """Its name, abbreviations expanded."""
    type: str
    """union, company, state …"""
    province_id: str | None
    """Its province, as named at the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord(PlacedRecord):
    """A place where a person is named."""

    role: str | None = None
    """Office or occupation as written. None where names are not kept."""
    unit: str | None = None
    """The body they belong to, as written. None where names are not kept."""
    name_hash: str | None = None
    """Keyed hash of the name, equal within one database. None where names are not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord(PlacedRecord):
    """A mention of a place."""

    text: str
    """The words."""
    name: str
    """Usual spelling."""
    level: str
    """country, province, district or commune."""
    province_id: str | None
    """Its province before 1 July 2025."""
    today: str
    """JSON array of what it belongs to today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRecord(PlacedRecord):
    """A mention of a day or period."""

    text: str
    """The words."""
    period_from: str | None
    """A day, month or year."""
    period_to: str | None
    """A day, month or year."""
    relative: int
    """1 where reckoned from the day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord(PlacedRecord):
    """A mention of a law, decision or other document."""

    text: str
    """The words."""
    kind: str
    """As written."""
    number: str | None
    """As written."""
    dated_on: str | None
    """A day, month or year."""
    issuer: str | None
    """As written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRecord(PlacedRecord):
    """A quotation."""

    person_id: str | None
    """The mention of its speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRecord:
    """Which mention belongs to which."""

    id: str
    """Its id."""
    article_id: str
    """The article."""
    relation: str
    """campaign, organization, place, period, part_of, recipient_count or grantor."""
    from_id: str
    """The figure or award."""
    to_id: str
    """What it belongs to."""
    score: float
    """The rule's confidence."""
    rule: str
    """The rule that linked them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord:
    """A sum or share that was reckoned again."""

    id: str
    """Its id."""
    article_id: str
    """The article."""
    kind: str
    """parts, plan, share or list_sum."""
    passed: int
    """1 where it comes out as stated."""
    stated: float
    """What the article says."""
    reckoned: float
    """What comes out."""
    figure_id: str
    """The stated figure."""
    rule: str
    """The rule that reckoned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFactsRecord:
    """What an article as a whole is."""

    article_id: str
    """The article."""
    genre: str
    """news, interview, report, plan …"""
    organization_id: str | None
    """The body it is about."""
    province_id: str | None
    """Its province before 1 July 2025."""
    topics: str
    """JSON array of topics."""
    outlook: str
    """results, plan, both or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """One fact behind many mentions."""

    id: str
    """Its id."""
    kind: str
    """As of the figure."""
    unit_id: str | None
    """What is counted."""
    value: float
    """The number, magnitude applied."""
    value_max: float | None
    """Upper end of a range."""
    of: float | None
    """Total or target."""
    modifier: str
    """The hedge."""
    campaign_id: str | None
    """Its campaign."""
    organization_id: str | None
    """Its body."""
    period_from: str | None
    """A day, month or year."""
    period_to: str | None
    """A day, month or year."""
    first_article_id: str | None
    """The article that said it first."""
    contradicts_id: str | None
    """Another claim that says otherwise."""


Record = TypeVar("Record", bound="DataclassInstance")


def make_records(table: DataTable, kind: type[Record]) -> tuple[Record, ...]:
    """Give the rows of a table as records; raise `CorpusError` where a column is missing."""
    every = fields(kind)
    needed = {field.name for field in every if field.default is MISSING}
    missing = needed - set(table.names)
    if missing:
        raise CorpusError(f"table {table.name} has no columns {', '.join(sorted(missing))}")
    names = [field.name for field in every]
    return tuple(kind(**_known(row, names)) for row in table.records())


def _known(row: Mapping[str, Cell], names: list[str]) -> dict[str, Cell]:
    return {name: row[name] for name in names if name in row}
