"""What the extractor says of the texts of a gold, in the layout of the gold."""

from collections.abc import Callable, Sequence
from datetime import date

from corpus.entity_measures import ENTITY_LAYERS, predict, with_keys
from corpus.errors import CorpusError
from corpus.measures import Mention
from corpus.records import LAYERS, Annotated
from extractors.facts import Facts
from extractors.output import facts_to_json

Extract = Callable[[str, date | None], Facts]


def predict_documents(
    gold: Sequence[Annotated], layers: Sequence[str], extract: Extract
) -> tuple[Annotated, ...]:
    """Extract from every text of a gold; raise `CorpusError` for a document without a text."""
    further = not set(layers) <= set(LAYERS)
    return tuple(_predict_one(document, further, extract) for document in gold)


def prepare(documents: Sequence[Annotated], layers: Sequence[str]) -> tuple[Annotated, ...]:
    """Add what a measure of the further layers needs; the documents themselves where it needs nothing."""
    if "links" not in layers:
        return tuple(documents)
    return tuple(
        document
        if all("key" in row for row in document.layer("links")) or document.text is None
        else with_keys(document)
        for document in documents
    )


def all_layers() -> tuple[str, ...]:
    """Give every layer that a gold may have."""
    return (*LAYERS, *ENTITY_LAYERS)


def _predict_one(document: Annotated, further: bool, extract: Extract) -> Annotated:
    if document.text is None:
        raise CorpusError(f"{document.id}: it has no text to extract from")
    if further:
        found = predict(document, extract)
        if not any(document.layer(layer) for layer in LAYERS):
            return found
    facts = extract(document.text, None)
    rows = facts_to_json(facts, document.text)
    mentions = {layer: _objects(rows[layer]) for layer in LAYERS}
    if further:
        mentions |= found.mentions
    return Annotated(id=document.id, text=document.text, mentions=mentions, about=document.about)


def _objects(value: object) -> tuple[Mention, ...]:
    return tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
