"""What the annotation formats share: labels of mentions, the fields of a layer, and what got lost on the way.

A format is a module with `write_…(documents, out)` and `read_…(out)`; nothing counts as exported before what was
written has been read back and compared.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.errors import CorpusError
from corpus.measures import Mention, place
from corpus.records import LAYERS, Annotated
from extractors.output import Json
from extractors.records import AwardForm, AwardStatus, CampaignType, FigureKind, Modifier

LABELS = {"campaigns": "campaign", "figures": "figure", "awards": "award"}
"""Layer to the label of its mentions."""
LAYER_OF = {label: layer for layer, label in LABELS.items()}
KIND_FIELD = {"campaigns": "type", "figures": "kind", "awards": "form"}
"""Layer to the field that goes into a label where a format holds nothing but labels."""

NUMBERS = ("value", "value_max", "of")
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
}
FIELDS: dict[str, tuple[str, ...]] = {
    "campaigns": ("type", "id"),
    "figures": ("value", "value_max", "of", "modifier", "kind", "unit"),
    "awards": ("form", "title", "rank", "level", "grantor", "recipients", "status"),
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
    """Give the label for formats with nothing but labels, such as "figure/money"."""
    return f"{LABELS[layer]}/{mention.get(KIND_FIELD[layer]) or 'other'}"


def split_label(label: str) -> tuple[str, str]:
    """Give the layer and the kind of a label; raise `CorpusError` for one that is not ours."""
    name, _, kind = label.partition("/")
    if name not in LAYER_OF:
        raise CorpusError(f"label {label!r}: one of {', '.join(LAYER_OF)} before the slash")
    return LAYER_OF[name], kind


def fields_of(layer: str, mention: Mention) -> dict[str, Json]:
    """Give the guideline's fields of a mention, each there, in order."""
    found = {name: mention.get(name) for name in FIELDS[layer]}
    if layer == "awards":
        found["recipients"] = found["recipients"] or []
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
    documents: Sequence[Annotated],
    back: Sequence[Annotated],
    *,
    with_fields: bool,
    reasons: Mapping[tuple[str, str, int, int], str] | None = None,
) -> Written:
    """Compare what was read back with what was to be written, mention by mention.

    Raise `CorpusError` where a document or its text did not come back, or where something came back that was never
    written: that is a fault of ours and no limit of the format.
    """
    returned = {document.id: document for document in back}
    known = reasons or {}
    losses: list[Loss] = []
    spans = 0
    for document in documents:
        other = returned.get(document.id)
        if other is None:
            raise CorpusError(f"{document.id}: the document did not come back")
        if other.text is not None and other.text != document.text:
            raise CorpusError(f"{document.id}: another text came back")
        for layer in LAYERS:
            wanted = Counter(_key(layer, one, with_fields) for one in document.layer(layer))
            got = Counter(_key(layer, one, with_fields) for one in other.layer(layer))
            if extra := got - wanted:
                raise CorpusError(f"{document.id}: came back but was never written: {extra}")
            spans += sum(got.values())
            for (start, end, *_), times in (wanted - got).items():
                reason = known.get((document.id, layer, start, end), "the format does not hold it")
                words = (document.text or "")[start:end]
                loss = Loss(
                    document=document.id,
                    layer=layer,
                    start=start,
                    end=end,
                    text=words,
                    reason=reason,
                )
                losses += [loss] * times
    return Written(documents=len(documents), spans=spans, losses=tuple(losses))


def _key(layer: str, mention: Mention, with_fields: bool) -> tuple[int, int, str]:
    said = fields_of(layer, mention)
    value = said if with_fields else said[KIND_FIELD[layer]]
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
