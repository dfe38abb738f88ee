"""What links lead to: the layers of a text laid out by place, and the bodies that speakers stand for."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.entities import (
    LegalDocument,
    Organization,
    Person,
    Place,
    Quotation,
    Relation,
    TimeMention,
)
from extractors.records import Award, Campaign, Figure, Mention, Span
from extractors.text import spelling

# Offices speak and act for their body; what a worker of it did is no figure of the body.
OFFICES = frozenset(
    spelling(one)
    for one in ("chủ", "phó", "bí", "giám", "trưởng", "ủy", "tổng", "chánh", "cục", "vụ")
)


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers that links go from and to, under the names that they have in `Facts`."""

    figures: Sequence[Figure]
    awards: Sequence[Award]
    campaigns: Sequence[Campaign]
    organizations: Sequence[Organization]
    times: Sequence[TimeMention]
    places: Sequence[Place]
    documents: Sequence[LegalDocument]
    people: Sequence[Person]
    quotations: Sequence[Quotation] = ()


@dataclass(frozen=True, slots=True)
class Targets:
    """Possible targets of one relation, by place."""

    relation: Relation
    """The relation."""
    layer: str
    """Name of their layer."""
    starts: list[int]
    """Code points that they begin at."""
    mentions: Sequence[Mention]
    """The mentions themselves."""


def lay_out(relation: Relation, layer: str, mentions: Sequence[Mention]) -> Targets:
    """Lay out the mentions of a layer as targets of a relation."""
    return Targets(relation, layer, [one.start for one in mentions], mentions)


def overlaps(one: Span, other: Span) -> bool:
    """Say whether two stretches share a code point."""
    return min(one.end, other.end) > max(one.start, other.start)


def overlapping(targets: Targets, place: Span) -> int | None:
    """Give the first target that shares a code point with a stretch."""
    at = max(bisect_right(targets.starts, place.start) - 1, 0)
    for index in range(at, len(targets.starts)):
        one = targets.mentions[index]
        if one.start >= place.end:
            return None
        if one.end > place.start:
            return index
    return None


class Spoken:
    """The bodies that the speakers of quotations hold an office of."""

    def __init__(self, layers: Layers) -> None:
        """Take the officers among the people of a text."""
        self._quotations = layers.quotations
        self._starts = [one.start for one in layers.quotations]
        self._units = {
            person.name: evidence
            for person in reversed(layers.people)
            if spelling(person.role or "").split(" ")[0] in OFFICES
            for evidence in person.evidence
            if evidence.role == "unit"
        }

    def is_reported(self, place: int) -> bool:
        """Say whether a code point lies in what an officer reports behind a colon, without quotation marks."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._quotations[index].end:
            return False
        return self._quotations[index].rule == "quotation.colon"

    def unit_at(self, place: int) -> Span | None:
        """Give the place of the body for which the one who says what stands at a code point speaks."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._quotations[index].end:
            return None
        return self._units.get(self._quotations[index].speaker or "")
