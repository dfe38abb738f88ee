"""Read the claims of articles for pages, the weightiest first."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from sqlite_utils import Database

from corpus.site.records import Claim
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
        # What a run that was cut short has not placed yet stands by itself.
        key, against = stored.get(str(row["id"]), (str(row["id"]), None))
        group = groups.setdefault(key, _Group(key=key, rows=[]))
        group.rows.append(row)
        group.against |= {against} if against else set()
    for group in groups.values():
        group.against &= groups.keys()
        for key in group.against:
            groups[key].against.add(group.key)
    for group in groups.values():
        # A sentence of the text says more than the title; the one bound to a campaign stands for all.
        group.rows.sort(key=lambda row: (row["campaign_id"] is None, row["start"] == 0))
    return groups


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
