"""doccano, sequence labelling: one object a line with `text` and `label: [[start, end, label]]`.

Its offsets are code points. It holds labels alone, so fields and links stand in two further columns, `mentions` and
`links`, that doccano keeps as metadata and gives back; a span whose label was changed there takes the new kind and keeps the other fields.
The project needs "Allow overlapping spans".
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.annotation import (
    ALL_LAYERS,
    FIELDS,
    fields_of,
    in_order,
    label_of,
    make_mention,
    split_label,
    with_kind,
)
from corpus.export.json_lines import Object, load_objects, save_lines
from corpus.export.links import LINKS, links_of, make_link
from corpus.export.offsets import find_span
from corpus.measures import Mention, place
from corpus.records import Annotated


def write_doccano(documents: Iterable[Annotated], out: Path) -> None:
    """Write the file that doccano imports as JSONL."""
    save_lines(out, (_row(document) for document in documents))


def read_doccano(path: Path) -> Iterator[Annotated]:
    """Read a file that doccano exported, or that `write_doccano` wrote."""
    return (_document(where, row) for where, row in load_objects(path))


def _row(document: Annotated) -> Object:
    labels: list[tuple[int, int, str]] = []
    known = []
    for layer in ALL_LAYERS:
        for mention in document.layer(layer):
            label = (*place(mention), label_of(layer, mention))
            if label not in labels:  # doccano refuses a second span with one place and label
                labels.append(label)
                known.append([*label, fields_of(layer, mention)])
    return {
        "id": document.id,
        "text": document.text or "",
        "label": [list(label) for label in sorted(labels)],
        "mentions": json.dumps(known, ensure_ascii=False),
        "links": json.dumps([[one.relation, one.source, one.target] for one in links_of(document)]),
        **document.about,
    }


def _document(where: str, row: Object) -> Annotated:
    text = row.get("text", row.get("data"))
    labels = row.get("label", row.get("labels"))
    if not isinstance(text, str) or (labels is None and "entities" not in row):
        raise CorpusError(f"{where}: no text and labels of doccano")
    spans = [tuple(one) for one in labels or ()]
    spans += [(e["start_offset"], e["end_offset"], e["label"]) for e in row.get("entities", ())]
    meta = row.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    known = json.loads(row.get("mentions") or meta.get("mentions") or "[]")
    fields = {(start, end, label): said for start, end, label, said in known}
    at_place = {(start, end, split_label(label)[0]): said for start, end, label, said in known}
    mentions: dict[str, list[Mention]] = {layer: [] for layer in ALL_LAYERS}
    for start, end, label in spans:
        layer, kind = split_label(label)
        start, end = find_span(text, start, end, None)
        said = dict.fromkeys(FIELDS[layer]) | (
            fields.get((start, end, label)) or at_place.get((start, end, layer)) or {}
        )
        said = with_kind(layer, fields_of(layer, said), kind)
        mentions[layer].append(make_mention(text, start, end, said))
    links = json.loads(row.get("links") or meta.get("links") or "[]")
    mentions[LINKS] = [make_link(text, name, source, target) for name, source, target in links]
    name = meta.get("id") or row.get("id")
    return Annotated(
        id=str(name), text=text, mentions={key: in_order(rows) for key, rows in mentions.items()}
    )
