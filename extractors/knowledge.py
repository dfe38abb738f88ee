"""What the further layers know beforehand: the ontology, the places and two look-ups made from them."""

from dataclasses import dataclass
from functools import lru_cache

from extractors.gazetteer import Gazetteer, load_gazetteer
from extractors.ontology import BodyEntry, Ontology, load_ontology
from extractors.text import spelling


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Read-only, so one serves all threads."""

    ontology: Ontology
    """Campaigns, awards, bodies."""
    gazetteer: Gazetteer
    """Places."""
    bodies: dict[str, BodyEntry]
    """Id → body."""
    body_ids: dict[str, str]
    """Name of a body by `spelling` → id."""


@lru_cache(maxsize=1)
def load_knowledge() -> Knowledge:
    """Load the packaged knowledge, once a process."""
    ontology = load_ontology()
    single = [entry for entry in ontology.bodies if not entry.is_class]
    return Knowledge(
        ontology=ontology,
        gazetteer=load_gazetteer(),
        bodies={entry.id: entry for entry in ontology.bodies},
        # The first entry of a name wins: after July 2025 a merged province kept the name of one of its parts.
        body_ids={spelling(entry.name): entry.id for entry in reversed(single)},
    )
