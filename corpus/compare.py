"""Whether one system is better than another on the same gold: a permutation test over documents.

Approximate randomisation (Noreen 1989; Yeh 2000): the two systems' answers to a document are swapped at random; p is
the share of swaps whose difference is at least as large as the one that was measured.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.breakdown import measures_for
from corpus.evaluate import Counts, Score, score_documents
from corpus.measures import FULL, HEADLINE
from corpus.records import LAYERS, Annotated

ROUNDS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two systems by one measure."""

    measure: str
    """Name of the measure, or "headline" or "full" for a mean of three."""
    first: float
    """F1 of the first system."""
    second: float
    """F1 of the second."""
    p: float
    """Two-sided p-value of the permutation test."""

    @property
    def gain(self) -> float:
        """What the second has over the first."""
        return self.second - self.first


def compare_systems(
    gold: Sequence[Annotated],
    first: Sequence[Annotated],
    second: Sequence[Annotated],
    *,
    layers: Sequence[str] = LAYERS,
    rounds: int = ROUNDS,
    seed: int = 0,
) -> tuple[Difference, ...]:
    """Compare two systems by every measure of some layers, and by the two means where they apply."""
    measures = measures_for(layers)
    a, b = (score_documents(gold, one, measures) for one in (first, second))
    groups: dict[str, tuple[str, ...]] = {name: (name,) for name in measures}
    if set(FULL) <= set(measures):
        groups |= {"headline": HEADLINE, "full": FULL}
    return tuple(
        Difference(
            measure=name,
            first=a.mean(group),
            second=b.mean(group),
            p=_permute(a, b, group, rounds, seed),
        )
        for name, group in groups.items()
    )


def _permute(a: Score, b: Score, group: Sequence[str], rounds: int, seed: int) -> float:
    """Give the p-value; only documents that the systems answer differently can matter when swapped."""
    ids = sorted(a.by_document[group[0]])
    rows = [
        (tuple(a.by_document[m][one] for m in group), tuple(b.by_document[m][one] for m in group))
        for one in ids
    ]
    differing = [pair for pair in rows if pair[0] != pair[1]]
    if not differing:
        return 1.0
    fixed = _add([pair[0] for pair in rows if pair[0] == pair[1]], len(group))
    wanted = abs(_gain(differing, fixed))
    draw = random.Random(seed)
    reached = 0
    for _ in range(rounds):
        bits = draw.getrandbits(len(differing))
        swapped = [pair[::-1] if bits >> n & 1 else pair for n, pair in enumerate(differing)]
        reached += abs(_gain(swapped, fixed)) >= wanted - 1e-12
    return (reached + 1) / (rounds + 1)


Triples = list[tuple[int, int, int]]


def _gain(pairs: Sequence[Sequence[tuple[Counts, ...]]], fixed: Triples) -> float:
    sides = [_add([pair[side] for pair in pairs], len(fixed), fixed) for side in (0, 1)]
    return _mean(sides[1]) - _mean(sides[0])


def _add(rows: Sequence[tuple[Counts, ...]], width: int, start: Triples | None = None) -> Triples:
    return [
        (
            sum(row[n].right for row in rows) + (start[n][0] if start else 0),
            sum(row[n].predicted for row in rows) + (start[n][1] if start else 0),
            sum(row[n].gold for row in rows) + (start[n][2] if start else 0),
        )
        for n in range(width)
    ]


def _mean(triples: Triples) -> float:
    f1s = [Counts(right=r, predicted=p, gold=g).f1 for r, p, g in triples]
    return sum(f1s) / len(f1s)
