"""The front door: one text in, all facts out."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from extractors.article_facts import article_terms
from extractors.award_names import award_terms, find_award_names
from extractors.awards import find_awards
from extractors.campaigns import campaign_terms, find_campaigns
from extractors.document import Document, read_document
from extractors.facts import Facts
from extractors.figures import figure_terms, find_figures
from extractors.further_layers import read_further
from extractors.knowledge import Knowledge, load_knowledge
from extractors.lexicon import Lexicon, Term
from extractors.ontology import Ontology
from extractors.organizations import organization_terms
from extractors.people import person_terms
from extractors.quotations import quotation_terms
from extractors.records import Mention, Span
from extractors.text import TextLayer

AnySpan = TypeVar("AnySpan", bound=Span)


@dataclass(frozen=True, slots=True)
class Extractor:
    """What is known beforehand and the lexicons built from it; read-only, so one serves all threads."""

    knowledge: Knowledge
    """Ontology and places."""
    lexicon: Lexicon
    """The fixed phrases of campaigns, figures and awards."""
    whole_lexicon: Lexicon
    """Those and the phrases of the further layers."""

    def extract(self, text: str) -> Facts:
        """Read campaigns, figures and awards; offsets are into the text exactly as given. Never raises on any `str`."""
        document = read_document(text, self.lexicon)
        return _lead_back(document.layer, _read_first(document, self.knowledge.ontology))

    def extract_all(self, text: str, *, published: date | None = None) -> Facts:
        """Read all layers; `published` is the day that relative dates are reckoned from."""
        document = read_document(text, self.whole_lexicon)
        facts = _read_first(document, self.knowledge.ontology)
        facts = read_further(document, facts, self.knowledge, published=published)
        return _lead_back(document.layer, facts)


@lru_cache(maxsize=1)
def load_extractor() -> Extractor:
    """Build the extractor with the packaged knowledge, once a process."""
    knowledge = load_knowledge()
    ontology = knowledge.ontology
    first = (*campaign_terms(ontology), *award_terms(ontology), *figure_terms(ontology))
    return Extractor(
        knowledge=knowledge,
        lexicon=Lexicon(first),
        whole_lexicon=Lexicon((*first, *_further_terms(ontology))),
    )


def extract(text: str) -> Facts:
    """Read campaigns, figures and awards with the packaged knowledge."""
    return load_extractor().extract(text)


def extract_all(text: str, *, published: date | None = None) -> Facts:
    """Read all layers with the packaged knowledge."""
    return load_extractor().extract_all(text, published=published)


def _further_terms(ontology: Ontology) -> tuple[Term, ...]:
    return (*organization_terms(ontology), *person_terms(), *quotation_terms(), *article_terms())


def _read_first(document: Document, ontology: Ontology) -> Facts:
    campaigns = find_campaigns(document, ontology)
    names = find_award_names(document, ontology)
    figures, digits = find_figures(document, names=(*campaigns, *names))
    awards = find_awards(document, names=names, figures=figures, campaigns=campaigns)
    return Facts(campaigns=campaigns, figures=figures, awards=awards, digits=digits)


def _lead_back(layer: TextLayer, facts: Facts) -> Facts:
    """Lead all places from the working copy back to the text as given."""
    if layer.starts is None:
        return facts
    return replace(
        facts,
        campaigns=_given(layer, facts.campaigns),
        figures=_given(layer, facts.figures),
        awards=_given(layer, facts.awards),
        digits=_given(layer, facts.digits),
        organizations=_given(layer, facts.organizations),
        people=_given(layer, facts.people),
        places=_given(layer, facts.places),
        times=_given(layer, facts.times),
        documents=_given(layer, facts.documents),
        quotations=_given(layer, facts.quotations),
        links=tuple(replace(one, evidence=_given(layer, one.evidence)) for one in facts.links),
    )


def _given(layer: TextLayer, mentions: tuple[AnySpan, ...]) -> tuple[AnySpan, ...]:
    return tuple(_moved(layer, mention) for mention in mentions)


def _moved(layer: TextLayer, mention: AnySpan) -> AnySpan:
    start, end = layer.given_span(mention.start, mention.end)
    if isinstance(mention, Mention):
        return replace(mention, start=start, end=end, evidence=_given(layer, mention.evidence))
    return replace(mention, start=start, end=end)
