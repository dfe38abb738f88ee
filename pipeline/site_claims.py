"""Merge figures into claims for pages: by the store's claims where there are any, else as they are found among the articles."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, zip_longest

from sqlite_utils import Database

from corpus.claims import Reading, find_claims, find_contradictions
from corpus.site.records import Claim
from extractors.entities import Link, Relation
from extractors.facts import Facts
from extractors.records import Campaign, CampaignType, Figure, FigureKind, Modifier
from pipeline.rows import Row
from pipeline.site_items import ItemReader
from pipeline.site_rows import read_figure_rows

KINDS = ("count", "money", "percent", "measure")
"""Kinds that are worth a line on a list; durations and ages stay on the article's page."""
MAX_OTHERS = 12


@dataclass(slots=True, kw_only=True)
class _Group:
    key: str
    rows: list[Row]
    against: set[str] = field(default_factory=set)


def read_claims(
    db: Database, reader: ItemReader, ids: Sequence[str], *, limit: int
) -> tuple[Claim, ...]:
    """Give the weightiest claims of articles: contradicted ones first, then those that most sources state."""
    rows = [
        row
        for row in read_figure_rows(db, ids)
        if row["kind"] in KINDS and row["verdict"] != "wrong"
    ]
    sources = dict(
        db.execute(
            "SELECT id, source_slug FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(ids))],
        ).fetchall()
    )
    groups = _group(db, rows)

    def weight(group: _Group) -> tuple[object, ...]:
        first = group.rows[0]
        spread = len({sources[str(row["article_id"])] for row in group.rows})
        bound = first["campaign_id"] is not None
        return (
            not group.against,
            -spread,
            not bound,
            # "107,8 %" says little without its sentence; sums and counts do.
            first["kind"] not in ("count", "money"),
            -float(first["score"] or 0),
            -float(first["value"] or 0),
            first["id"],
        )

    ordered = sorted(groups.values(), key=weight)
    ordered = _one_of_each_clash(ordered)
    chosen = _varied(_interleaved(ordered, lambda group: weight(group)[:4]), limit)
    return _claims(reader, chosen, groups, sources)


def _group(db: Database, rows: Sequence[Row]) -> dict[str, _Group]:
    stored = _stored_claims(db, rows)
    groups: dict[str, _Group] = {}
    for row in rows:
        known = stored.get(str(row["id"]))
        if known is not None:
            key, against = known
            group = groups.setdefault(key, _Group(key=key, rows=[]))
            group.rows.append(row)
            group.against |= {against} if against else set()
    _group_unstored(db, [row for row in rows if str(row["id"]) not in stored], groups)
    for group in groups.values():
        group.against &= groups.keys()
        for key in group.against:
            groups[key].against.add(group.key)
    for group in groups.values():
        # A sentence of the text says more than the title; the one bound to a campaign stands for all.
        group.rows.sort(key=lambda row: (row["campaign_id"] is None, row["start"] == 0))
    return groups


def _group_unstored(db: Database, rows: Sequence[Row], groups: dict[str, _Group]) -> None:
    """Find the claims of figures that the store has none of."""
    readings, by_place = _readings(db, rows)
    claims = find_claims(readings)
    keys = []
    for claim in claims:
        members = [by_place[(one.article, one.figure)] for one in claim.statements]
        key = str(members[0]["id"])
        keys.append(key)
        groups[key] = _Group(key=key, rows=members)
    for clash in find_contradictions(readings, claims):
        groups[keys[clash.one]].against.add(keys[clash.other])


def _readings(
    db: Database, rows: Sequence[Row]
) -> tuple[list[Reading], dict[tuple[str, int], Row]]:
    """Give the articles with their stored figures as the finder of claims takes them."""
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        by_article.setdefault(str(row["article_id"]), []).append(row)
    texts = db.execute(
        """SELECT id, source_slug, published_on, text FROM articles
           WHERE id IN (SELECT value FROM json_each(?)) ORDER BY published_on, published_at, id""",
        [json.dumps(list(by_article))],
    )
    readings: list[Reading] = []
    places: dict[tuple[str, int], Row] = {}
    for article, source, day, text in texts.fetchall():
        found = by_article[article]
        places |= {(article, number): row for number, row in enumerate(found)}
        readings.append(
            Reading(
                id=article,
                source=source,
                published=date.fromisoformat(day) if day and len(day) == 10 else None,
                text=text,
                facts=_facts(found),
            )
        )
    return readings, places


def _facts(rows: Sequence[Row]) -> Facts:
    """Give figures with what they belong to; the spans of what they belong to play no part."""
    figures: list[Figure] = []
    campaigns: list[Campaign] = []
    links: list[Link] = []
    for number, row in enumerate(rows):
        figures.append(
            Figure(
                start=int(row["start"] or 0),
                end=int(row["end"] or 0),
                rule="store",
                value=float(row["value"] or 0),
                value_max=float(row["value_max"]) if row["value_max"] is not None else None,
                of=float(row["of"]) if row["of"] is not None else None,
                modifier=Modifier(str(row["modifier"])),
                kind=FigureKind(str(row["kind"])),
                unit=str(row["unit"]) if row["unit"] else None,
            )
        )
        if row["campaign_id"] is not None:
            links.append(
                Link(
                    relation=Relation.CAMPAIGN,
                    from_layer="figures",
                    from_index=number,
                    to_layer="campaigns",
                    to_index=len(campaigns),
                    rule="store",
                )
            )
            campaigns.append(
                Campaign(
                    start=0,
                    end=1,
                    rule="store",
                    type=CampaignType.OTHER,
                    key=str(row["campaign_id"]),
                )
            )
    return Facts(figures=tuple(figures), campaigns=tuple(campaigns), links=tuple(links))


def _stored_claims(db: Database, rows: Sequence[Row]) -> dict[str, tuple[str, str | None]]:
    return {
        figure: (claim, against)
        for figure, claim, against in db.execute(
            """SELECT m.figure_id, c.id, c.contradicts_id FROM claim_mentions m JOIN claims c ON c.id = m.claim_id
               WHERE m.figure_id IN (SELECT value FROM json_each(?))""",
            [json.dumps([row["id"] for row in rows])],
        )
    }


def _one_of_each_clash(groups: list[_Group]) -> list[_Group]:
    """Leave out a claim that a weightier one already shows as its contradiction."""
    shown: set[str] = set()
    kept = []
    for group in groups:
        if group.against & shown:
            continue
        if group.against:
            shown.add(group.key)
        kept.append(group)
    return kept


def _interleaved(
    groups: list[_Group], rank: Callable[[_Group], tuple[object, ...]]
) -> list[_Group]:
    """Let sums of money and counts take turns among groups of one rank; sums alone are the largest numbers."""
    mixed: list[_Group] = []
    for _, same in groupby(groups, key=rank):
        queues: dict[object, list[_Group]] = {}
        for group in same:
            queues.setdefault(group.rows[0]["kind"], []).append(group)
        for turn in zip_longest(*queues.values()):
            mixed += [group for group in turn if group is not None]
    return mixed


def _varied(groups: list[_Group], limit: int) -> list[_Group]:
    """Take at most two claims of one article until the list is full, then what is left in order."""
    taken: list[_Group] = []
    left: list[_Group] = []
    per_article: dict[object, int] = {}
    for group in groups:
        article = group.rows[0]["article_id"]
        if per_article.get(article, 0) < 2:
            per_article[article] = per_article.get(article, 0) + 1
            taken.append(group)
        else:
            left.append(group)
        if len(taken) == limit:
            return taken
    return taken + left[: limit - len(taken)]


def _claims(
    reader: ItemReader, chosen: Sequence[_Group], groups: dict[str, _Group], sources: dict[str, str]
) -> tuple[Claim, ...]:
    """Make records of the chosen groups; articles and figures are read all at once."""
    shown: dict[str, list[Row]] = {}
    clashing: dict[str, list[Row]] = {}
    for group in chosen:
        by_article: dict[object, Row] = {}
        for row in group.rows:
            by_article.setdefault(row["article_id"], row)
        shown[group.key] = list(by_article.values())
        clashing[group.key] = [groups[key].rows[0] for key in sorted(group.against)]
    wanted = [row for rows in shown.values() for row in rows[:MAX_OTHERS]]
    wanted += [row for rows in clashing.values() for row in rows]
    figures = {one.id: one for one in reader.figures(wanted)}
    firsts = list(dict.fromkeys(str(rows[0]["article_id"]) for rows in shown.values()))
    items = {item.id: item for item in reader.items(firsts, facts=0, lead=False)}
    return tuple(
        Claim(
            id=group.key,
            figure=figures[str(shown[group.key][0]["id"])],
            articles=len(shown[group.key]),
            sources=len({sources[str(row["article_id"])] for row in shown[group.key]}),
            first=items[str(shown[group.key][0]["article_id"])],
            others=tuple(figures[str(row["id"])] for row in shown[group.key][1:MAX_OTHERS]),
            against=tuple(figures[str(row["id"])] for row in clashing[group.key]),
        )
        for group in chosen
    )
