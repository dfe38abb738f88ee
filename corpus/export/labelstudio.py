"""Label Studio: tasks with pre-annotations, and the labelling interface that shows every field of the guideline.

Label Studio's own offsets have been counted in more than one unit over its versions; the marked words are written
beside them and decide when a file comes back.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from corpus.errors import CorpusError
from corpus.export.annotation import (
    ALL_LAYERS,
    CHOICES,
    FIELDS,
    LABELS,
    LAYER_OF,
    LISTS,
    NUMBERS,
    RELATIONS,
    fields_of,
    in_order,
    make_mention,
)
from corpus.export.json_lines import Object, load_objects, save_array
from corpus.export.links import LINKS, End, links_of, make_link
from corpus.export.offsets import find_span
from corpus.measures import Mention, place
from corpus.records import Annotated
from extractors.output import Json

COLOURS = {
    "campaign": "#0b6e4f",
    "figure": "#1f4e9c",
    "award": "#a3480b",
    "organization": "#6b3fa0",
    "person": "#b0125b",
    "place": "#00707f",
    "time": "#5c5c00",
    "document": "#7a3b2e",
    "quotation": "#4a5568",
}


def write_labelstudio(documents: Iterable[Annotated], out: Path, *, predicted: bool) -> None:
    """Write the tasks, and beside them `<name>.config.xml` with the interface.

    `predicted` writes machine output as predictions, which annotators accept or change; else as annotations.
    """
    key = "predictions" if predicted else "annotations"
    tasks = (
        {
            "id": number,
            "data": {"id": one.id, "text": one.text or "", **one.about},
            key: [{"result": _result(one)}],
        }
        for number, one in enumerate(documents, 1)
    )
    save_array(out, tasks)
    out.with_suffix(".config.xml").write_text(render_config(), "utf-8")


def render_config() -> str:
    """Give the labelling interface: the labels, and for each its fields."""
    view = etree.Element("View")
    labels = etree.SubElement(view, "Labels", name="mention", toName="text")
    for label, colour in COLOURS.items():
        etree.SubElement(labels, "Label", value=label, background=colour)
    relations = etree.SubElement(view, "Relations")
    for relation in RELATIONS:
        etree.SubElement(relations, "Relation", value=relation)
    etree.SubElement(view, "Text", name="text", value="$text", granularity="symbol")
    for layer, label in LABELS.items():
        shown = etree.SubElement(view, "View", visibleWhen="region-selected", whenLabelValue=label)
        for name in FIELDS[layer]:
            etree.SubElement(shown, "Header", value=name, size="5")
            shared = {"name": f"{label}_{name}", "toName": "text", "perRegion": "true"}
            if name in CHOICES.get(layer, {}):
                choices = etree.SubElement(shown, "Choices", choice="single", **shared)
                for choice in CHOICES[layer][name]:
                    etree.SubElement(choices, "Choice", value=choice)
            elif name in NUMBERS:
                etree.SubElement(shown, "Number", **shared)
            else:
                etree.SubElement(shown, "TextArea", editable="true", **shared)
    return str(etree.tostring(view, encoding="unicode", pretty_print=True))


def read_labelstudio(path: Path) -> Iterator[Annotated]:
    """Read Label Studio's JSON export; of several annotations of a task the last is taken."""
    return (_document(where, row) for where, row in load_objects(path))


def _result(document: Annotated) -> list[Object]:
    regions = []
    ids: dict[End, str] = {}
    for layer in ALL_LAYERS:
        for number, mention in enumerate(document.layer(layer), 1):
            start, end = place(mention)
            span = {"start": start, "end": end, "text": (document.text or "")[start:end]}
            region = {"id": f"{LABELS[layer]}-{number}", "to_name": "text"}
            ids.setdefault((layer, start, end), region["id"])
            labels = {"labels": [LABELS[layer]]}
            regions.append(
                region | {"from_name": "mention", "type": "labels", "value": span | labels}
            )
            for name, value in fields_of(layer, mention).items():
                if value not in (None, []):
                    kind, said = _value(layer, name, value)
                    shared = region | {"from_name": f"{LABELS[layer]}_{name}", "type": kind}
                    regions.append(shared | {"value": span | said})
    relations: list[Object] = [
        {
            "type": "relation",
            "from_id": ids[link.source],
            "to_id": ids[link.target],
            "direction": "right",
            "labels": [link.relation],
        }
        for link in links_of(document)
    ]
    return regions + relations


def _value(layer: str, name: str, value: Json) -> tuple[str, Object]:
    if name in CHOICES.get(layer, {}):
        return "choices", {"choices": [value]}
    if name in NUMBERS:
        return "number", {"number": value}
    if isinstance(value, list):
        return "textarea", {"text": [json.dumps(one, ensure_ascii=False) for one in value]}
    return "textarea", {"text": [value]}


def _document(where: str, row: Object) -> Annotated:
    data = row.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("text"), str) or "id" not in data:
        raise CorpusError(f"{where}: no task of ours: data.id and data.text are missing")
    text = data["text"]
    versions = [
        one
        for one in row.get("annotations") or row.get("predictions") or ()
        if not one.get("was_cancelled")
    ]
    regions: dict[str, list[Object]] = {}
    relations: list[Object] = []
    for item in versions[-1]["result"] if versions else ():
        if item.get("type") == "relation":
            relations.append(item)
        else:
            regions.setdefault(str(item.get("id")), []).append(item)
    mentions: dict[str, list[Mention]] = {layer: [] for layer in (*ALL_LAYERS, LINKS)}
    ends: dict[str, End] = {}
    for name, items in regions.items():
        layer, mention = _mention(where, text, items)
        mentions[layer].append(mention)
        ends[name] = (layer, *place(mention))
    for one in relations:
        source, target = ends.get(str(one["from_id"])), ends.get(str(one["to_id"]))
        if source is None or target is None:
            raise CorpusError(f"{where}: a relation between regions that are not there")
        for relation in one.get("labels") or ("unnamed",):
            mentions[LINKS].append(make_link(text, str(relation), source, target))
    return Annotated(
        id=str(data["id"]),
        text=text,
        mentions={layer: in_order(rows) for layer, rows in mentions.items()},
    )


def _mention(where: str, text: str, items: Sequence[Object]) -> tuple[str, Mention]:
    marked = next((one for one in items if one.get("type") == "labels"), None)
    if marked is None:
        raise CorpusError(f"{where}: region {items[0].get('id')} has fields and no label")
    value = marked["value"]
    label = value["labels"][0]
    if label not in LAYER_OF:
        raise CorpusError(f"{where}: label {label!r} is none of {', '.join(LAYER_OF)}")
    layer = LAYER_OF[label]
    words = value.get("text")
    start, end = find_span(text, int(value["start"]), int(value["end"]), words)
    said: dict[str, Json] = {}
    for item in items:
        name = str(item.get("from_name", "")).removeprefix(f"{label}_")
        if name in FIELDS[layer]:
            said[name] = _read_value(name, item["value"])
    return layer, make_mention(text, start, end, fields_of(layer, said))


def _read_value(name: str, value: dict[str, Any]) -> Json:  # Any: JSON of the tool
    if "choices" in value:
        return str(value["choices"][0])
    if "number" in value:
        return float(value["number"])
    lines = value["text"] if isinstance(value["text"], list) else [value["text"]]
    if name in LISTS:
        return [json.loads(line) for line in lines]
    return str(lines[0])
