"""Print how far the two annotators of the sample press agree: `python -m corpus.press.agreement`.

The first annotator's mentions count as gold, the second one's as predicted; F1 is the same both ways. `--errors` lists
every mention that one has and the other has not, by measure.
"""

import sys
from collections.abc import Sequence

from corpus.evaluate import Miss, Score, score_documents
from corpus.gold import load_annotated
from corpus.press.benchmark import load_second
from corpus.press.build_gold import GOLD

SIDE = {"missed": "first only", "spurious": "second only"}


def score_annotators() -> Score:
    """Score the second annotation against the first over the articles that both read."""
    second = load_second()
    read = {document.id for document in second}
    first = [document for document in load_annotated(GOLD) if document.id in read]
    return score_documents(first, second)


def render_agreement(score: Score, *, with_errors: bool = False) -> str:
    """Give a table of F1 by measure and, if asked, the mentions of one annotator alone."""
    lines = [f"{'measure':18} {'first':>6} {'second':>6} {'both':>6} {'F1':>6}"]
    for measure in score.by_document:
        counts = score.counts(measure)
        lines.append(
            f"{measure:18} {counts.gold:6} {counts.predicted:6} {counts.right:6} {counts.f1:6.3f}"
        )
    lines.append(f"{'headline':18} {score.headline:27.3f}")
    lines.append(f"{'full':18} {score.full:27.3f}")
    if with_errors:
        lines += [_error(miss) for miss in score.misses]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Print the table; give the exit code."""
    if list(arguments) not in ([], ["--errors"]):
        sys.stderr.write("usage: python -m corpus.press.agreement [--errors]\n")
        return 2
    sys.stdout.write(render_agreement(score_annotators(), with_errors=bool(arguments)))
    return 0


def _error(miss: Miss) -> str:
    said = {k: v for k, v in miss.mention.items() if k not in ("start", "end")}
    return f"{miss.measure}\t{SIDE[miss.what]}\t{miss.document}\t{said}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
