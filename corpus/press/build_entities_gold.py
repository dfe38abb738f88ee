"""Build the gold file of the further layers of the sample press: `python -m corpus.press.build_entities_gold`.

Fails on any annotation whose words do not stand exactly once in its article. Articles that nobody annotated in these
layers are left out.
"""

import json
import sys
from pathlib import Path

from corpus.press.entity_annotations import FOLDER, annotate_entities
from corpus.press.papers import load_papers

GOLD = Path(__file__).parent / "entities_gold.jsonl"


def build_entities_gold() -> str:
    """Give the gold file of what was annotated, in the order of the papers and of the days."""
    articles = [a for paper in load_papers() for a in reversed(paper.articles)]
    annotated = [a for a in articles if (FOLDER / a.paper / f"{a.stem}.json").exists()]
    rows = [annotate_entities(article) for article in annotated]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    GOLD.write_text(build_entities_gold(), "utf-8")
    sys.stderr.write(f"wrote {GOLD.name}\n")
