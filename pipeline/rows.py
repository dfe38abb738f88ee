"""Make rows of what was extracted."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.facts import Facts
from extractors.records import Award, Campaign, Evidence, Figure, FigureKind, Mention, Recipient
from extractors.text import spelling
from pipeline.ids import Prefix, make_id
from pipeline.sentences import Sentences
from pipeline.sort_key import sort_key

Value = str | int | float | None
Row = dict[str, Value]

_ENCODER = json.JSONEncoder(ensure_ascii=False)
MENTION_TABLES = ("campaign_mentions", "figures", "awards")


@dataclass(frozen=True, slots=True, kw_only=True)
class HashedRecipient(Recipient):
    """A recipient whose names are known by their hash alone, as in a partition of a cluster's work."""

    name_hash: str | None
    """Hash of the names. None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRows:
    """All rows of the mentions of one article."""

    campaigns: list[Row] = field(default_factory=list)
    """Campaigns that the ontology may not hold."""
    units: list[Row] = field(default_factory=list)
    """Units of the figures."""
    mentions: dict[str, list[Row]] = field(default_factory=dict)
    """Table of `MENTION_TABLES` to rows."""
    recipients: list[Row] = field(default_factory=list)
    """Recipients of the awards."""


def make_fact_rows(
    facts: Facts,
    text: str,
    article_id: str,
    *,
    extractor_id: str,
    run_id: int | None,
    sentences: Sentences | None = None,
) -> FactRows:
    """Give the rows of an article's facts, each with the sentence it stands in."""
    sentences = sentences or Sentences(text)
    made: Row = {"extractor_id": extractor_id, "run_id": run_id, "ended_run": None}

    def rows_of(mentions: Iterable[Mention], prefix: Prefix) -> list[Row]:
        seen: Counter[tuple[int, int]] = Counter()
        rows = []
        for mention in mentions:
            place = (mention.start, mention.end)
            row = _mention_row(mention, text, article_id, prefix, seen[place], sentences)
            seen[place] += 1
            rows.append(row | made)
        return rows

    campaigns = rows_of(facts.campaigns, "cd")
    for row, campaign in zip(campaigns, facts.campaigns, strict=True):
        row |= {"campaign_id": campaign.key, "type": str(campaign.type)}
    figures = rows_of(facts.figures, "so")
    for row, figure in zip(figures, facts.figures, strict=True):
        row |= _figure_fields(figure)
    awards = rows_of(facts.awards, "kt")
    for row, award in zip(awards, facts.awards, strict=True):
        row |= _award_fields(award)
    return FactRows(
        campaigns=_new_campaigns(facts.campaigns, text),
        units=_units(facts.figures),
        mentions={"campaign_mentions": campaigns, "figures": figures, "awards": awards},
        recipients=[
            recipient
            for row, award in zip(awards, facts.awards, strict=True)
            for recipient in _recipient_rows(str(row["id"]), award)
        ],
    )


def _mention_row(
    mention: Mention, text: str, article_id: str, prefix: Prefix, nth: int, sentences: Sentences
) -> Row:
    written = text[mention.start : mention.end]
    start, end = sentences.around(mention.start, mention.end)
    again = (nth,) if nth else ()
    return {
        "id": make_id(prefix, article_id, mention.start, mention.end, written, *again),
        "article_id": article_id,
        "start": mention.start,
        "end": mention.end,
        "text": written,
        "sentence_start": start,
        "sentence_end": end,
        "score": mention.confidence,
        "rule": mention.rule,
        "evidence": _evidence(mention),
    }


def _evidence(mention: Mention) -> str:
    if not mention.evidence:
        return "[]"
    return f"[{', '.join([_evidence_item(item) for item in mention.evidence])}]"


def _evidence_item(item: Evidence) -> str:
    # The same as JSON for a plain role, and four times as fast.
    if item.role.isidentifier():
        return f'["{item.role}", {item.start}, {item.end}]'
    return _ENCODER.encode([item.role, item.start, item.end])


def _figure_fields(figure: Figure) -> Row:
    return {
        "value": figure.value,
        "value_max": figure.value_max,
        "of": figure.of,
        "modifier": str(figure.modifier),
        "kind": str(figure.kind),
        "unit_id": unit_id(figure.unit),
        "unit": figure.unit,
        "noun": figure.unit if figure.kind == FigureKind.COUNT else None,
    }


def _award_fields(award: Award) -> Row:
    return {
        "form_id": str(award.form),
        "title": award.title,
        "rank": award.rank,
        "level": award.level,
        "grantor": award.grantor,
        "status": str(award.status),
    }


def _recipient_rows(award_id: str, award: Award) -> list[Row]:
    return [
        {
            "award_id": award_id,
            "n": n,
            "kind": str(recipient.kind),
            "count": recipient.count,
            "name_hash": recipient.name_hash
            if isinstance(recipient, HashedRecipient)
            else hash_names(recipient.names),
        }
        for n, recipient in enumerate(award.recipients, 1)
    ]


def hash_names(names: tuple[str, ...]) -> str | None:
    """Give what tells equal groups of names apart; None where there are none."""
    # Names of workers are personal data: the store keeps only what tells equal groups apart.
    if not names:
        return None
    return hashlib.sha256("\x1f".join(spelling(name) for name in names).encode()).hexdigest()[:16]


def _new_campaigns(campaigns: Iterable[Campaign], text: str) -> list[Row]:
    rows: dict[str, Row] = {}
    for campaign in campaigns:
        name = " ".join(text[campaign.start : campaign.end].split())
        rows.setdefault(
            campaign.key,
            {
                "id": campaign.key,
                "name": name,
                "type": str(campaign.type),
                "sort_key": sort_key(name),
            },
        )
    return list(rows.values())


def _units(figures: Iterable[Figure]) -> list[Row]:
    return list(
        {
            figure.unit: _unit_row(figure.unit, str(figure.kind))
            for figure in figures
            if figure.unit
        }.values()
    )


def _unit_row(unit: str, dimension: str) -> Row:
    return {
        "id": unit_id(unit),
        "name": unit,
        "dimension": dimension,
        "vnd_factor": 1.0 if unit == "VND" else None,
    }


@lru_cache(maxsize=4096)
def unit_id(unit: str | None) -> str | None:
    """Give the id of a unit: its own words in one spelling; currency codes stay capital."""
    if unit is None:
        return None
    return unit if unit.isupper() else " ".join(spelling(word) for word in unit.split())
