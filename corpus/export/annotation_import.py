"""Take annotations back from the tools they were made in, and write them as a gold file."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.annotation import ALL_LAYERS, fields_of
from corpus.export.doccano import read_doccano
from corpus.export.inception import read_inception
from corpus.export.labelstudio import read_labelstudio
from corpus.export.links import LINKS
from corpus.export.prodigy import read_prodigy
from corpus.gold import find_faults
from corpus.measures import place
from corpus.records import LAYERS, Annotated

READERS: dict[str, Callable[[Path], Iterable[Annotated]]] = {
    "labelstudio": read_labelstudio,
    "doccano": read_doccano,
    "prodigy": read_prodigy,
    "inception": read_inception,
}
"""Format to what reads the file, or for INCEpTION the folder, that the tool exported."""


def load_annotations(path: Path, format_name: str) -> tuple[Annotated, ...]:
    """Read annotations; raise `CorpusError` where two documents have one id or a field has an unknown value."""
    documents = tuple(READERS[format_name](path))
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise CorpusError(f"{path}: document {document.id!r} stands there twice")
        seen.add(document.id)
        faults = find_faults(document)
        if faults:
            raise CorpusError(f"{path}: {'; '.join(faults)}")
    return documents


def save_gold(documents: Sequence[Annotated], path: Path) -> None:
    """Write a gold file in the layout of the annotation guideline; it is made whole or not at all.

    Of the further layers it has those in which anything is marked.
    """
    lines = []
    further = tuple(
        layer
        for layer in ALL_LAYERS
        if layer not in LAYERS and any(document.layer(layer) for document in documents)
    )
    for document in documents:
        row: dict[str, object] = {"id": document.id, "text": document.text, **document.about}
        for layer in (*LAYERS, *further):
            row[layer] = [
                {
                    "start": place(one)[0],
                    "end": place(one)[1],
                    "text": one.get("text"),
                    **fields_of(layer, one),
                }
                for one in document.layer(layer)
            ]
        if any(document.layer(LINKS) for document in documents):
            row[LINKS] = list(document.layer(LINKS))
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    beside = path.with_name(f".{path.name}.new")
    beside.write_text("".join(lines), "utf-8")
    beside.replace(path)
