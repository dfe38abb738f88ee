"""Score predicted mentions against gold: precision, recall and F1 a measure, with the errors and with intervals."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.measures import FULL, HEADLINE, MEASURES, Agrees, Mention
from corpus.records import Annotated


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many mentions were right, predicted and in the gold."""

    right: int
    """Mentions matched one to one."""
    predicted: int
    """Mentions given."""
    gold: int
    """Mentions in the gold."""

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 1 where nothing was to be found and nothing given."""
        return self.right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One error: a gold mention that was missed or a predicted one that is spurious."""

    measure: str
    """Name of the measure, such as "figure.full"."""
    document: str
    """Id of the document."""
    what: str
    """"missed" or "spurious"."""
    mention: Mention
    """The mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts by measure and document, and the errors."""

    by_document: dict[str, dict[str, Counts]]
    """measure → document id → counts."""
    misses: tuple[Miss, ...]
    """All errors, by measure and document."""

    def counts(self, measure: str, documents: Iterable[str] | None = None) -> Counts:
        """Pool the counts of a measure over documents (all of them by default; one may come twice)."""
        rows = self.by_document[measure]
        chosen = [rows[one] for one in (rows if documents is None else documents)]
        return Counts(
            right=sum(c.right for c in chosen),
            predicted=sum(c.predicted for c in chosen),
            gold=sum(c.gold for c in chosen),
        )

    def mean(self, measures: Sequence[str], documents: Sequence[str] | None = None) -> float:
        """Give the mean F1 of some measures."""
        return sum(self.counts(m, documents).f1 for m in measures) / len(measures)

    @property
    def headline(self) -> float:
        """Mean F1 of campaign.exact, figure.value and award.form."""
        return self.mean(HEADLINE)

    @property
    def full(self) -> float:
        """Mean F1 of campaign.exact, figure.full and award.full."""
        return self.mean(FULL)


def score_documents(
    gold: Sequence[Annotated],
    predicted: Sequence[Annotated],
    measures: Mapping[str, tuple[str, Agrees]] = MEASURES,
) -> Score:
    """Match predicted with gold one to one in each document; a document without a prediction has none right."""
    given = {document.id: document for document in predicted}
    table: dict[str, dict[str, Counts]] = {measure: {} for measure in measures}
    misses: list[Miss] = []
    for measure, (layer, agrees) in measures.items():
        for document in gold:
            golds = document.layer(layer)
            preds = given[document.id].layer(layer) if document.id in given else ()
            pairs = match(golds, preds, agrees)
            table[measure][document.id] = Counts(
                right=len(pairs), predicted=len(preds), gold=len(golds)
            )
            taken = set(pairs.values())
            wrong = [("missed", g) for i, g in enumerate(golds) if i not in pairs]
            wrong += [("spurious", p) for j, p in enumerate(preds) if j not in taken]
            misses += [
                Miss(measure=measure, document=document.id, what=what, mention=mention)
                for what, mention in wrong
            ]
    return Score(by_document=table, misses=tuple(misses))


def match(golds: Sequence[Mention], preds: Sequence[Mention], agrees: Agrees) -> dict[int, int]:
    """Give a largest one-to-one matching (augmenting paths) as {index in golds: index in preds}."""
    edges = [[j for j, p in enumerate(preds) if agrees(g, p)] for g in golds]
    owner: dict[int, int] = {}

    def take(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or take(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(golds)):
        take(i, set())
    return {i: j for j, i in owner.items()}


def interval(
    score: Score, measures: Sequence[str], *, rounds: int = 1000, seed: int = 0
) -> tuple[float, float]:
    """Give the 95 % bootstrap interval of the mean F1 of some measures, drawing whole documents."""
    ids = sorted(score.by_document[measures[0]])
    if not ids:
        return 0.0, 0.0
    draw = random.Random(seed)
    means = sorted(score.mean(measures, draw.choices(ids, k=len(ids))) for _ in range(rounds))
    return means[int(0.025 * rounds)], means[min(int(0.975 * rounds), rounds - 1)]
