"""The front door: one text in, all facts out."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from extractors.award_names import award_terms, find_award_names
from extractors.awards import find_awards
from extractors.campaigns import campaign_terms, find_campaigns
from extractors.document import read_document
from extractors.facts import Facts
from extractors.figures import figure_terms, find_figures
from extractors.lexicon import Lexicon
from extractors.ontology import Ontology, load_ontology
from extractors.records import Mention, Span
from extractors.text import TextLayer

AnySpan = TypeVar("AnySpan", bound=Span)


@dataclass(frozen=True, slots=True)
class Extractor:
    """An ontology and the lexicon built from it; read-only, so one serves all threads."""

    ontology: Ontology
    """What is known beforehand."""
    lexicon: Lexicon
    """All fixed phrases."""

    def extract(self, text: str) -> Facts:
        """Read one text; offsets are into it exactly as given. Never raises on any `str`."""
        document = read_document(text, self.lexicon)
        campaigns = find_campaigns(document, self.ontology)
        names = find_award_names(document, self.ontology)
        figures, digits = find_figures(document, names=(*campaigns, *names))
        awards = find_awards(document, names=names, figures=figures, campaigns=campaigns)
        layer = document.layer
        return Facts(
            campaigns=_given(layer, campaigns),
            figures=_given(layer, figures),
            awards=_given(layer, awards),
            digits=_given(layer, digits),
        )


@lru_cache(maxsize=1)
def load_extractor() -> Extractor:
    """Build the extractor with the packaged ontology, once a process."""
    ontology = load_ontology()
    terms = (*campaign_terms(ontology), *award_terms(ontology), *figure_terms(ontology))
    return Extractor(ontology=ontology, lexicon=Lexicon(terms))


def extract(text: str) -> Facts:
    """Read one text with the packaged ontology."""
    return load_extractor().extract(text)


def _given(layer: TextLayer, mentions: tuple[AnySpan, ...]) -> tuple[AnySpan, ...]:
    """Lead mentions from the working copy back to the text as given."""
    if layer.starts is None:
        return mentions
    return tuple(_moved(layer, mention) for mention in mentions)


def _moved(layer: TextLayer, mention: AnySpan) -> AnySpan:
    start, end = layer.given_span(mention.start, mention.end)
    if isinstance(mention, Mention):
        return replace(mention, start=start, end=end, evidence=_given(layer, mention.evidence))
    return replace(mention, start=start, end=end)
