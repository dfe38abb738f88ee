"""Floors under the quality of the extractors: `python -m corpus.floors` prints scores beside them, `--write` raises them.

`floors.json` holds for each gold its hash and the least F1 of each measure. A floor is raised by `--write` and never
lowered by it: to lower one, edit the file, in a commit of its own that says why. Where a gold itself has changed its
floors are set anew.
"""

import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.entity_measures import ENTITY_LAYERS, ENTITY_MEASURES, score_entities
from corpus.evaluate import Score, score_documents
from corpus.gold import file_hash, load_annotated
from corpus.measures import MEASURES
from corpus.predict import predict_documents
from corpus.press.benchmark import ENTITIES_GOLD
from corpus.records import LAYERS
from extractors.extract import extract, load_extractor
from extractors.facts import Facts

ROOT = Path(__file__).resolve().parents[1]
FLOORS = Path(__file__).with_name("floors.json")
GOLDS = {
    "press": ROOT / "corpus" / "press" / "gold.jsonl",
    "press-further": ENTITIES_GOLD,
    "passages": ROOT / "corpus" / "passages" / "gold.jsonl",
    "blind": ROOT / "corpus" / "passages" / "blind.jsonl",
    "held-out": ROOT / "corpus" / "passages" / "held_out.jsonl",
    "dev": ROOT.parent / "shared" / "gold" / "dev.jsonl",
    "seeds": ROOT.parent / "shared" / "gold" / "seeds.jsonl",
}
FURTHER = ("press-further",)
"""Golds of the layers beyond campaigns, figures and awards."""
# So much below the measured F1 a floor is set: one mention more or less in a small gold.
SLACK = 0.003


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One measure on one gold beside its floor."""

    gold: str
    measure: str
    f1: float
    floor: float | None
    """None where the gold changed or has no floor yet."""

    @property
    def holds(self) -> bool:
        """Whether the score is not below its floor."""
        return self.floor is not None and self.f1 >= self.floor


def measure_standings(
    name: str, path: Path, floors: dict[str, dict[str, object]]
) -> tuple[Standing, ...]:
    """Score the present extractors on a gold and set each measure beside its floor."""
    known = floors.get(name, {})
    pinned = known.get("floors") if known.get("sha256") == file_hash(path) else None
    table = pinned if isinstance(pinned, dict) else {}
    return tuple(
        Standing(gold=name, measure=measure, f1=round(f1, 4), floor=table.get(measure))
        for measure, f1 in (_further(path) if name in FURTHER else _guideline(path)).items()
    )


def _guideline(path: Path) -> dict[str, float]:
    """Score campaigns, figures and awards."""
    gold = load_annotated(path)
    score: Score = score_documents(gold, predict_documents(gold, LAYERS, _extract))
    values = {measure: score.counts(measure).f1 for measure in MEASURES}
    return values | {"headline": score.headline, "full": score.full}


def _further(path: Path) -> dict[str, float]:
    """Score bodies, people, places, times, documents, quotations and links."""
    gold = load_annotated(path, layers=ENTITY_LAYERS)
    score = score_entities(gold, _extract_all)
    return {measure: score.counts(measure).f1 for measure in ENTITY_MEASURES}


def load_floors() -> dict[str, dict[str, object]]:
    """Load the floors of all golds."""
    found: dict[str, dict[str, object]] = (
        json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    )
    return found


def raised(standings: tuple[Standing, ...]) -> dict[str, float]:
    """Give new floors: a little below the scores, never below the old ones."""
    return {one.measure: max(one.floor or 0.0, round(one.f1 - SLACK, 3)) for one in standings}


def _extract(text: str, _published: date | None) -> Facts:
    return extract(text)


def _extract_all(text: str, published: date | None) -> Facts:
    return load_extractor().extract_all(text, published=published)


def main(arguments: list[str]) -> int:
    """Print the table; with `--write` raise the floors. Exit code 1 where a score lies below its floor."""
    floors, low = load_floors(), False
    for name, path in GOLDS.items():
        if not path.exists():
            continue
        standings = measure_standings(name, path, floors)
        for one in standings:
            floor = "  new" if one.floor is None else f"{one.floor:.3f}"
            low = low or (one.floor is not None and not one.holds)
            sys.stdout.write(f"{name:13} {one.measure:18} F1 {one.f1:.3f}  floor {floor}\n")
        if "--write" in arguments:
            floors[name] = {"sha256": file_hash(path), "floors": raised(standings)}
    if "--write" in arguments:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    return int(low)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
