"""The claims of a data set: one fact behind many mentions, found anew where the store holds none."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from corpus.claims import Claim, Reading, find_claims, find_contradictions
from corpus.tables import Cell
from pipeline.dataset_articles import DatasetArticle
from pipeline.ids import make_id

Row = Mapping[str, Cell]
Found = tuple[list[dict[str, Cell]], list[tuple[str, str]]]


def read_reading(article: DatasetArticle) -> Reading:
    """Give an article as the finder of claims takes it."""
    day = article.row["published_on"]
    whole = isinstance(day, str) and len(day) == 10
    return Reading(
        id=str(article.row["id"]),
        source=str(article.row["source_slug"]),
        published=date.fromisoformat(str(day)) if whole else None,
        text=article.given,
        facts=article.facts,
    )


def derive_claims(
    readings: Iterable[Reading],
    figures: Sequence[Row],
    *,
    campaigns: Collection[Cell],
    organizations: Collection[Cell],
) -> Found:
    """Give the rows of claims and the pairs (claim, figure), for the figures that the data set has.

    A claim's id comes from its first figure, its value from the row of that figure, reviewed as it is. Campaigns and
    bodies that the data set does not list stay out.
    """
    ordered = sorted(readings, key=lambda one: (one.published or date.max, one.id))
    by_place = {(row["article_id"], row["start"], row["end"]): row for row in figures}
    places = {
        (reading.id, number): by_place[reading.id, figure.start, figure.end]
        for reading in ordered
        for number, figure in enumerate(reading.facts.figures)
        if (reading.id, figure.start, figure.end) in by_place
    }
    found = find_claims(ordered)
    known = {number: rows for number, rows in enumerate(_rows(found, places)) if rows}
    ids = {number: make_id("c", str(rows[0]["id"])) for number, rows in known.items()}
    against: dict[int, int] = {}
    for clash in find_contradictions(ordered, found):
        against.setdefault(clash.one, clash.other)
        against.setdefault(clash.other, clash.one)
    claims = [
        _claim(ids[number], found[number], rows, ids.get(against.get(number, -1)))
        for number, rows in known.items()
    ]
    for claim in claims:
        claim["campaign_id"] = claim["campaign_id"] if claim["campaign_id"] in campaigns else None
        body = claim["organization_id"]
        claim["organization_id"] = body if body in organizations else None
    pairs = [(ids[number], str(row["id"])) for number, rows in known.items() for row in rows]
    return claims, pairs


def _rows(claims: Sequence[Claim], places: Mapping[tuple[str, int], Row]) -> Iterable[list[Row]]:
    for claim in claims:
        keys = [(one.article, one.figure) for one in claim.statements]
        yield [places[key] for key in keys if key in places]


def _claim(
    claim_id: str, claim: Claim, rows: Sequence[Row], against: str | None
) -> dict[str, Cell]:
    first = rows[0]
    begin, _, until = (claim.period or "/").partition("/")
    return {
        "id": claim_id,
        "kind": first["kind"],
        "unit_id": first["unit_id"],
        "value": first["value"],
        "value_max": first["value_max"],
        "of": first["of"],
        "modifier": first["modifier"],
        "campaign_id": claim.campaign,
        "organization_id": claim.organization,
        "period_from": begin or None,
        "period_to": until or None,
        "first_article_id": first["article_id"],
        "contradicts_id": against,
    }
