"""The errors of a system as a list one can read: the words in their context, what gold says, what was predicted."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.breakdown import measures_for
from corpus.evaluate import score_documents
from corpus.measures import Mention, overlaps, place
from corpus.records import LAYERS, Annotated

CONTEXT = 60
HIDDEN = frozenset(("start", "end", "text", "rule", "confidence", "evidence", "key"))
STRICTEST = {
    "campaigns": "campaign.type",
    "figures": "figure.full",
    "awards": "award.full",
    "organizations": "organization.type",
    "people": "person.full",
    "places": "place.full",
    "times": "time.value",
    "documents": "document.full",
    "quotations": "quotation.speaker",
    "links": "link",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One mention that is missed, spurious or wrong in a field."""

    document: str
    """Id of the document."""
    layer: str
    """The layer."""
    what: str
    """"missed", "spurious" or "wrong"."""
    start: int
    """First code point of the mention in the gold, or of a spurious one."""
    before: str
    """Words before it."""
    words: str
    """The mention."""
    after: str
    """Words after it."""
    gold: Mention | None
    """What the gold says. None for a spurious mention."""
    predicted: Mention | None
    """What was predicted. None for a missed mention."""
    fields: tuple[str, ...]
    """Fields in which the two differ."""


def list_errors(
    gold: Sequence[Annotated], predicted: Sequence[Annotated], layers: Sequence[str] = LAYERS
) -> tuple[Error, ...]:
    """Give every error by the strictest measure of each layer, in the order of documents, layers and places."""
    chosen = {STRICTEST[layer] for layer in layers}
    measures = {name: pair for name, pair in measures_for(layers).items() if name in chosen}
    score = score_documents(gold, predicted, measures)
    missed: dict[tuple[str, str], list[Mention]] = {}
    spurious: dict[tuple[str, str], list[Mention]] = {}
    for miss in score.misses:
        side = missed if miss.what == "missed" else spurious
        side.setdefault((miss.document, measures[miss.measure][0]), []).append(miss.mention)
    return tuple(
        error
        for document in gold
        for layer in layers
        for error in _pair_up(
            document,
            layer,
            missed.get((document.id, layer), []),
            spurious.get((document.id, layer), []),
        )
    )


def _pair_up(
    document: Annotated, layer: str, missed: list[Mention], spurious: list[Mention]
) -> list[Error]:
    left = list(spurious)
    found = []
    for one in missed:
        near = next((other for other in left if overlaps(one, other)), None)
        if near is not None:
            left.remove(near)
        found.append(_error(document, layer, one, near))
    found += [_error(document, layer, None, other) for other in left]
    return sorted(found, key=lambda error: error.start)


def _error(
    document: Annotated, layer: str, gold: Mention | None, predicted: Mention | None
) -> Error:
    shown = gold or predicted or {}
    start, end = place(shown)
    text = document.text or ""
    what = "wrong" if gold and predicted else "missed" if gold else "spurious"
    return Error(
        document=document.id,
        layer=layer,
        what=what,
        start=start,
        before=text[max(0, start - CONTEXT) : start].replace("\n", " "),
        words=text[start:end] or str(shown.get("text") or ""),
        after=text[end : end + CONTEXT].replace("\n", " "),
        gold=gold,
        predicted=predicted,
        fields=_differing(gold, predicted) if gold and predicted else (),
    )


def _differing(gold: Mention, predicted: Mention) -> tuple[str, ...]:
    names = [name for name in gold if name not in HIDDEN and gold[name] != predicted.get(name)]
    return (*(("span",) if place(gold) != place(predicted) else ()), *names)


def render_errors(errors: Sequence[Error]) -> str:
    """Give the list as plain text, two or three lines an error."""
    lines = []
    for error in errors:
        lines.append(f"{error.what:8} {error.layer} {error.document}:{error.start}")
        lines.append(f"         …{error.before}⟦{error.words}⟧{error.after}…")
        if error.gold and error.predicted:
            said = [
                f"{name}: {_value(error.gold, name)} → {_value(error.predicted, name)}"
                for name in error.fields
            ]
            lines.append(f"         gold → predicted: {'; '.join(said)}")
    return "\n".join(lines)


def _value(mention: Mention, name: str) -> str:
    return str(mention.get("text")) if name == "span" else str(mention.get(name))
