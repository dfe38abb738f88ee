"""The sample press as a benchmark: its gold, its fixed split, what is known of each article, second annotations.

`python -m corpus.press.benchmark` gives articles that are new to the split their side and moves none of the others.
"""

import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from corpus.errors import CorpusError
from corpus.gold import load_annotated
from corpus.press.build_gold import GOLD, SECOND_GOLD
from corpus.press.papers import load_papers
from corpus.press.traps import REPRINTS
from corpus.records import LAYERS, Annotated

HERE = Path(__file__).parent
SPLIT = HERE / "split.json"
ENTITIES_GOLD = HERE / "entities_gold.jsonl"
ENTITIES_SECOND = HERE / "entities_second.jsonl"
SIDES = ("dev", "test")


def load_press(
    *, side: str | None = None, layers: tuple[str, ...] = LAYERS
) -> tuple[Annotated, ...]:
    """Give the gold of the press, or one side of its split, with source, year and genre of each article.

    An article that the split file does not name yet is on the side that its hash says. Raise `CorpusError` for an
    unknown side.
    """
    if side is not None and side not in SIDES:
        raise CorpusError(f"press:{side}: the split has the sides {' and '.join(SIDES)}")
    about = describe_articles()
    path = GOLD if set(layers) <= set(LAYERS) else ENTITIES_GOLD
    documents = load_annotated(path, layers=layers)
    sides = extend_split(load_split(), (one.id for one in documents))
    return tuple(
        Annotated(
            id=one.id,
            text=one.text,
            mentions=one.mentions,
            about=about.get(one.id, {}) | one.about | {"split": sides[one.id]},
        )
        for one in documents
        if side in (None, sides[one.id])
    )


def load_second(*, layers: tuple[str, ...] = LAYERS) -> tuple[Annotated, ...]:
    """Give the second annotations of the press in some layers, `()` where nobody made any."""
    path = SECOND_GOLD if set(layers) <= set(LAYERS) else ENTITIES_SECOND
    return load_annotated(path, layers=layers) if path.exists() else ()


def load_split() -> dict[str, str]:
    """Give article id → "dev" or "test"."""
    sides: dict[str, str] = json.loads(SPLIT.read_text("utf-8"))
    return sides


def describe_articles() -> dict[str, dict[str, str]]:
    """Give article id → source, year, day and genre."""
    return {
        article.id: {
            "source": paper.slug,
            "year": article.published[:4],
            "published": article.published[:10],
            "genre": str(article.kind.value),
        }
        for paper in load_papers()
        for article in paper.articles
    }


def extend_split(sides: dict[str, str], ids: Iterable[str]) -> dict[str, str]:
    """Give the split with new ids on the side that their hash says; known ones stay where they are."""
    return dict(sorted(({one: _choose_side(one) for one in ids} | sides).items()))


def _choose_side(article_id: str) -> str:
    # Reprints of one event are no independent test of each other: they go where the first of them goes.
    decides = REPRINTS[0] if article_id in REPRINTS else article_id
    return SIDES[hashlib.sha256(decides.encode()).digest()[0] % 2]


def save_split() -> int:
    """Add the articles of the gold that the split file does not name; give how many there were."""
    known = load_split() if SPLIT.exists() else {}
    every = extend_split(known, [one.id for one in load_annotated(GOLD)])
    SPLIT.write_text(json.dumps(every, indent=1) + "\n", "utf-8")
    return len(every) - len(known)


if __name__ == "__main__":
    sys.stderr.write(f"{save_split()} new\n")
