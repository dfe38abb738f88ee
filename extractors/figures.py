"""Figures: stated quantities; and the owner of each run of digits."""

from collections.abc import Iterable, Sequence

from extractors.document import Document
from extractors.lexicon import Term
from extractors.ontology import Ontology
from extractors.records import DigitRun, Figure, Span


def figure_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the phrases that figures are found by."""
    return ()


def find_figures(
    document: Document, *, names: Sequence[Span]
) -> tuple[tuple[Figure, ...], tuple[DigitRun, ...]]:
    """Find figures and the owner of every number, in order; numbers inside `names` are none."""
    return (), ()
