"""Campaigns: named undertakings that people join."""

from collections.abc import Iterable

from extractors.document import Document
from extractors.lexicon import Term
from extractors.ontology import Ontology
from extractors.records import Campaign


def campaign_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the phrases that campaigns are found by."""
    for entry in ontology.campaigns:
        for alias in entry.aliases:
            yield Term("campaign", alias, entry.id)


def find_campaigns(document: Document, ontology: Ontology) -> tuple[Campaign, ...]:
    """Find campaigns in order of place."""
    return ()
