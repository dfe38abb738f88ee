"""How far two annotators agree: F1 for where things stand, κ and plain shares for what was said of them.

κ does not fit spans, for nobody can say how many spans were not marked (Hripcsak and Rothschild 2005); the F1 of one
annotator against the other does, and is the same both ways.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.breakdown import bootstrap, measures_for
from corpus.errors import CorpusError
from corpus.evaluate import Counts, match, score_documents
from corpus.field_measures import FIELD_MEASURES
from corpus.measures import Mention, exact, overlaps
from corpus.records import LAYERS, Annotated

CLOSED_FIELDS: dict[str, tuple[str, ...]] = {
    "campaigns": ("type",),
    "figures": ("kind", "modifier"),
    "awards": ("form", "rank", "status"),
    "organizations": ("type",),
    "places": ("level",),
    "documents": ("kind",),
}
"""Fields with a closed set of values: κ is asked for these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanAgreement:
    """Agreement on where mentions stand, or on where and what together."""

    measure: str
    """"span.exact", "span.overlap", or a measure of the guideline."""
    layer: str
    """The layer."""
    counts: Counts
    """`predicted` are the second annotator's mentions, `gold` the first one's."""
    low: float
    """Lower end of the 95 % bootstrap interval of F1."""
    high: float
    """Its upper end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAgreement:
    """Agreement on one field of mentions that both annotators marked."""

    layer: str
    """The layer."""
    field: str
    """The field."""
    pairs: int
    """Mentions that both marked."""
    same: int
    """Of those, how many have the same value."""
    kappa: float | None
    """Cohen's κ. None for open fields, and where both used one and the same value throughout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """All of it."""

    documents: int
    """Documents that both annotated."""
    only_first: tuple[str, ...]
    """Ids of documents that the first alone annotated."""
    only_second: tuple[str, ...]
    """Ids of documents that the second alone annotated."""
    spans: tuple[SpanAgreement, ...]
    """By layer."""
    fields: tuple[FieldAgreement, ...]
    """By layer and field."""


def agree(
    first: Sequence[Annotated], second: Sequence[Annotated], layers: Sequence[str] = LAYERS
) -> Agreement:
    """Compare two annotators over the documents of both; raise `CorpusError` where their texts differ or none is shared."""
    theirs = {document.id: document for document in second}
    pairs = [(one, theirs[one.id]) for one in first if one.id in theirs]
    if not pairs:
        raise CorpusError("the two files share no document id")
    for a, b in pairs:
        if a.text is not None and b.text is not None and a.text != b.text:
            raise CorpusError(f"{a.id}: the two annotators read different texts")
    shared = {a.id for a, _ in pairs}
    return Agreement(
        documents=len(pairs),
        only_first=tuple(one.id for one in first if one.id not in shared),
        only_second=tuple(one.id for one in second if one.id not in shared),
        spans=tuple(row for layer in layers for row in _spans(pairs, layer)),
        fields=tuple(row for layer in layers for row in _fields(pairs, layer)),
    )


def _spans(pairs: Sequence[tuple[Annotated, Annotated]], layer: str) -> list[SpanAgreement]:
    measures = {"span.exact": (layer, exact), "span.overlap": (layer, overlaps)}
    score = score_documents(
        [a for a, _ in pairs], [b for _, b in pairs], measures | measures_for((layer,))
    )
    rows = []
    for measure, by_document in score.by_document.items():
        low, high = bootstrap(by_document)
        rows.append(
            SpanAgreement(
                measure=measure, layer=layer, counts=score.counts(measure), low=low, high=high
            )
        )
    return rows


def _fields(pairs: Sequence[tuple[Annotated, Annotated]], layer: str) -> list[FieldAgreement]:
    both = [two for a, b in pairs for two in pair_mentions(a.layer(layer), b.layer(layer))]
    closed = CLOSED_FIELDS.get(layer, ())
    rows = [_closed(layer, field, both) for field in closed]
    for name, (of, agrees) in FIELD_MEASURES.items():
        field = name.rsplit(".", 1)[1]
        if of == layer and field not in closed:
            same = sum(agrees(g, p) for g, p in both)
            rows.append(
                FieldAgreement(layer=layer, field=field, pairs=len(both), same=same, kappa=None)
            )
    return rows


def pair_mentions(
    golds: Sequence[Mention], others: Sequence[Mention]
) -> list[tuple[Mention, Mention]]:
    """Pair mentions one to one: those with the same span first, then those that overlap."""
    sure = match(golds, others, exact)
    left = [i for i in range(len(golds)) if i not in sure]
    free = [j for j in range(len(others)) if j not in set(sure.values())]
    rest = match([golds[i] for i in left], [others[j] for j in free], overlaps)
    found = sure | {left[i]: free[j] for i, j in rest.items()}
    return [(golds[i], others[j]) for i, j in sorted(found.items())]


def _closed(layer: str, field: str, both: Sequence[tuple[Mention, Mention]]) -> FieldAgreement:
    values = [(str(a.get(field)), str(b.get(field))) for a, b in both]
    return FieldAgreement(
        layer=layer,
        field=field,
        pairs=len(values),
        same=sum(a == b for a, b in values),
        kappa=kappa(values),
    )


def kappa(values: Sequence[tuple[str, str]]) -> float | None:
    """Give Cohen's κ of paired values; None where there are none, or chance alone explains all of them."""
    if not values:
        return None
    total = len(values)
    first, second = Counter(a for a, _ in values), Counter(b for _, b in values)
    by_chance = sum(first[value] * second[value] for value in first) / total**2
    if by_chance == 1:
        return None
    observed = sum(a == b for a, b in values) / total
    return (observed - by_chance) / (1 - by_chance)
