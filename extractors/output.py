"""Facts as plain dictionaries in the layout of the annotation guideline, with more keys beside."""

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from extractors.facts import Facts
from extractors.records import Award, Campaign, DigitRun, Evidence, Figure, Mention

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
FURTHER = ("organizations", "people", "places", "times", "documents", "quotations")
# Given by `_place` for every mention, or written on their own.
SHARED = frozenset(("start", "end", "evidence"))


def facts_to_json(facts: Facts, text: str) -> dict[str, Json]:
    """Give the layers of the guideline and, beside them, the owner of each run of digits."""
    return {
        "campaigns": [_campaign(m, text) for m in facts.campaigns],
        "figures": [_figure(m, text) for m in facts.figures],
        "awards": [_award(m, text) for m in facts.awards],
        "digits": [_digits(run, text) for run in facts.digits],
    }


def all_to_json(facts: Facts, text: str) -> dict[str, Json]:
    """Give all layers: those of `facts_to_json`, then bodies, people, places, times, documents, quotations …"""
    found = facts_to_json(facts, text)
    for layer in FURTHER:
        found[layer] = [_place(one, text, _own_fields(one)) for one in getattr(facts, layer)]
    found["links"] = [
        {**_own_fields(link), "evidence": [_evidence(one, text) for one in link.evidence]}
        for link in facts.links
    ]
    found["checks"] = [_own_fields(check) for check in facts.checks]
    found["article"] = _own_fields(facts.article) if facts.article else None
    return found


def _own_fields(record: "DataclassInstance") -> dict[str, Json]:
    """Give the fields of a record that it does not share with all mentions."""
    return {
        field.name: _plain(getattr(record, field.name))
        for field in fields(record)
        if field.name not in SHARED
    }


def _plain(value: object) -> Json:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        return plain_number(value)
    return value if isinstance(value, (str, int)) or value is None else str(value)


def plain_number(value: float | None) -> int | float | None:
    """Give a whole number as `int`, so that 2219.0 is printed as 2219."""
    if value is None:
        return None
    return int(value) if value == int(value) else value


def _place(mention: Mention, text: str, fields: Mapping[str, Json]) -> dict[str, Json]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        **fields,
        "rule": mention.rule,
        "confidence": round(mention.confidence, 3),
        "evidence": [_evidence(one, text) for one in mention.evidence],
    }


def _evidence(one: Evidence, text: str) -> Json:
    return {
        "role": one.role,
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
    }


def _campaign(m: Campaign, text: str) -> Json:
    return _place(m, text, {"type": m.type.value, "id": m.id, "key": m.key})


def _figure(m: Figure, text: str) -> Json:
    return _place(
        m,
        text,
        {
            "value": plain_number(m.value),
            "value_max": plain_number(m.value_max),
            "of": plain_number(m.of),
            "modifier": m.modifier.value,
            "kind": m.kind.value,
            "unit": m.unit,
        },
    )


def _award(m: Award, text: str) -> Json:
    recipients: list[Json] = [
        {"kind": r.kind.value, "count": plain_number(r.count), "names": list(r.names)}
        for r in m.recipients
    ]
    return _place(
        m,
        text,
        {
            "form": m.form.value,
            "title": m.title,
            "rank": m.rank,
            "level": m.level,
            "grantor": m.grantor,
            "recipients": recipients,
            "status": m.status.value,
        },
    )


def _digits(run: DigitRun, text: str) -> Json:
    return {
        "start": run.start,
        "end": run.end,
        "text": text[run.start : run.end],
        "owner": run.owner.value,
        "rule": run.rule,
    }
