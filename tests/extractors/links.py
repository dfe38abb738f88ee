"""Links of a text as pairs of the words that they join, for the tests of linking."""

from datetime import date

from extractors.entities import Relation
from extractors.extract import extract_all
from extractors.facts import Facts


def linked(text: str, relation: Relation, *, published: date | None = None) -> set[tuple[str, str]]:
    """Give the words that each link of one relation leads from and to."""
    facts = extract_all(text, published=published)
    return {
        (
            words(facts, text, one.from_layer, one.from_index),
            words(facts, text, one.to_layer, one.to_index),
        )
        for one in facts.links
        if one.relation is relation
    }


def words(facts: Facts, text: str, layer: str, number: int) -> str:
    """Give the words of one mention of a layer."""
    one = getattr(facts, layer)[number]
    return text[one.start : one.end]
