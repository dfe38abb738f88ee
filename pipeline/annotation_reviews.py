"""Turn annotations that people made in another tool into verdicts on what the store holds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from sqlite_utils import Database

from corpus.agreement import pair_mentions
from corpus.errors import CorpusError
from corpus.export.annotation import ALL_LAYERS, fields_of
from corpus.export.links import LINKS, links_of
from corpus.measures import Mention, number, place
from corpus.personal_names import Names
from corpus.records import LAYERS, Annotated
from extractors.output import Json
from pipeline.dataset_documents import LAYER_TABLES, RENAMED, read_documents
from pipeline.review import JUDGED, Item

COLUMN_OF = {field: column for column, field in RENAMED.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What annotations say of the store."""

    items: tuple[Item, ...]
    """Verdicts as `import_reviews` takes them."""
    unseen: tuple[tuple[str, str, Mention], ...] = field(default=())
    """(article, layer, mention) that the annotator marked and the store does not have: no verdict can say so."""
    further: Mapping[str, int] = field(default_factory=dict)
    """Further layer → mentions that the annotator changed, added or removed; verdicts are not kept of them."""


def judge(db: Database, annotated: Sequence[Annotated], *, reviewer: str, at: str) -> Judged:
    """Compare annotations with the store: the same is right, other fields are edited, what is not there is wrong.

    A mention whose span was moved is wrong, and the moved one unseen. Raise `CorpusError` for a document that the store
    does not have, or whose text is none that it gives out.
    """
    items: list[Item] = []
    unseen: list[tuple[str, str, Mention]] = []
    further: Counter[str] = Counter()
    stored = _stored(db, annotated)
    for document in annotated:
        further += _count_further(stored[document.id], document)
        for layer in LAYERS:
            known = stored[document.id].layer(layer)
            pairs = [
                (one, other)
                for one, other in pair_mentions(known, document.layer(layer))
                if place(one) == place(other)
            ]
            items += [_verdict(layer, one, other) for one, other in pairs]
            matched = {id(one) for pair in pairs for one in pair}
            items += [
                {"target_id": one["stored_id"], "verdict": "wrong"}
                for one in known
                if id(one) not in matched
            ]
            unseen += [
                (document.id, layer, one) for one in document.layer(layer) if id(one) not in matched
            ]
    return Judged(
        items=tuple(one | {"reviewer": reviewer, "at": at} for one in items),
        unseen=tuple(unseen),
        further=dict(further),
    )


def _count_further(stored: Annotated, other: Annotated) -> Counter[str]:
    """Count what differs in each layer that no verdict is kept of."""
    found: Counter[str] = Counter()
    for layer in ALL_LAYERS:
        if layer not in LAYERS:
            known, marked = (
                Counter((*place(one), repr(fields_of(layer, one))) for one in some.layer(layer))
                for some in (stored, other)
            )
            found[layer] = max((known - marked).total(), (marked - known).total())
    before, after = Counter(links_of(stored)), Counter(links_of(other))
    found[LINKS] = max((before - after).total(), (after - before).total())
    return +found


def _stored(db: Database, annotated: Sequence[Annotated]) -> dict[str, Annotated]:
    """Give what the store says of the same documents, with names treated as they were when it was exported."""
    wanted = {document.id: document.text for document in annotated}
    found: dict[str, Annotated] = {}
    for names in get_args(Names):
        left = {name: text for name, text in wanted.items() if name not in found}
        if left:
            found |= {
                one.id: one
                for one in read_documents(db, names=names, only=left.keys())
                if one.text == left[one.id]
            }
    missing = sorted(wanted.keys() - found.keys())
    if missing:
        raise CorpusError(
            f"{missing[0]}: no current article with this id and text ({len(missing)} such documents)"
        )
    return found


def _verdict(layer: str, stored: Mention, other: Mention) -> Item:
    table = LAYER_TABLES[layer]
    before, after = fields_of(layer, stored), fields_of(layer, other)
    changed: dict[str, Json] = {
        COLUMN_OF.get(name, name): value
        for name, value in after.items()
        if COLUMN_OF.get(name, name) in JUDGED[table] and not _same(before[name], value)
    }
    if not changed:
        return {"target_id": stored["stored_id"], "verdict": "right"}
    return {"target_id": stored["stored_id"], "verdict": "edited", "value": changed}


def _same(one: Json, other: Json) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return number(one) == number(other)
    return (one or None) == (other or None)
