"""The rows of a data set as typed records, for code that would rather not index columns by name."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from corpus.errors import CorpusError
from corpus.tables import Cell, DataTable


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


Record = TypeVar("Record", ArticleRecord, CampaignRecord, FigureRecord, AwardRecord)


def make_records(table: DataTable, kind: type[Record]) -> tuple[Record, ...]:
    """Give the rows of a table as records; raise `CorpusError` where a column is missing."""
    names = [field.name for field in fields(kind)]
    missing = set(names) - set(table.names) - {"text"}
    if missing:
        raise CorpusError(f"table {table.name} has no columns {', '.join(sorted(missing))}")
    return tuple(kind(**_known(row, names)) for row in table.records())  # type: ignore[arg-type]


def _known(row: Mapping[str, Cell], names: list[str]) -> dict[str, Cell]:
    return {name: row[name] for name in names if name in row}
