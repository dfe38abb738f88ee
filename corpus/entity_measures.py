"""When predicted bodies, people, places, times, documents, quotations and links agree with gold ones.

The rules are those of `press/ENTITIES.md`: names by their exact span, times by their value, documents by number and
date, links by their two ends.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

from corpus.evaluate import Score, score_documents
from corpus.measures import Agrees, Mention, exact, half, overlaps, plain, same_words
from corpus.records import Annotated
from extractors.facts import Facts
from extractors.output import Json, all_to_json

ENTITY_LAYERS = ("organizations", "people", "places", "times", "documents", "quotations", "links")
# An organ acts for its body: "Ban Thường vụ LĐLĐ tỉnh" is "LĐLĐ tỉnh" when it comes to whose a figure is.
ORGANS = ("ban thường vụ ", "ban chấp hành ", "đoàn chủ tịch ", "thường trực ")
PLACE_RANKS = ("tỉnh ", "thành phố ")
_BRACKET = re.compile(r"\([^()]*\)")


def organization_type(gold: Mention, predicted: Mention) -> bool:
    """Same span and sort of body."""
    return exact(gold, predicted) and gold.get("type") == predicted.get("type")


def person_full(gold: Mention, predicted: Mention) -> bool:
    """Same span, and role and unit as far as the annotation states them."""
    return exact(gold, predicted) and all(
        not gold.get(field) or same_words(gold.get(field), predicted.get(field))
        for field in ("role", "unit")
    )


def place_full(gold: Mention, predicted: Mention) -> bool:
    """Same span, level, and place of today where the annotation states it."""
    today = gold.get("today") or predicted.get("today")
    return (
        exact(gold, predicted)
        and gold.get("level") == predicted.get("level")
        and today == predicted.get("today")
    )


def time_value(gold: Mention, predicted: Mention) -> bool:
    """Same begin and end at the same place."""
    same = all(gold.get(field) == predicted.get(field) for field in ("begin", "until"))
    return same and overlaps(gold, predicted)


def document_full(gold: Mention, predicted: Mention) -> bool:
    """Same kind, number and date at the same place."""
    fields = ("kind", "number", "dated")
    return overlaps(gold, predicted) and all(
        plain(gold.get(field)) == plain(predicted.get(field)) for field in fields
    )


def quotation_speaker(gold: Mention, predicted: Mention) -> bool:
    """Nearly the same span, and a speaker with the same given name."""
    a, b = plain(gold.get("speaker")).split(), plain(predicted.get("speaker")).split()
    return half(gold, predicted) and a[-1:] == b[-1:]


def link_ends(gold: Mention, predicted: Mention) -> bool:
    """Same relation from the same mention to the same thing, at this or another of its mentions."""
    same = all(gold[field] == predicted[field] for field in ("relation", "from_layer", "to_layer"))
    if not same or not overlaps(gold, predicted):
        return False
    ends = [{"start": one["to_start"], "end": one["to_end"]} for one in (gold, predicted)]
    return overlaps(*ends) or _same_thing(str(gold["key"]), str(predicted["key"]))


def _same_thing(one: str, other: str) -> bool:
    """Say whether two keys name one thing; a short form is how the long one begins."""
    short, long = sorted((one, other), key=len)
    return bool(short) and (short == long or long.startswith(f"{short} "))


ENTITY_MEASURES: dict[str, tuple[str, Agrees]] = {
    "organization.exact": ("organizations", exact),
    "organization.type": ("organizations", organization_type),
    "person.exact": ("people", exact),
    "person.full": ("people", person_full),
    "place.exact": ("places", exact),
    "place.full": ("places", place_full),
    "time.value": ("times", time_value),
    "document.full": ("documents", document_full),
    "quotation.speaker": ("quotations", quotation_speaker),
    "link": ("links", link_ends),
}


def score_entities(
    gold: Sequence[Annotated], extract: Callable[[str, date | None], Facts]
) -> Score:
    """Extract from the texts of a gold of the further layers and score what comes out."""
    known = [with_keys(one) for one in gold]
    predicted = [predict(one, extract) for one in gold]
    return score_documents(known, predicted, ENTITY_MEASURES)


def predict(document: Annotated, extract: Callable[[str, date | None], Facts]) -> Annotated:
    """Give what an extractor finds in the text of a gold document, in the layout of the gold."""
    text = document.text or ""
    stated = document.about.get("published")
    facts = extract(text, date.fromisoformat(stated) if stated else None)
    layers = all_to_json(facts, text)
    mentions = {layer: _rows(layers[layer]) for layer in ENTITY_LAYERS[:-1]}
    mentions["links"] = tuple(_flat_link(row, layers) for row in _rows(layers["links"]))
    return with_keys(Annotated(id=document.id, text=text, mentions=mentions, about=document.about))


def with_keys(document: Annotated) -> Annotated:
    """Add to each link the key of the thing that it leads to."""
    text = document.text or ""
    times = {(row["start"], row["end"]): row for row in document.layer("times")}
    links: list[Mention] = []
    for row in document.layer("links"):
        end = (row["to_start"], row["to_end"])
        when = times.get(end) if row["to_layer"] == "times" else None
        words = plain(text[int(str(end[0])) : int(str(end[1]))])
        key = f"{when['begin']}/{when['until']}" if when else _key(words)
        links.append({**row, "key": key})
    return Annotated(
        id=document.id,
        text=text,
        mentions={**document.mentions, "links": tuple(links)},
        about=document.about,
    )


def _key(words: str) -> str:
    # "Liên đoàn Lao động (LĐLĐ) tỉnh" is "Liên đoàn Lao động tỉnh".
    words = " ".join(_BRACKET.sub(" ", words).split())
    for prefix in (*ORGANS, *PLACE_RANKS):
        words = words.removeprefix(prefix)
    return words


def _rows(value: Json) -> tuple[Mention, ...]:
    return tuple(row for row in value if isinstance(row, dict)) if isinstance(value, list) else ()


def _flat_link(row: Mention, layers: dict[str, Json]) -> Mention:
    begin = _rows(layers[str(row["from_layer"])])[int(str(row["from_index"]))]
    end = _rows(layers[str(row["to_layer"])])[int(str(row["to_index"]))]
    return {
        "start": begin["start"],
        "end": begin["end"],
        "text": begin["text"],
        "relation": row["relation"],
        "rule": row["rule"],
        "from_layer": row["from_layer"],
        "to_layer": row["to_layer"],
        "to_start": end["start"],
        "to_end": end["end"],
    }
