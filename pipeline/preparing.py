"""What is made of a document before it is stored, so that the write lock is held for the writing alone."""

import zlib
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
    packed: bytes | None
    """The bytes of the page compressed by zlib. None where the archive keeps them."""


def prepare(
    title: str | None, text: str, facts: Facts | None, *, page: bytes | None = None
) -> Prepared:
    """Cut the sentences around the facts, make the search forms, compress the page."""
    return Prepared(
        sentences=Sentences.of_facts(text, facts) if facts else Sentences(text),
        title=spell_for_search(title or ""),
        body=spell_for_search(text),
        title_fold=fold_for_search(title or ""),
        body_fold=fold_for_search(text),
        packed=pack_page(page) if page is not None else None,
    )


def pack_page(page: bytes) -> bytes:
    """Compress the bytes of a page as the store keeps them."""
    return zlib.compress(page, 6)
