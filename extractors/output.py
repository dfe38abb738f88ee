"""Facts as plain dictionaries in the layout of the annotation guideline, with more keys beside."""

from collections.abc import Mapping
from typing import TypeAlias

from extractors.facts import Facts
from extractors.records import Award, Campaign, DigitRun, Evidence, Figure, Mention

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def facts_to_json(facts: Facts, text: str) -> dict[str, Json]:
    """Give the layers of the guideline and, beside them, the owner of each run of digits."""
    return {
        "campaigns": [_campaign(m, text) for m in facts.campaigns],
        "figures": [_figure(m, text) for m in facts.figures],
        "awards": [_award(m, text) for m in facts.awards],
        "digits": [_digits(run, text) for run in facts.digits],
    }


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
