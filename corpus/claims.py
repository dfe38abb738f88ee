"""Facts across articles: one stated fact behind many reprints is one claim; claims that cannot both hold are listed.

Pure: articles with their facts go in, claims come out. Nothing is corrected; a contradiction is only shown.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from extractors.entities import Relation
from extractors.facts import Facts
from extractors.records import Figure, FigureKind
from extractors.text import spelling

# Share of words two sentences must have in common (token set ratio, 0 to 100), numbers masked; measured on the
# sample press: reprints of one event lie above 60, figures of other events below 45.
SAME_EVENT = 58.0
# A round share ("100%") says little by itself: sentences must be closer. So must they for contradictions, the more
# for sums of money, of which one event has many.
CLOSE, CLOSE_MONEY = 70.0, 90.0
# So many claims two articles share when they tell of one event; numbers that clash elsewhere are two things' numbers.
MIN_SHARED = 3
# Where campaign, body or period is one, fewer common words will do; where the days lie apart, only a reprint does.
SHARED, REPRINT = 40.0, 90.0
# Papers tell one event within days of each other.
MAX_DAYS = 7
KINDS = frozenset((FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE))
_NUMBER = re.compile(r"\d[\d.,]*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and what was read from it."""

    id: str
    """Id of the article."""
    source: str
    """Slug of its source."""
    published: date | None
    """Day of publication. None where it is not known."""
    text: str
    """The text that the facts count in."""
    facts: Facts
    """Its facts, of all layers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure in one article."""

    article: str
    """Id of the article."""
    source: str
    """Slug of its source."""
    figure: int
    """Place of the figure in the article's facts."""
    sentence: str
    """The sentence that states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A fact that one or more articles state."""

    value: float
    """The number."""
    value_max: float | None
    """Upper end of a range. None where there is none."""
    of: float | None
    """The total or plan. None where there is none."""
    kind: FigureKind
    """The sort of quantity."""
    unit: str | None
    """What is counted, as first written. None where not said."""
    campaign: str | None
    """Key of the campaign it belongs to. None where none is linked."""
    organization: str | None
    """Id or name of the body. None where none is linked."""
    period: str | None
    """Begin and end, joined by a slash. None where none is linked."""
    statements: tuple[Statement, ...]
    """Who states it, in the order of the articles."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that state it, each once."""
        return tuple(dict.fromkeys(one.source for one in self.statements))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two claims about one thing with different numbers."""

    one: int
    """Place of the first claim."""
    other: int
    """Place of the second claim."""
    similarity: float
    """How much alike the sentences are, 0 to 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement with all that it is compared by."""

    statement: Statement
    """Who states it, and in which words."""
    figure: Figure
    """What is stated."""
    unit: str
    """Its unit in one spelling. Empty where not said."""
    campaign: str | None
    """Key of the campaign it is linked to. None for none."""
    organization: str | None
    """Id or name of the body it is linked to. None for none."""
    period: str | None
    """Begin and end of the period it is linked to, joined by a slash. None for none."""
    published: date | None
    """Day of publication. None where it is not known."""
    masked: str
    """The sentence in one spelling, its numbers masked."""


def mask_numbers(sentence: str) -> str:
    """Give a sentence in one spelling with its numbers masked, as statements are compared."""
    return _NUMBER.sub("#", spelling(sentence))


def find_claims(readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """Bring together the statements of one fact: same number and noun, told of one event in like words."""
    return tuple(claim_of(group) for group in group_told(_all_told(readings)))


def group_told(statements: Iterable[Told]) -> list[list[Told]]:
    """Give the statements of each fact in their order; what is grouped depends on one number at a time."""
    groups: list[list[Told]] = []
    by_number: dict[tuple[FigureKind, float, float | None, str], list[int]] = defaultdict(list)
    for told in statements:
        figure = told.figure
        slot = by_number[(figure.kind, figure.value, figure.of, told.unit.split(" ")[0])]
        place = next((n for n in slot if any(is_one_event(told, one) for one in groups[n])), None)
        if place is None:
            slot.append(len(groups))
            groups.append([told])
        else:
            groups[place].append(told)
    return groups


def find_contradictions(
    readings: Sequence[Reading], claims: Sequence[Claim]
) -> tuple[Contradiction, ...]:
    """List pairs of claims from different sources with one noun, one event and different numbers."""
    return find_clashes(_all_told(readings), claims)


def find_clashes(statements: Iterable[Told], claims: Sequence[Claim]) -> tuple[Contradiction, ...]:
    """Do as `find_contradictions` where the statements are at hand."""
    told = {(t.statement.article, t.statement.figure): t for t in statements}
    events = _same_events(claims)
    by_unit: dict[tuple[FigureKind, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        unit = spelling(claim.unit or "")
        if unit and claim.kind is not FigureKind.PERCENT:
            by_unit[(claim.kind, unit)].append(number)
    found = []
    for numbers in by_unit.values():
        for a, b in combinations(numbers, 2):
            similarity = _clash(claims[a], claims[b], told, events)
            if similarity:
                found.append(Contradiction(one=a, other=b, similarity=round(similarity, 1)))
    return tuple(found)


def _all_told(readings: Sequence[Reading]) -> Iterator[Told]:
    for reading in readings:
        bounds = _sentences(reading.text)
        links = _links_of(reading.facts)
        for number, figure in enumerate(reading.facts.figures):
            if figure.kind not in KINDS:
                continue
            sentence = next(reading.text[a:b] for a, b in bounds if a <= figure.start < b)
            campaign, organization, period = links.get(number, (None, None, None))
            statement = Statement(
                article=reading.id, source=reading.source, figure=number, sentence=sentence.strip()
            )
            yield Told(
                statement=statement,
                figure=figure,
                unit=spelling(figure.unit or ""),
                campaign=campaign,
                organization=organization,
                period=period,
                published=reading.published,
                masked=mask_numbers(sentence),
            )


def _sentences(text: str) -> list[tuple[int, int]]:
    """Give the stretches of the sentences; they cover the whole text."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    starts = [0, *ends]
    return list(zip(starts, [*ends, len(text) + 1], strict=True))


def _links_of(facts: Facts) -> dict[int, tuple[str | None, str | None, str | None]]:
    found: dict[int, dict[Relation, str]] = defaultdict(dict)
    for link in facts.links:
        if link.from_layer != "figures":
            continue
        if link.relation is Relation.CAMPAIGN:
            found[link.from_index][link.relation] = facts.campaigns[link.to_index].key
        elif link.relation is Relation.ORGANIZATION:
            body = facts.organizations[link.to_index]
            found[link.from_index][link.relation] = body.id or spelling(body.name)
        elif link.relation is Relation.PERIOD:
            time = facts.times[link.to_index]
            found[link.from_index][link.relation] = f"{time.begin or ''}/{time.until or ''}"
    return {
        number: (
            row.get(Relation.CAMPAIGN),
            row.get(Relation.ORGANIZATION),
            row.get(Relation.PERIOD),
        )
        for number, row in found.items()
    }


def is_one_event(one: Told, other: Told) -> bool:
    """Say whether two statements with one number tell of one event: near days, and like words or one campaign or body."""
    if one.statement.article == other.statement.article:
        return one.unit == other.unit and _as_alike(one, other, SAME_EVENT)
    if not _near(one.published, other.published):
        return _as_alike(one, other, REPRINT)
    if one.figure.kind is FigureKind.PERCENT:
        return _as_alike(one, other, CLOSE)
    return _as_alike(one, other, SHARED if _shares(one, other) else SAME_EVENT)


def _shares(one: Told, other: Told) -> bool:
    pairs = (
        (one.campaign, other.campaign),
        (one.organization, other.organization),
        (one.period, other.period),
    )
    return any(a is not None and a == b for a, b in pairs)


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= MAX_DAYS


def _as_alike(one: Told, other: Told, least: float) -> bool:
    # With a cutoff the matcher stops as soon as it cannot be reached.
    return fuzz.token_set_ratio(one.masked, other.masked, score_cutoff=least) >= least


def _alike(one: Told, other: Told) -> float:
    return fuzz.token_set_ratio(one.masked, other.masked)


def _same_events(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """Give the pairs of articles that share claims enough to tell of one event."""
    shared: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        articles = dict.fromkeys(one.article for one in claim.statements)
        shared.update(combinations(sorted(articles), 2))
    return frozenset(pair for pair, count in shared.items() if count >= MIN_SHARED)


def _clash(
    one: Claim,
    other: Claim,
    told: Mapping[tuple[str, int], Told],
    events: Container[tuple[str, str]],
) -> float:
    """Give how alike two claims with different numbers are where they cannot both hold; 0 where they can."""
    if (one.value, one.value_max, one.of) == (other.value, other.value_max, other.of):
        return 0.0
    if {s.article for s in one.statements} & {s.article for s in other.statements}:
        return 0.0
    best = 0.0
    least = CLOSE_MONEY if one.kind is FigureKind.MONEY else CLOSE
    for a, b in _pairs(one, other):
        first, second = sorted((a[0], b[0]))
        if (first, second) in events:
            alike = _alike(told[a], told[b])
            best = max(best, alike if alike >= least else 0.0)
    return best


def _pairs(one: Claim, other: Claim) -> Iterable[tuple[tuple[str, int], tuple[str, int]]]:
    for a in one.statements:
        for b in other.statements:
            if a.source != b.source:
                yield (a.article, a.figure), (b.article, b.figure)


def claim_of(group: Sequence[Told]) -> Claim:
    """Give the claim that a group of statements makes; what the first does not say, the next may."""
    first = group[0].figure
    return Claim(
        value=first.value,
        value_max=first.value_max,
        of=first.of,
        kind=first.kind,
        unit=first.unit,
        campaign=next((t.campaign for t in group if t.campaign), None),
        organization=next((t.organization for t in group if t.organization), None),
        period=next((t.period for t in group if t.period), None),
        statements=tuple(t.statement for t in group),
    )
