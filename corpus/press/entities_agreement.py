"""Print how far two readers agree in the further layers: `python -m corpus.press.entities_agreement`.

The first reader's mentions count as gold, the second one's as predicted; F1 is the same both ways. Places without their
extent ("span.exact", "span.overlap") come before the measures of the guideline, κ and plain shares of equal fields after
them. `--errors` lists what one reader alone has, by measure.
"""

import sys
from collections.abc import Sequence

from corpus.agreement import Agreement, agree
from corpus.entity_measures import ENTITY_LAYERS, ENTITY_MEASURES, with_keys
from corpus.evaluate import Score, score_documents
from corpus.gold import load_annotated
from corpus.press.agreement import SIDE
from corpus.press.build_entities_gold import GOLD, PASSAGES, SECOND_GOLD
from corpus.records import Annotated


def load_both() -> tuple[tuple[Annotated, ...], tuple[Annotated, ...]]:
    """Give the documents that both readers annotated, as the first and as the second did."""
    second = load_annotated(SECOND_GOLD, layers=ENTITY_LAYERS)
    known = [one for path in (GOLD, PASSAGES) for one in load_annotated(path, layers=ENTITY_LAYERS)]
    first = {one.id: one for one in known}
    return (
        tuple(with_keys(first[one.id]) for one in second),
        tuple(with_keys(one) for one in second),
    )


def score_readers() -> Score:
    """Score the second reader against the first by the measures of the further layers."""
    first, second = load_both()
    return score_documents(first, second, ENTITY_MEASURES)


def agree_readers() -> Agreement:
    """Compare the two readers: spans, measures with their intervals, fields."""
    first, second = load_both()
    return agree(first, second, ENTITY_LAYERS)


def render_agreement(agreement: Agreement) -> str:
    """Give the table of F1 by measure with its interval, then of equal fields."""
    lines = [
        f"{agreement.documents} texts read by both",
        f"{'measure':20} {'layer':14} {'first':>6} {'second':>6} {'both':>6} {'F1':>6}  95 %",
    ]
    for row in agreement.spans:
        c = row.counts
        lines.append(
            f"{row.measure:20} {row.layer:14} {c.gold:6} {c.predicted:6} {c.right:6} {c.f1:6.3f}  "
            f"{row.low:.3f}-{row.high:.3f}"
        )
    lines.append(f"{'field':20} {'layer':14} {'pairs':>6} {'same':>6} {'κ':>13}")
    for field in agreement.fields:
        kappa = "-" if field.kappa is None else f"{field.kappa:.3f}"
        lines.append(
            f"{field.field:20} {field.layer:14} {field.pairs:6} {field.same:6} {kappa:>13}"
        )
    return "\n".join(lines) + "\n"


def render_errors(score: Score) -> str:
    """Give one line for each mention that one reader alone has."""
    rows = []
    for miss in score.misses:
        said = {k: v for k, v in miss.mention.items() if k not in ("start", "end")}
        rows.append(f"{miss.measure}\t{SIDE[miss.what]}\t{miss.document}\t{said}\n")
    return "".join(rows)


def main(arguments: Sequence[str]) -> int:
    """Print the table; give the exit code."""
    if list(arguments) not in ([], ["--errors"]):
        sys.stderr.write("usage: python -m corpus.press.entities_agreement [--errors]\n")
        return 2
    sys.stdout.write(render_agreement(agree_readers()))
    if arguments:
        sys.stdout.write(render_errors(score_readers()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
