"""Build the gold file of the sample press: `python -m corpus.press.build_gold`.

Fails on any annotation whose words do not stand exactly once in its article.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from corpus.press.annotations import annotate
from corpus.press.papers import load_papers

GOLD = Path(__file__).parent / "gold.jsonl"


def build_gold() -> str:
    """Give the gold file of all papers, in the order of the papers and of the days."""
    documents = [annotate(a) for paper in load_papers() for a in reversed(paper.articles)]
    return "".join(json.dumps(asdict(d), ensure_ascii=False) + "\n" for d in documents)


if __name__ == "__main__":
    GOLD.write_text(build_gold(), "utf-8")
    sys.stderr.write(f"wrote {GOLD.name}\n")
