"""What the annotation formats share: labels of mentions, the fields of a layer, and what got lost on the way.

A format is a module with `write_…(documents, out)` and `read_…(out)`; nothing counts as exported before what was
written has been read back and compared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from corpus.errors import CorpusError
from corpus.export.links import LINKS, links_of
from corpus.measures import Mention, place
from corpus.records import Annotated
from extractors.entities import BodyType, PlaceLevel, Relation
from extractors.output import Json
from extractors.records import AwardForm, AwardStatus, CampaignType, FigureKind, Modifier

Spot = tuple[str, str, int, int]
"""Document, layer, start and end."""

LABELS = {
    "campaigns": "campaign",
    "figures": "figure",
    "awards": "award",
    "organizations": "organization",
    "people": "person",
    "places": "place",
    "times": "time",
    "documents": "document",
    "quotations": "quotation",
}
"""Layer to the label of its mentions."""
ALL_LAYERS = tuple(LABELS)
LAYER_OF = {label: layer for layer, label in LABELS.items()}
KIND_FIELD = {
    "campaigns": "type",
    "figures": "kind",
    "awards": "form",
    "organizations": "type",
    "places": "level",
}
"""Layer to the field that goes into a label where a format holds nothing but labels; other layers have none."""

RELATIONS = (*(one.value for one in Relation), "speaker")
"""What links say; a quotation's "speaker" is no link of the extractor's, but its own field."""
NUMBERS = ("value", "value_max", "of")
LISTS = ("recipients", "today")
CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "campaigns": {"type": tuple(one.value for one in CampaignType)},
    "figures": {
        "kind": tuple(one.value for one in FigureKind),
        "modifier": tuple(one.value for one in Modifier),
    },
    "awards": {
        "form": tuple(one.value for one in AwardForm),
        "status": tuple(one.value for one in AwardStatus),
    },
    "organizations": {"type": tuple(one.value for one in BodyType)},
    "places": {"level": tuple(one.value for one in PlaceLevel)},
}
FIELDS: dict[str, tuple[str, ...]] = {
    "campaigns": ("type", "id"),
    "figures": ("value", "value_max", "of", "modifier", "kind", "unit"),
    "awards": ("form", "title", "rank", "level", "grantor", "recipients", "status"),
    "organizations": ("type", "name", "id"),
    "people": ("role", "unit"),
    "places": ("level", "name", "today"),
    "times": ("begin", "until"),
    "documents": ("kind", "number", "dated", "issuer"),
    "quotations": ("speaker",),
}
"""The fields of the guideline, layer by layer; others, such as rule and confidence, are no annotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A mention that a format cannot hold as it is."""

    document: str
    """Id of the document."""
    layer: str
    """The layer."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words."""
    reason: str
    """Why, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an export wrote and what came back."""

    documents: int
    """Documents written."""
    spans: int
    """Mentions that came back as they were."""
    losses: tuple[Loss, ...] = field(default=())
    """Mentions that did not."""


def label_of(layer: str, mention: Mention) -> str:
    """Give the label for formats with nothing but labels, such as "figure/money" or "person"."""
    if layer not in KIND_FIELD:
        return LABELS[layer]
    return f"{LABELS[layer]}/{mention.get(KIND_FIELD[layer]) or 'other'}"


def split_label(label: str) -> tuple[str, str]:
    """Give the layer and the kind of a label; raise `CorpusError` for one that is not ours."""
    name, _, kind = label.partition("/")
    if name not in LAYER_OF:
        raise CorpusError(f"label {label!r}: one of {', '.join(LAYER_OF)} before the slash")
    return LAYER_OF[name], kind


def with_kind(layer: str, fields: dict[str, Json], kind: str) -> dict[str, Json]:
    """Give the fields with the kind that a label states, where labels of the layer state one."""
    return fields | ({KIND_FIELD[layer]: kind} if layer in KIND_FIELD else {})


def fields_of(layer: str, mention: Mention) -> dict[str, Json]:
    """Give the guideline's fields of a mention, each there, in order."""
    found = {name: mention.get(name) for name in FIELDS[layer]}
    for name in LISTS:
        if name in found:
            found[name] = found[name] or []
    if layer == "figures":
        found["modifier"] = found["modifier"] or "exact"
    return found


def make_mention(text: str, start: int, end: int, fields: Mapping[str, Json]) -> Mention:
    """Give a mention in the layout of the guideline."""
    return {"start": start, "end": end, "text": text[start:end], **fields}


def in_order(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give mentions in the order of the text."""
    return tuple(sorted(mentions, key=lambda one: (*place(one), str(sorted(one.items(), key=str)))))


def compare_back(
    documents: Iterable[Annotated],
    back: Iterable[Annotated],
    *,
    with_fields: bool,
    reasons: Mapping[Spot, str] | None = None,
) -> Written:
    """Compare what was read back with what was to be written, mention by mention, one document after the other.

    Raise `CorpusError` where a document or its text did not come back, or where something came back that was never
    written: that is a fault of ours and no limit of the format.
    """
    losses: list[Loss] = []
    number = spans = 0
    for document, other in zip_longest(documents, back):
        if document is None:
            raise CorpusError(f"{other.id}: the document came back but was never written")
        if other is None or other.id != document.id:
            raise CorpusError(f"{document.id}: the document did not come back")
        if other.text is not None and other.text != document.text:
            raise CorpusError(f"{document.id}: another text came back")
        number += 1
        for layer in ALL_LAYERS:
            wanted = Counter(_key(layer, one, with_fields) for one in document.layer(layer))
            got = Counter(_key(layer, one, with_fields) for one in other.layer(layer))
            if extra := got - wanted:
                raise CorpusError(f"{document.id}: came back but was never written: {extra}")
            spans += sum(got.values())
            losses += _losses(document, layer, wanted - got, reasons or {})
        if with_fields:
            losses += _compare_links(document, other)
    return Written(documents=number, spans=spans, losses=tuple(losses))


def _compare_links(document: Annotated, other: Annotated) -> Iterator[Loss]:
    """Give the links that did not come back; raise `CorpusError` where one came back that was never written."""
    wanted, got = Counter(links_of(document)), Counter(links_of(other))
    if extra := got - wanted:
        raise CorpusError(f"{document.id}: came back but was never written: {extra}")
    for link in (wanted - got).elements():
        _, start, end = link.source
        yield Loss(
            document=document.id,
            layer=LINKS,
            start=start,
            end=end,
            text=(document.text or "")[start:end],
            reason=f"its {link.relation} is lost with one of its ends",
        )


def _losses(
    document: Annotated,
    layer: str,
    missing: Counter[tuple[int, int, str]],
    reasons: Mapping[Spot, str],
) -> Iterator[Loss]:
    for (start, end, _), times in missing.items():
        for _ in range(times):
            yield Loss(
                document=document.id,
                layer=layer,
                start=start,
                end=end,
                text=(document.text or "")[start:end],
                reason=reasons.get((document.id, layer, start, end), "the format does not hold it"),
            )


def _key(layer: str, mention: Mention, with_fields: bool) -> tuple[int, int, str]:
    said = fields_of(layer, mention)
    value = said if with_fields else said.get(KIND_FIELD.get(layer, ""))
    return (*place(mention), repr(_plain(value)))


def _plain(value: Json) -> Json:
    """Make 3 and 3.0 one value, so that repr compares them equal."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return value
