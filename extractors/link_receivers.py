"""Which figures count who receives an award: those beside its receivers, and the one right before its name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from extractors.document import Document
from extractors.entities import Link, Relation
from extractors.link_targets import Layers
from extractors.records import Award, AwardForm, Evidence, FigureKind
from extractors.text import spelling

CONFIDENCE, BESIDE = 0.92, 0.85
# What may stand between a number and the name of the award that it counts: "100 “Lao động giỏi”".
_OPENING = frozenset(("", "“", '"', "‘", "«"))

# "giành 9 Huy chương Vàng" counts what one team won.
_WINNING = frozenset(spelling(one) for one in ("giành", "đoạt", "giật", "ẵm"))


def receiver_links(document: Document, layers: Layers) -> Iterator[Link]:
    """Link the counted receivers of an award to the figures that count them."""
    starts = [one.start for one in layers.figures]
    for number, award in enumerate(layers.awards):
        counts = {one.count for one in award.recipients if one.count is not None}
        for one in award.evidence:
            if one.role != "recipient":
                continue
            at = bisect_right(starts, one.start - 1)
            inside = at < len(starts) and starts[at] < one.end
            if inside and layers.figures[at].value in counts:
                yield _link(at, number, "link.recipient", CONFIDENCE, one)
        before = bisect_left(starts, award.start) - 1
        if before >= 0 and _counts(document, layers, before, award):
            figure = layers.figures[before]
            cue = Evidence(start=figure.start, end=award.end, role="recipient")
            yield _link(before, number, "link.counted_award", BESIDE, cue)


def _counts(document: Document, layers: Layers, figure: int, award: Award) -> bool:
    """Say whether a figure counts an award: "71 Bằng khen", "4 giải Ba" stand for as many receivers."""
    one = layers.figures[figure]
    first = document.token_at(one.start)
    if award.form is AwardForm.HUY_CHUONG or document.tokens.norms[first - 1] in _WINNING:
        return False
    between = document.tokens.work[one.end : award.start].strip()
    return one.kind is FigureKind.COUNT and one.end <= award.start and between in _OPENING


def _link(figure: int, award: int, rule: str, confidence: float, cue: Evidence) -> Link:
    return Link(
        relation=Relation.RECIPIENT_COUNT,
        from_layer="figures",
        from_index=figure,
        to_layer="awards",
        to_index=award,
        rule=rule,
        confidence=confidence,
        evidence=(cue,),
    )
