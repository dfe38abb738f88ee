"""Build the gold file of the further layers of the sample press: `python -m corpus.press.build_entities_gold`.

Fails on any annotation whose words do not stand exactly once in its article.
"""

import json
import sys
from pathlib import Path

from corpus.press.entity_annotations import annotate_entities
from corpus.press.papers import load_papers

GOLD = Path(__file__).parent / "entities_gold.jsonl"


def build_entities_gold() -> str:
    """Give the gold file of all papers, in the order of the papers and of the days."""
    rows = [annotate_entities(a) for paper in load_papers() for a in reversed(paper.articles)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    GOLD.write_text(build_entities_gold(), "utf-8")
    sys.stderr.write(f"wrote {GOLD.name}\n")
