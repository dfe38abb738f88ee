"""All facts of one text in one record."""

from dataclasses import dataclass

from extractors.entities import (
    ArticleFacts,
    Check,
    LegalDocument,
    Link,
    Organization,
    Person,
    Place,
    Quotation,
    TimeMention,
)
from extractors.records import Award, Campaign, DigitRun, Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything read from one text, each tuple in the order of the text."""

    campaigns: tuple[Campaign, ...] = ()
    figures: tuple[Figure, ...] = ()
    awards: tuple[Award, ...] = ()
    digits: tuple[DigitRun, ...] = ()
    organizations: tuple[Organization, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeMention, ...] = ()
    documents: tuple[LegalDocument, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    links: tuple[Link, ...] = ()
    checks: tuple[Check, ...] = ()
    article: ArticleFacts | None = None
    """None where the layers beyond campaigns, figures and awards were not asked for."""
