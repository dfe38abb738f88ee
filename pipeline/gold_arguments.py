"""What a command line means by a gold file and by a system: a path, or the word for what is in the package."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from corpus.gold import load_annotated
from corpus.predict import Extract, all_layers, predict_documents, prepare
from corpus.press.benchmark import ENTITIES_GOLD, load_press
from corpus.records import LAYERS, Annotated
from extractors.facts import Facts
from pipeline.errors import MisuseError

PRESS = "press"
FURTHER = "press-further"
RULES = "rules"


def load_gold(argument: str) -> tuple[tuple[Annotated, ...], tuple[str, ...]]:
    """Give the documents that an argument means and the layers they are annotated in.

    "press" is the gold of the sample press, "press:dev" and "press:test" its two sides, "press-further" its gold of
    bodies, people, places, times, documents, quotations and links; everything else is a file.
    """
    word, _, side = argument.partition(":")
    if word in (PRESS, FURTHER):
        layers = LAYERS if word == PRESS else layers_of(ENTITIES_GOLD)
        return prepare(load_press(side=side or None, layers=layers), layers), layers
    path = Path(argument)
    if not path.is_file():
        raise MisuseError(f"{argument}: no such file", "", f"a JSONL file, {PRESS} or {FURTHER}")
    layers = layers_of(path)
    return prepare(load_annotated(path, layers=layers), layers), layers


def load_system(
    argument: str, gold: Sequence[Annotated], layers: tuple[str, ...]
) -> tuple[Annotated, ...]:
    """Give predictions: those of a file, or with "rules" what the present extractor says of the gold's texts."""
    if argument == RULES:
        return predict_documents(gold, layers, make_extract(layers))
    path = Path(argument)
    if not path.is_file():
        raise MisuseError(f"{argument}: no such file", "", f"a JSONL file, or {RULES}")
    return prepare(load_annotated(path, layers=layers), layers)


def layers_of(path: Path) -> tuple[str, ...]:
    """Give the layers that the first document of a gold file names; those of the guideline where it names none."""
    with path.open(encoding="utf-8") as lines:
        first = next((line for line in lines if line.strip()), "{}")
    try:
        row = json.loads(first)
    except ValueError:
        return LAYERS  # `load_annotated` names the line that is broken
    named = tuple(layer for layer in all_layers() if isinstance(row, dict) and layer in row)
    return named or LAYERS


def make_extract(layers: Sequence[str]) -> Extract:
    """Give the present extractor as a function of text and day."""
    from extractors.extract import load_extractor

    extractor = load_extractor()

    def plain(text: str, published: date | None) -> Facts:
        return extractor.extract(text)

    def whole(text: str, published: date | None) -> Facts:
        return extractor.extract_all(text, published=published)

    return plain if set(layers) <= set(LAYERS) else whole
