"""Build the gold file of the sample press: `python -m corpus.press.build_gold`.

Fails on any annotation whose words do not stand exactly once in its article. `--second` builds the file of the second
annotator, who read some of the articles without looking at the first one's annotations.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from corpus.errors import CorpusError
from corpus.press.annotations import SECOND_FOLDER, annotate
from corpus.press.gold_records import GoldDocument
from corpus.press.papers import load_papers

GOLD = Path(__file__).parent / "gold.jsonl"
SECOND_GOLD = Path(__file__).parent / "second.jsonl"


def build_gold() -> str:
    """Give the gold file of all papers, in the order of the papers and of the days."""
    return _lines(annotate(a) for paper in load_papers() for a in reversed(paper.articles))


def build_second() -> str:
    """Give the file of the second annotator; raise CorpusError for an annotation without its article."""
    wanted = {f"{path.parent.name}/{path.stem}" for path in SECOND_FOLDER.glob("*/*.json")}
    read = [a for p in load_papers() for a in reversed(p.articles) if a.id in wanted]
    if lost := wanted - {article.id for article in read}:
        raise CorpusError(f"no articles for the second annotations {sorted(lost)}")
    return _lines(annotate(article, folder=SECOND_FOLDER) for article in read)


def _lines(documents: Iterable[GoldDocument]) -> str:
    return "".join(json.dumps(asdict(d), ensure_ascii=False) + "\n" for d in documents)


def main(arguments: Sequence[str]) -> int:
    """Write the file that the arguments ask for; give the exit code."""
    if list(arguments) not in ([], ["--second"]):
        sys.stderr.write("usage: python -m corpus.press.build_gold [--second]\n")
        return 2
    path, text = (SECOND_GOLD, build_second()) if arguments else (GOLD, build_gold())
    path.write_text(text, "utf-8")
    sys.stderr.write(f"wrote {path.name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
