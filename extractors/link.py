"""What belongs to what: each figure and award to its campaign, body, period and place, where the text says so."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.entities import Link, Organization, Place, Relation, TimeMention
from extractors.records import Award, Campaign, Evidence, Figure, FigureKind, Mention, Span
from extractors.tokens import TokenKind, Tokens

# Kinds of figures that belong to a body or campaign; a duration or an age describes something else in the clause.
LINKED = frozenset((FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE))
CLAUSE_SIGNS = frozenset((";",))
SAME_CLAUSE, SAME_SENTENCE, LIST_HEAD, SUBJECT = 0.92, 0.8, 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers that links go from and to."""

    figures: Sequence[Figure]
    awards: Sequence[Award]
    campaigns: Sequence[Campaign]
    organizations: Sequence[Organization]
    times: Sequence[TimeMention]
    places: Sequence[Place]


@dataclass(frozen=True, slots=True)
class _Targets:
    """Possible targets of one relation, by place."""

    relation: Relation
    layer: str
    starts: list[int]
    mentions: Sequence[Mention]
    after: bool
    """Whether one that follows in the clause may be meant."""


def find_links(document: Document, layers: Layers, *, subject: int | None) -> tuple[Link, ...]:
    """Link figures and awards; `subject` is the place of the body that the whole text is about, in the organisations.

    The nearest target before a mention in its clause is taken, else one after it there, else the nearest before it in
    its sentence, else the one that heads the list it stands in, else, for bodies alone, the subject of the text.
    """
    targets = (
        _targets(Relation.CAMPAIGN, "campaigns", layers.campaigns, after=True),
        _targets(Relation.ORGANIZATION, "organizations", layers.organizations, after=False),
        _targets(Relation.PERIOD, "times", layers.times, after=True),
        _targets(Relation.PLACE, "places", layers.places, after=True),
    )
    heads = _list_heads(document.tokens)
    links: list[Link] = []
    for layer, mentions in (("figures", layers.figures), ("awards", layers.awards)):
        for number, mention in enumerate(mentions):
            if isinstance(mention, Figure) and mention.kind not in LINKED:
                continue
            links += _links_of(document, layer, number, mention, targets, heads, subject)
    links += _recipient_links(layers)
    return tuple(links)


def _targets(
    relation: Relation, layer: str, mentions: Sequence[Mention], *, after: bool
) -> _Targets:
    return _Targets(relation, layer, [one.start for one in mentions], mentions, after)


def _links_of(
    document: Document,
    layer: str,
    number: int,
    mention: Mention,
    targets: Sequence[_Targets],
    heads: dict[int, tuple[int, int]],
    subject: int | None,
) -> list[Link]:
    tokens = document.tokens
    at = document.token_at(mention.start)
    first, stop = document.sentences[document.sentence_at(at)]
    clause = _clause(tokens, at, first, stop)
    links = []
    for one in targets:
        found = _choose(tokens, one, mention, clause, (first, stop), heads.get(first))
        if found is None and one.relation is Relation.ORGANIZATION and subject is not None:
            found = subject, "link.subject", SUBJECT
        if found is None:
            continue
        index, rule, confidence = found
        target = one.mentions[index]
        links.append(
            Link(
                relation=one.relation,
                from_layer=layer,
                from_index=number,
                to_layer=one.layer,
                to_index=index,
                rule=rule,
                confidence=confidence,
                evidence=(Evidence(start=target.start, end=target.end, role=one.relation.value),),
            )
        )
    return links


def _choose(
    tokens: Tokens,
    targets: _Targets,
    mention: Mention,
    clause: tuple[int, int],
    sentence: tuple[int, int],
    head: tuple[int, int] | None,
) -> tuple[int, str, float] | None:
    begin, end = _offsets(tokens, clause)
    before = bisect_right(targets.starts, mention.start) - 1
    while before >= 0 and _overlaps(targets.mentions[before], mention):
        before -= 1
    if before >= 0 and targets.starts[before] >= begin:
        return before, "link.clause", SAME_CLAUSE
    after = bisect_right(targets.starts, mention.end)
    if targets.after and after < len(targets.starts) and targets.starts[after] < end:
        return after, "link.clause_after", SAME_CLAUSE
    if before >= 0 and targets.starts[before] >= tokens.starts[sentence[0]]:
        return before, "link.sentence", SAME_SENTENCE
    if before >= 0 and head is not None and targets.starts[before] >= tokens.starts[head[0]]:
        inside = targets.starts[before] < tokens.ends[head[1] - 1]
        return (before, "link.list_head", LIST_HEAD) if inside else None
    return None


def _overlaps(one: Span, other: Span) -> bool:
    return min(one.end, other.end) > max(one.start, other.start)


def _offsets(tokens: Tokens, stretch: tuple[int, int]) -> tuple[int, int]:
    return tokens.starts[stretch[0]], tokens.ends[stretch[1] - 1]


def _clause(tokens: Tokens, at: int, first: int, stop: int) -> tuple[int, int]:
    """Give the part of the sentence between semicolons that holds a token."""
    begin = at
    while begin > first and tokens.words[begin - 1] not in CLAUSE_SIGNS:
        begin -= 1
    end = at + 1
    while end < stop and tokens.words[end] not in CLAUSE_SIGNS:
        end += 1
    return begin, end


def _list_heads(tokens: Tokens) -> dict[int, tuple[int, int]]:
    """Give for the first token of each line of a list the line that heads it: one that ends in a colon."""
    heads: dict[int, tuple[int, int]] = {}
    head: tuple[int, int] | None = None
    first = 0
    for index in range(len(tokens) + 1):
        if index < len(tokens) and tokens.kinds[index] != TokenKind.BREAK:
            continue
        if index > first:
            if tokens.words[index - 1] == ":":
                head = (first, index)
            elif head is not None:
                if _is_item(tokens, first, index):
                    heads[first] = head
                else:
                    head = None
        first = index + 1
    return heads


def _is_item(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a line looks like an item: short, or with a dash, a plus, a bullet or a number before it."""
    return stop - first <= 60 or tokens.words[first] in "-–+•*" or tokens.words[first].isdigit()


def _recipient_links(layers: Layers) -> list[Link]:
    """Link the counted receivers of an award to the figures that count them."""
    at: dict[int, int] = {one.start: number for number, one in enumerate(layers.figures)}
    links: list[Link] = []
    for number, award in enumerate(layers.awards):
        counts = {one.count for one in award.recipients if one.count is not None}
        for one in award.evidence:
            index = _figure_in(layers.figures, at, one)
            if (
                one.role == "recipient"
                and index is not None
                and layers.figures[index].value in counts
            ):
                links.append(
                    Link(
                        relation=Relation.RECIPIENT_COUNT,
                        from_layer="figures",
                        from_index=index,
                        to_layer="awards",
                        to_index=number,
                        rule="link.recipient",
                        confidence=SAME_CLAUSE,
                        evidence=(one,),
                    )
                )
    return links


def _figure_in(figures: Sequence[Figure], at: dict[int, int], place: Evidence) -> int | None:
    """Give the figure that begins inside a stretch."""
    return next((at[start] for start in range(place.start, place.end) if start in at), None)
