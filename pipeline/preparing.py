"""What is made of a document before it is stored, so that the write lock is held for the writing alone."""

from dataclasses import dataclass

from extractors.facts import Facts
from pipeline.search_text import fold_for_search, spell_for_search
from pipeline.sentences import Sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Sentences and search forms of one document."""

    sentences: Sentences
    """The sentences of the text, those that facts stand in cut already."""
    title: str
    """The title as search compares it, with marks."""
    body: str
    """The text, likewise."""
    title_fold: str
    """The title without marks."""
    body_fold: str
    """The text without marks."""


def prepare(title: str | None, text: str, facts: Facts | None) -> Prepared:
    """Cut the sentences around the facts and make the search forms."""
    return Prepared(
        sentences=Sentences.of_facts(text, facts) if facts else Sentences(text),
        title=spell_for_search(title or ""),
        body=spell_for_search(text),
        title_fold=fold_for_search(title or ""),
        body_fold=fold_for_search(text),
    )
