"""Build the gold files of the further layers: `python -m corpus.press.build_entities_gold`.

Fails on any annotation whose words do not stand exactly once in its text. Articles that nobody annotated in these
layers are left out. The second reader's file has articles of the press and passages of the tests' fixtures, which stand
in the checkout alone.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from corpus.errors import CorpusError
from corpus.gold import load_annotated
from corpus.press.entity_annotations import (
    SECOND_FOLDER,
    annotate_entities,
    annotate_text,
    is_annotated,
)
from corpus.press.papers import load_papers
from extractors.output import Json

GOLD = Path(__file__).parent / "entities_gold.jsonl"
SECOND_GOLD = Path(__file__).parent / "entities_second.jsonl"
PASSAGES = Path(__file__).parents[2] / "tests" / "fixtures" / "entities_passages.jsonl"


def build_entities_gold() -> str:
    """Give the gold file of what was annotated, in the order of the papers and of the days."""
    articles = [a for paper in load_papers() for a in reversed(paper.articles)]
    return _lines(annotate_entities(article) for article in articles if is_annotated(article))


def build_entities_second() -> str:
    """Give the file of what the second reader annotated: articles first, then passages."""
    articles = [a for paper in load_papers() for a in reversed(paper.articles)]
    rows = [
        annotate_entities(article, folder=SECOND_FOLDER)
        for article in articles
        if is_annotated(article, folder=SECOND_FOLDER)
    ]
    texts = {one.id: one.text for one in load_annotated(PASSAGES, layers=())}
    for path in sorted((SECOND_FOLDER / "passages").glob("*.json")):
        text = texts.get(path.stem)
        if text is None:
            raise CorpusError(f"{path}: no passage has this id")
        rows.append(annotate_text(path.stem, text, path))
    return _lines(rows)


def _lines(rows: Iterable[dict[str, Json]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    GOLD.write_text(build_entities_gold(), "utf-8")
    SECOND_GOLD.write_text(build_entities_second(), "utf-8")
    sys.stderr.write(f"wrote {GOLD.name} and {SECOND_GOLD.name}\n")
