"""The facts that a person found in an article of the sample press, in the guideline's fields."""

from dataclasses import dataclass

from extractors.records import (
    AwardForm,
    AwardStatus,
    CampaignType,
    FigureKind,
    Modifier,
    Recipient,
    Span,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldCampaign(Span):
    """A campaign as a person marked it."""

    text: str
    """The marked words."""
    type: CampaignType
    """Its kind."""
    id: str | None = None
    """Id in the ontology; None where it does not stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure(Span):
    """A figure as a person marked it."""

    text: str
    """The marked words."""
    value: float
    """The number with its magnitude word applied."""
    value_max: float | None = None
    """Upper end of a range. None where there is no range."""
    of: float | None = None
    """The total or target. None where there is none."""
    modifier: Modifier = Modifier.EXACT
    """The hedge."""
    kind: FigureKind
    """The sort of quantity."""
    unit: str | None = None
    """What is counted or measured. None where not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAward(Span):
    """An award as a person marked it."""

    text: str
    """The marked words."""
    form: AwardForm
    """The form of commendation."""
    title: str | None = None
    """The proper name in it."""
    rank: str | None = None
    """Rank, such as "nhat"."""
    level: str | None = None
    """Level as written."""
    grantor: str | None = None
    """Who confers, as written."""
    recipients: tuple[Recipient, ...] = ()
    """Who receives."""
    status: AwardStatus = AwardStatus.CONFERRED
    """How real it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A text with everything that a person found in it."""

    id: str
    """Id of the document; for the sample press, paper and stem of the article."""
    text: str
    """The text that all offsets count in."""
    campaigns: tuple[GoldCampaign, ...] = ()
    """In the order of the text."""
    figures: tuple[GoldFigure, ...] = ()
    """In the order of the text."""
    awards: tuple[GoldAward, ...] = ()
    """In the order of the text."""
