"""Merge figures into claims for pages: by the store's claims where there are any, else reprints word for word."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from sqlite_utils import Database

from corpus.site.records import Claim
from extractors.text import fold
from pipeline.rows import Row
from pipeline.site_items import ItemReader, read_figure_rows

KINDS = ("count", "money", "percent", "measure")
"""Kinds that are worth a line on a list; durations and ages stay on the article's page."""
MAX_OTHERS = 12


@dataclass(slots=True, kw_only=True)
class _Group:
    key: str
    rows: list[Row]
    against: str | None = None


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
    contradicted = {group.against for group in groups.values() if group.against}

    def weight(group: _Group) -> tuple[object, ...]:
        first = group.rows[0]
        clash = (group.against in groups) or group.key in contradicted
        spread = len({sources[str(row["article_id"])] for row in group.rows})
        bound = first["campaign_id"] is not None
        return (
            not clash,
            -spread,
            not bound,
            -float(first["score"] or 0),
            -float(first["value"] or 0),
            first["id"],
        )

    ordered = sorted(groups.values(), key=weight)
    chosen = _varied(_interleaved(ordered, lambda group: weight(group)[:3]), limit)
    return tuple(_claim(reader, group, groups, sources) for group in chosen)


def _group(db: Database, rows: Sequence[Row]) -> dict[str, _Group]:
    stored = _stored_claims(db, rows)
    groups: dict[str, _Group] = {}
    same: dict[tuple[object, ...], str] = {}
    texts = _sentences(db, rows)
    for row in rows:
        number = (row["value"], row["value_max"], row["unit_id"], row["modifier"])
        known = stored.get(str(row["id"]))
        if known is not None:
            key, against = known
        else:
            against = None
            # The title says it again, the paper next door prints the sentence as it is.
            inside = (row["article_id"], *number)
            printed = (texts[str(row["id"])], *number)
            key = same.get(inside) or same.get(printed) or str(row["id"])
            same[inside] = same[printed] = key
        groups.setdefault(key, _Group(key=key, rows=[], against=against)).rows.append(row)
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


def _sentences(db: Database, rows: Sequence[Row]) -> dict[str, str]:
    return {
        figure: " ".join(fold(sentence).split())
        for figure, sentence in db.execute(
            """SELECT m.id, substr(a.text, m.sentence_start + 1, m.sentence_end - m.sentence_start)
               FROM figures m JOIN articles a ON a.id = m.article_id
               WHERE m.id IN (SELECT value FROM json_each(?))""",
            [json.dumps([row["id"] for row in rows])],
        )
    }


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


def _claim(
    reader: ItemReader, group: _Group, groups: dict[str, _Group], sources: dict[str, str]
) -> Claim:
    clashing = [
        other
        for other in groups.values()
        if other is not group and (other.key == group.against or other.against == group.key)
    ]
    by_article: dict[object, Row] = {}
    for row in group.rows:
        by_article.setdefault(row["article_id"], row)
    shown = list(by_article.values())
    items = reader.items([str(row["article_id"]) for row in shown[:1]], facts=0)
    return Claim(
        id=group.key,
        figure=reader.figures(shown[:1])[0],
        articles=len(by_article),
        sources=len({sources[str(article)] for article in by_article}),
        first=items[0],
        others=reader.figures(shown[1:MAX_OTHERS]),
        against=reader.figures([other.rows[0] for other in clashing]),
    )
