"""Scores in parts: by field, kind, genre, source, layout and year, each with its interval."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.entity_measures import ENTITY_MEASURES
from corpus.errors import CorpusError
from corpus.evaluate import Counts, Score, score_documents
from corpus.field_measures import FIELD_MEASURES
from corpus.measures import FULL, MEASURES, Agrees
from corpus.records import LAYERS, Annotated

ROUNDS = 1000
BYS = ("field", "kind", "genre", "source", "layout", "year")
NOT_STATED = "not stated"

# A measure that asks for the same kind, so that the mentions of one kind can be scored alone.
KIND_MEASURES: dict[str, tuple[str, str]] = {
    "campaigns": ("campaign.type", "type"),
    "figures": ("figure.full", "kind"),
    "awards": ("award.full", "form"),
    "organizations": ("organization.type", "type"),
    "places": ("place.full", "level"),
    "documents": ("document.full", "kind"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of an evaluation: a measure over a part of the gold."""

    by: str
    """What the gold is cut by: "all" or one of `BYS`."""
    part: str
    """The part, such as "money" or "2025"; "all" for the whole."""
    measure: str
    """Name of the measure."""
    documents: int
    """Documents with such a mention in the gold or among the predicted."""
    counts: Counts
    """Right, predicted and gold mentions."""
    low: float
    """Lower end of the 95 % bootstrap interval of F1."""
    high: float
    """Its upper end."""


def measures_for(layers: Sequence[str]) -> dict[str, tuple[str, Agrees]]:
    """Give the measures of some layers, in their usual order."""
    return {
        name: pair for name, pair in (MEASURES | ENTITY_MEASURES).items() if pair[0] in set(layers)
    }


def score_lines(
    gold: Sequence[Annotated], predicted: Sequence[Annotated], layers: Sequence[str]
) -> tuple[Line, ...]:
    """Score every measure of some layers over all documents."""
    return _lines("all", "all", score_documents(gold, predicted, measures_for(layers)))


def break_down(
    gold: Sequence[Annotated], predicted: Sequence[Annotated], by: str, layers: Sequence[str]
) -> tuple[Line, ...]:
    """Score the parts of the gold; raise `CorpusError` where it cannot be cut so."""
    if by == "field":
        wanted = {name: pair for name, pair in FIELD_MEASURES.items() if pair[0] in set(layers)}
        return _lines("field", "all", score_documents(gold, predicted, wanted))
    if by == "kind":
        return tuple(_by_kind(gold, predicted, layers))
    if by in BYS:
        return tuple(_by_document(gold, predicted, by, layers))
    raise CorpusError(f"{by!r}: the gold is cut by {', '.join(BYS)}")


def _by_kind(
    gold: Sequence[Annotated], predicted: Sequence[Annotated], layers: Sequence[str]
) -> Iterator[Line]:
    every = measures_for(layers)
    for layer in layers:
        if layer not in KIND_MEASURES:
            continue
        measure, field = KIND_MEASURES[layer]
        kinds = {
            str(mention.get(field) or NOT_STATED)
            for document in (*gold, *predicted)
            for mention in document.layer(layer)
        }
        for kind in sorted(kinds):
            known, given = (_of_kind(some, layer, field, kind) for some in (gold, predicted))
            score = score_documents(known, given, {measure: every[measure]})
            yield from _lines("kind", kind, score)


def _of_kind(
    documents: Sequence[Annotated], layer: str, field: str, kind: str
) -> tuple[Annotated, ...]:
    return tuple(
        Annotated(
            id=document.id,
            mentions={
                layer: tuple(
                    one
                    for one in document.layer(layer)
                    if str(one.get(field) or NOT_STATED) == kind
                )
            },
        )
        for document in documents
    )


def _by_document(
    gold: Sequence[Annotated], predicted: Sequence[Annotated], by: str, layers: Sequence[str]
) -> Iterator[Line]:
    every = measures_for(layers)
    chosen = {
        name: pair for name, pair in every.items() if name in FULL or set(layers).isdisjoint(LAYERS)
    }
    for part in sorted({document.about.get(by, NOT_STATED) for document in gold}):
        some = [document for document in gold if document.about.get(by, NOT_STATED) == part]
        yield from _lines(by, part, score_documents(some, predicted, chosen))


def _lines(by: str, part: str, score: Score) -> tuple[Line, ...]:
    lines = []
    for measure, rows in score.by_document.items():
        low, high = bootstrap(rows)
        lines.append(
            Line(
                by=by,
                part=part,
                measure=measure,
                documents=sum(1 for row in rows.values() if row.gold or row.predicted),
                counts=score.counts(measure),
                low=low,
                high=high,
            )
        )
    return tuple(lines)


def bootstrap(
    rows: Mapping[str, Counts], *, rounds: int = ROUNDS, seed: int = 0
) -> tuple[float, float]:
    """Give the 95 % bootstrap interval of one measure's F1, drawing whole documents."""
    triples = [(one.right, one.predicted, one.gold) for _, one in sorted(rows.items())]
    if not triples:
        return 0.0, 0.0
    draw = random.Random(seed)
    found = []
    for _ in range(rounds):
        right, predicted, gold = map(sum, zip(*draw.choices(triples, k=len(triples)), strict=True))
        found.append(Counts(right=right, predicted=predicted, gold=gold).f1)
    found.sort()
    return found[int(0.025 * rounds)], found[min(int(0.975 * rounds), rounds - 1)]
