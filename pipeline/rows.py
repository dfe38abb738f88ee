"""Make rows of what was extracted."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from extractors.facts import Facts
from extractors.records import Award, Campaign, Figure, FigureKind, Mention, Recipient
from extractors.text import spelling
from pipeline.ids import Prefix, make_id
from pipeline.layer_rows import (
    Mentions,
    RowMaker,
    add_link_fields,
    make_article_row,
    make_body_rows,
    make_check_rows,
    make_entity_rows,
    make_link_rows,
    name_bodies,
    render_evidence,
)
from pipeline.sentences import Sentences
from pipeline.sort_key import sort_key

Value = str | int | float | None
Row = dict[str, Value]

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
    organizations: list[Row] = field(default_factory=list)
    """Bodies that the ontology does not hold."""
    mentions: dict[str, list[Row]] = field(default_factory=dict)
    """Table of `MENTION_TABLES`, and of `LAYER_TABLES` where they were read, to rows, in an order to insert them."""
    recipients: list[Row] = field(default_factory=list)
    """Recipients of the awards."""
    check_figures: list[Row] = field(default_factory=list)
    """Figures of the checks."""
    article: Row | None = None
    """What the article as a whole is. None where the further layers were not read."""


def make_fact_rows(
    facts: Facts,
    text: str,
    article_id: str,
    *,
    extractor_id: str,
    run_id: int | None,
    sentences: Sentences | None = None,
    names_key: bytes | None = None,
) -> FactRows:
    """Give the rows of an article's facts, each with the sentence it stands in.

    Names of people are hashed with `names_key`; without one the further layers are left out, as they are where the
    facts were read without them.
    """
    sentences = sentences or Sentences(text)
    made: Row = {"extractor_id": extractor_id, "run_id": run_id, "ended_run": None}

    def rows_of(
        mentions: Iterable[Mention], prefix: Prefix, /, *, worded: bool = True
    ) -> list[Row]:
        seen: dict[tuple[int, int], int] = {}
        rows = []
        for mention in mentions:
            place = (mention.start, mention.end)
            nth = seen.get(place, 0)
            seen[place] = nth + 1
            written = text[mention.start : mention.end] if worded else None
            row = _mention_row(mention, written, article_id, prefix, nth, sentences)
            row.update(made)
            rows.append(row)
        return rows

    mentions = _first_rows(facts, rows_of)
    rows = FactRows(
        campaigns=_new_campaigns(facts.campaigns, text),
        units=_units(facts.figures),
        recipients=[
            recipient
            for row, award in zip(mentions["awards"], facts.awards, strict=True)
            for recipient in _recipient_rows(str(row["id"]), award)
        ],
        mentions=mentions,
    )
    if facts.article is None or names_key is None:
        return rows
    bodies = name_bodies(facts.organizations)
    add_link_fields(facts, bodies, mentions["figures"], mentions["awards"])
    whole = make_entity_rows(facts, bodies, text, rows_of, names_key) | mentions
    checks, check_figures = make_check_rows(facts, mentions["figures"], article_id, made)
    whole["mention_links"] = make_link_rows(facts, whole, article_id, made)
    whole["checks"] = checks
    return replace(
        rows,
        organizations=list(make_body_rows(facts.organizations)),
        mentions=whole,
        check_figures=check_figures,
        article=make_article_row(facts, bodies, article_id, made),
    )


def _first_rows(facts: Facts, rows_of: RowMaker) -> Mentions:
    """Give the rows of campaigns, figures and awards."""
    campaigns = rows_of(facts.campaigns, "cd")
    for row, campaign in zip(campaigns, facts.campaigns, strict=True):
        row |= {"campaign_id": campaign.key, "type": str(campaign.type)}
    figures = rows_of(facts.figures, "so")
    for row, figure in zip(figures, facts.figures, strict=True):
        row |= _figure_fields(figure)
    awards = rows_of(facts.awards, "kt")
    for row, award in zip(awards, facts.awards, strict=True):
        row |= _award_fields(award)
    return {"campaign_mentions": campaigns, "figures": figures, "awards": awards}


def _mention_row(
    mention: Mention,
    written: str | None,
    article_id: str,
    prefix: Prefix,
    nth: int,
    sentences: Sentences,
) -> Row:
    start, end = sentences.around(mention.start, mention.end)
    words = () if written is None else (written,)
    again = (nth,) if nth else ()
    row: Row = {
        "id": make_id(prefix, article_id, mention.start, mention.end, *words, *again),
        "article_id": article_id,
        "start": mention.start,
        "end": mention.end,
        "sentence_start": start,
        "sentence_end": end,
        "score": mention.confidence,
        "rule": mention.rule,
        "evidence": render_evidence(mention.evidence),
    }
    if written is not None:
        row["text"] = written
    return row


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
