"""Awards as named in the text: the places where an award is spoken of, before anything else is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from extractors.document import Document
from extractors.lexicon import Term
from extractors.ontology import Ontology
from extractors.records import AwardForm, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardName(Span):
    """A place that names an award, or praises by a verb."""

    form: AwardForm
    """The form it names."""


def award_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the phrases that awards are found by."""
    return ()


def find_award_names(document: Document, ontology: Ontology) -> tuple[AwardName, ...]:
    """Find the places that name an award, in order."""
    return ()
