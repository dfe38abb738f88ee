"""Prodigy: one task a line with `text`, `tokens` and `spans`, for `spans.manual`.

Offsets are code points. Prodigy wants each span to begin and end with a token, so tokens are cut wherever a span
begins or ends; no span is lost to them.
"""

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
from corpus.export.links import LINKS, End, links_of, make_link
from corpus.export.offsets import find_span
from corpus.export.token_cuts import cut_at, cut_syllables
from corpus.measures import Mention, place
from corpus.records import Annotated


def write_prodigy(documents: Iterable[Annotated], out: Path) -> None:
    """Write a file for `prodigy db-in` or as a source of `spans.manual`."""
    save_lines(out, (_task(document) for document in documents))


def read_prodigy(path: Path) -> Iterator[Annotated]:
    """Read what `prodigy db-out` gave, or `write_prodigy` wrote; rejected and ignored tasks stay out."""
    return (
        _document(where, row)
        for where, row in load_objects(path)
        if row.get("answer", "accept") == "accept"
    )


def _task(document: Annotated) -> Object:
    text = document.text or ""
    rows = [
        (*place(mention), layer, mention)
        for layer in ALL_LAYERS
        for mention in document.layer(layer)
    ]
    tokens = cut_at(cut_syllables(text), {edge for row in rows for edge in row[:2]})
    begins = {start: number for number, (start, _) in enumerate(tokens)}
    ends = {end: number for number, (_, end) in enumerate(tokens)}
    spans = []
    for start, end, layer, mention in rows:
        span: Object = {"start": start, "end": end, "label": label_of(layer, mention)}
        if start in begins and end in ends:
            span |= {"token_start": begins[start], "token_end": ends[end]}
        spans.append(span | {"fields": fields_of(layer, mention)})
    by_end = {
        (layer, start, end): span for (start, end, layer, _), span in zip(rows, spans, strict=True)
    }
    return {
        "text": text,
        "meta": {"id": document.id, **document.about},
        "tokens": [
            {
                "text": text[start:end],
                "start": start,
                "end": end,
                "id": number,
                "ws": text[end : end + 1].isspace(),
            }
            for number, (start, end) in enumerate(tokens)
        ],
        "spans": sorted(spans, key=lambda one: (one["start"], one["end"])),
        "relations": [
            _relation(link.relation, by_end[link.source], by_end[link.target])
            for link in links_of(document)
        ],
        "_view_id": "spans_manual",
        "answer": "accept",
    }


def _relation(name: str, source: Object, target: Object) -> Object:
    """Give a link as `rel.manual` writes it: from the child, which belongs to the head."""
    ends = [
        {key: value for key, value in span.items() if key != "fields"} for span in (source, target)
    ]
    return {
        "label": name,
        "child": source.get("token_end"),
        "head": target.get("token_end"),
        "child_span": ends[0],
        "head_span": ends[1],
    }


def _end(text: str, span: Object) -> End:
    layer = split_label(str(span["label"]))[0]
    return (layer, *find_span(text, int(span["start"]), int(span["end"]), None))


def _document(where: str, row: Object) -> Annotated:
    text, meta = row.get("text"), row.get("meta")
    if not isinstance(text, str) or not isinstance(meta, dict) or "id" not in meta:
        raise CorpusError(f"{where}: no text with meta.id of Prodigy")
    mentions: dict[str, list[Mention]] = {layer: [] for layer in ALL_LAYERS}
    for span in row.get("spans", ()):
        layer, kind = split_label(str(span["label"]))
        start, end = find_span(text, int(span["start"]), int(span["end"]), None)
        said = dict.fromkeys(FIELDS[layer]) | (span.get("fields") or {})
        said = with_kind(layer, fields_of(layer, said), kind)
        mentions[layer].append(make_mention(text, start, end, said))
    mentions[LINKS] = [
        make_link(
            text, str(one["label"]), _end(text, one["child_span"]), _end(text, one["head_span"])
        )
        for one in row.get("relations", ())
    ]
    return Annotated(
        id=str(meta["id"]),
        text=text,
        mentions={key: in_order(rows) for key, rows in mentions.items()},
    )
