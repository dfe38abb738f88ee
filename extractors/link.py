"""What belongs to what: each figure and award to its campaign, body, period and place, where the text says so."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from extractors.document import Document
from extractors.entities import (
    BodyType,
    Link,
    Relation,
)
from extractors.lexicon import longest
from extractors.link_campaigns import PointedCampaigns
from extractors.link_houses import Houses
from extractors.link_receivers import receiver_links
from extractors.link_scopes import Scopes, Stretch, read_scopes
from extractors.link_targets import OFFICES, Layers, Spoken, Targets, lay_out, overlapping, overlaps
from extractors.link_times import PeriodReader
from extractors.records import Award, Evidence, FigureKind, Mention, Span
from extractors.text import spelling

# Kinds of figures that belong to a body or campaign; a duration or an age describes something else in the clause.
OCCASIONS = frozenset(("lần", "buổi", "phiên", "ca"))
LINKED = frozenset((FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT))
SAME_CLAUSE, SAME_SENTENCE, LIST_HEAD, SUBJECT = 0.92, 0.8, 0.75, 0.6


# What stands before a target behind the figure that it belongs to: "512 tổ do LĐLĐ tỉnh lập"; None: anything.
BEHIND: dict[Relation, frozenset[str] | None] = {
    Relation.CAMPAIGN: None,
    Relation.ORGANIZATION: frozenset(spelling(one) for one in ("do", "của", "được")),
    Relation.PERIOD: None,
    Relation.PLACE: frozenset(spelling(one) for one in ("tại", "ở", "bàn", "của")),
}
MAX_BEHIND, FAR_BEHIND, MAX_BACK, MAX_OPENING, MAX_TRIED = 14, 26, 60, 6, 20
SCENES = frozenset(spelling(one) for one in ("tại", "ở", "bàn", "nhân", "cấp", "đoàn"))
# "phối hợp với Sở Y tế", "tại Công ty X", "cho LĐLĐ huyện": bodies that something is done with or for.
HELPERS = frozenset(spelling(one) for one in ("với", "cho", "tới", "đến"))
WHOLES = frozenset(
    spelling(one)
    for one in ("tỉnh", "huyện", "ngành", "thành", "quận", "khu", "xã", "phường", "tổng")
)
# Areas stand for federations and authorities; "Văn phòng LĐLĐ tỉnh" is one house of the federation.
AREAS = WHOLES - frozenset(spelling(one) for one in ("ngành", "khu", "tổng"))
OF_AREAS = tuple(spelling(one) for one in ("liên đoàn lao động", "tổng liên đoàn", "ủy ban"))
OFFICES_OF_UNIONS = tuple(
    spelling(one)
    for one in ("văn phòng", "ban nữ công", "ban tổ chức", "ban tuyên giáo", "ban chính sách")
)

# "ước tính", "thông tin" are more than verbs of saying; these are not.
REPORTING = frozenset(
    ("cho biết", "cho hay", "cho rằng", "nhấn mạnh", "khẳng định", "phát biểu", "nhận định")
)

DOES = frozenset(
    spelling(one) for one in ("đặt", "có", "đã", "phấn", "hiện", "sẽ", "đang", "còn", "đạt", "cũng")
)
PASSIVE = spelling("được")
REWARDING = frozenset(spelling(one) for one in ("tặng", "trao", "khen", "tuyên", "biểu", "vinh"))
# "Chúng tôi vận động 31 công ty": in the mouth of an officer, the body.
WE = spelling("chúng tôi")

Fits: TypeAlias = Callable[[Span], bool]


@dataclass(frozen=True, slots=True)
class _Choice:
    index: int
    rule: str
    confidence: float


def find_links(
    document: Document, layers: Layers, *, subject: int | None, wholes: Mapping[int, int]
) -> tuple[Link, ...]:
    """Link figures and awards; `subject` is the place of the body that the whole text is about, in the organisations.

    A target in the clause is taken first, then one in the sentence, then one in the row's head or the line that heads
    the list; the subject of the text only for what "toàn tỉnh", "toàn ngành" and the like state. What an award carries
    (grantor, campaign, period, place) is not repeated at the figures that count its receivers, nor what a whole has at
    its parts (`wholes`: place of a part → place of its whole).
    """
    scopes = read_scopes(document)
    recipients = tuple(receiver_links(document, layers))
    counted = {link.from_index for link in recipients}
    chooser = _Chooser(document, layers, scopes, subject)
    links: list[Link] = []
    for number, figure in enumerate(layers.figures):
        if figure.kind in LINKED and number not in counted and figure.unit not in OCCASIONS:
            whole = wholes.get(number)
            since = layers.figures[whole].start if whole is not None else 0
            links += chooser.links("figures", number, figure, since=since)
    for number, award in enumerate(layers.awards):
        links += chooser.award_links(number, award)
    return (*links, *recipients)


class _Chooser:
    """Chooses the targets of one mention at a time."""

    def __init__(
        self, document: Document, layers: Layers, scopes: Scopes, subject: int | None
    ) -> None:
        self._document = document
        self._layers = layers
        self._tokens = document.tokens
        self._scopes = scopes
        self._subject = subject
        self._unions: dict[str, list[int]] = {}
        for number, one in enumerate(layers.organizations):
            name = spelling(one.name)
            if one.type is BodyType.UNION and not name.startswith(OFFICES_OF_UNIONS):
                for word in WHOLES.intersection(name.split()):
                    self._unions.setdefault(word, []).append(number)
        self._houses = Houses(document, layers.organizations)
        tokens = document.tokens
        self._colons = [index for index, word in enumerate(tokens.words) if word == ":"]
        self._sayings = [hit.first for hit in longest(document.labelled("saying"))]
        self._periods = PeriodReader(document, layers)
        self._workplaces = {
            evidence.start
            for one in layers.people
            if spelling(one.role or "").split(" ")[0] not in OFFICES
            for evidence in one.evidence
            if evidence.role == "unit"
        }
        self._spoken = Spoken(layers)
        self._pointed = PointedCampaigns(document, layers.campaigns, self._reporting())
        self._campaigns = lay_out(Relation.CAMPAIGN, "campaigns", layers.campaigns)
        self._bodies = lay_out(Relation.ORGANIZATION, "organizations", layers.organizations)
        self._times = lay_out(Relation.PERIOD, "times", layers.times)
        self._places = lay_out(Relation.PLACE, "places", layers.places)

    def _reporting(self) -> list[int]:
        """Give where somebody begins to report: a verb of saying that is no other verb as well, or has a colon."""
        words = self._tokens.words
        return [
            hit.first
            for hit in longest(self._document.labelled("saying"))
            if hit.value in REPORTING or words[hit.stop : hit.stop + 1] == [":"]
        ]

    def links(self, layer: str, number: int, mention: Mention, *, since: int) -> Iterator[Link]:
        """Give the links of one figure to what stands behind a place in the text."""
        for targets in (self._campaigns, self._bodies, self._times, self._places):
            choice = self._choose(targets, mention)
            if choice is not None and targets.starts[choice.index] >= since:
                yield _link(targets, layer, number, choice)

    def award_links(self, number: int, award: Award) -> Iterator[Link]:
        """Give the links of one award: its grantor, its campaign, its period."""
        for one in award.evidence:
            index = overlapping(self._bodies, one) if one.role == "grantor" else None
            if index is not None:
                grantor = _Choice(index, "link.grantor", SAME_CLAUSE)
                yield _link(self._bodies, "awards", number, grantor, Relation.GRANTOR)
                break
        for targets in (self._campaigns, self._times):
            choice = self._choose(targets, award)
            if choice is not None:
                yield _link(targets, "awards", number, choice)

    def _choose(self, targets: Targets, mention: Mention) -> _Choice | None:
        """Look for a target in the clause, then in the sentence, in the list's head and in the sentence before."""
        at = self._document.token_at(mention.start)
        fits = self._fitting(targets, mention, at)
        clause, sentence = self._scopes.clause(at), self._scopes.sentence(at)
        owned = targets.relation is Relation.ORGANIZATION
        timed = targets.relation is Relation.PERIOD
        house = self._houses.house_of(clause, at) if owned else None
        choice = (
            _found(house, "link.house", SAME_SENTENCE)
            or (self._timed(targets, clause, mention) if timed else None)
            or _found(self._last(targets, clause, at, fits), "link.clause", SAME_CLAUSE)
            or _found(self._next(targets, clause, at, mention), "link.clause_after", SAME_CLAUSE)
        )
        if choice is None:
            leading = self._leading(targets, sentence, at, fits)
            choice = _found(leading, "link.sentence", SAME_SENTENCE)
        if choice is not None:
            return choice
        caption = self._scopes.caption(at)
        if caption is not None and targets.relation in (Relation.CAMPAIGN, Relation.PERIOD):
            choice = _found(
                self._last(targets, caption, caption[1], fits), "link.caption", LIST_HEAD
            )
            if choice is not None:
                return choice
        head = self._scopes.head(at)
        if head is not None and targets.relation is not Relation.PLACE:
            choice = _found(self._last(targets, head, head[1], fits), "link.list_head", LIST_HEAD)
        return choice or self._pointed_back(targets, sentence, at, mention)

    def _rewards(self, body: Span) -> bool:
        """Say whether a body rewards: "9 thợ được LĐLĐ tỉnh tặng Bằng khen" counts receivers, not what it does."""
        last = self._document.token_at(body.end - 1)
        return not REWARDING.isdisjoint(self._tokens.norms[last + 1 : last + 4])

    def _timed(self, targets: Targets, clause: Stretch, mention: Mention) -> _Choice | None:
        """Look for a time right behind the mention."""
        bracketed = self._periods.bracketed(targets, clause, mention)
        return _found(bracketed, "link.bracket", SAME_CLAUSE) or _found(
            self._periods.beside(targets, mention), "link.beside", SAME_CLAUSE
        )

    def _fitting(self, targets: Targets, mention: Mention, at: int) -> Fits:
        """Give the test that a target before the mention must pass.

        A day or place named before a verb of saying is that of the speech: "Phát biểu sáng 10/3, bà Lan cho biết …".
        """
        tests = {
            Relation.CAMPAIGN: self._is_campaign,
            Relation.ORGANIZATION: self._is_body,
            Relation.PERIOD: self._periods.is_period,
            Relation.PLACE: self._is_scene,
        }
        test = tests[targets.relation]
        last = bisect_left(self._sayings, at) - 1
        said = 0
        if targets.relation in (Relation.PERIOD, Relation.PLACE) and last >= 0:
            first, _ = self._scopes.sentence(at)
            verb = self._sayings[last]
            said = self._tokens.starts[verb] if verb >= first else 0
        return lambda one: (
            (one.start >= said or self._periods.is_reviewed(one))
            and not overlaps(one, mention)
            and test(one)
        )

    def _last(self, targets: Targets, stretch: Stretch, at: int, fits: Fits) -> int | None:
        """Give the last fitting target in a stretch that stands before a token."""
        starts = self._tokens.starts
        begin = starts[stretch[0]]
        index = bisect_left(
            targets.starts, starts[at] if at < len(starts) else len(self._tokens.work)
        )
        least = max(0, index - MAX_TRIED)
        while index > least and targets.starts[index - 1] >= begin:
            index -= 1
            if fits(targets.mentions[index]):
                return index
        return None

    def _next(self, targets: Targets, clause: Stretch, at: int, mention: Mention) -> int | None:
        """Give a target behind the mention in its clause, where the words before it say that it is meant."""
        end = self._tokens.ends[clause[1] - 1]
        index = bisect_left(targets.starts, mention.end)
        if index == len(targets.starts) or targets.starts[index] >= end:
            return None
        one = targets.mentions[index]
        before = self._norm_before(one)
        leads = BEHIND[targets.relation]
        distance = self._document.token_at(one.start) - at
        timed, owned = (targets.relation is one for one in (Relation.PERIOD, Relation.ORGANIZATION))
        far = targets.relation is Relation.CAMPAIGN or (isinstance(mention, Award) and not timed)
        near = distance <= (FAR_BEHIND if far else MAX_BEHIND)
        if timed and not self._periods.is_period(one):
            return None
        if before == PASSIVE and owned and self._rewards(one):
            return None
        return index if near and (leads is None or before in leads) else None

    def _leading(self, targets: Targets, sentence: Stretch, at: int, fits: Fits) -> int | None:
        """Give the target that leads the sentence and so holds across its semicolons: its first body, its opening date."""
        if targets.relation not in (Relation.ORGANIZATION, Relation.PERIOD):
            return None
        if targets.relation is Relation.ORGANIZATION:
            return self._first(targets, sentence, self._tokens.starts[at], fits)
        for opening in dict.fromkeys((self._opening(sentence, at), sentence[0])):
            end = self._tokens.starts[min(opening + MAX_OPENING, sentence[1] - 1)]
            index = self._first(targets, (opening, sentence[1]), end, fits)
            if index is not None:
                return index
        return self._last(
            targets, sentence, at, lambda one: self._periods.is_reviewed(one) and fits(one)
        )

    def _first(self, targets: Targets, stretch: Stretch, end: int, fits: Fits) -> int | None:
        """Give the first fitting target that begins in a stretch, before a code point."""
        index = bisect_left(targets.starts, self._tokens.starts[stretch[0]])
        most = min(len(targets.starts), index + MAX_TRIED)
        while index < most and targets.starts[index] < end:
            if fits(targets.mentions[index]):
                return index
            index += 1
        return None

    def _opening(self, sentence: Stretch, at: int) -> int:
        """Give where the sentence opens for a token: behind the last colon before it, as a report is quoted so."""
        place = bisect_left(self._colons, at) - 1
        return max(sentence[0], self._colons[place] + 1 if place >= 0 else 0)

    def _norm_before(self, one: Span) -> str:
        first = self._document.token_at(one.start)
        return self._tokens.norms[first - 1] if first else ""

    def _body_of_all(self, norms: Sequence[str], at: int) -> int | None:
        """Give the union that "toàn tỉnh", "toàn ngành" … stands for: the last of that rank before it, or the next one."""
        ranks = [b for a, b in pairwise(norms) if a == "toàn" and b in WHOLES]
        head = self._tokens.norms[at : at + 2]
        if not ranks and len(head) > 1 and head[0] in AREAS and head[1] in DOES:
            # "Tỉnh đặt mục tiêu …": the area at the head of a sentence acts.
            ranks = [head[0]]
        if not ranks:
            return None
        starts = self._bodies.starts
        here = bisect_left(starts, self._tokens.starts[at])
        unions = self._unions.get(ranks[-1], ())
        if not unions:
            return self._subject if self._is_of_rank(ranks[-1]) else None
        return unions[max(bisect_left(unions, here) - 1, 0)]

    def _is_of_rank(self, rank: str) -> bool:
        """Say whether the subject can stand for "toàn tỉnh": a federation can, the union of one house cannot."""
        if self._subject is None or rank not in AREAS:
            return True
        return spelling(self._layers.organizations[self._subject].name).startswith(OF_AREAS)

    def _is_campaign(self, one: Span) -> bool:
        return True

    def _is_body(self, one: Span) -> bool:
        """Say whether a body can be whose a figure is: not the helper of another, nor where somebody works."""
        last = self._document.token_at(one.end - 1)
        # "vượt chỉ tiêu Tổng LĐLĐ Việt Nam giao": who set a target has not reached it.
        assigns = self._tokens.norms[last + 1 : last + 2] == ["giao"]
        helper = assigns or self._norm_before(one) in HELPERS
        return not helper and one.start not in self._workplaces

    def _is_scene(self, one: Span) -> bool:
        """Say whether a place is where something happens."""
        first = self._document.token_at(one.start)
        opens_line = first == 0 or self._tokens.words[first - 1] == "\n"
        # "Bà Lan (Huế): 2 triệu đồng" in a list of givers.
        last = self._document.token_at(one.end - 1)
        if self._tokens.words[last + 1 : last + 3] == [")", ":"]:
            return True
        return opens_line or self._tokens.norms[first - 1] in SCENES

    def _pointed_back(
        self, targets: Targets, sentence: Stretch, at: int, mention: Mention
    ) -> _Choice | None:
        """Follow "toàn tỉnh", "toàn ngành" back to the body, and "Chương trình", "Hội thi" to the campaign."""
        norms = self._tokens.norms[max(sentence[0], at - MAX_BACK) : at]
        if targets.relation is Relation.ORGANIZATION:
            choice = _found(self._body_of_all(norms, sentence[0]), "link.subject", SUBJECT)
            told = self._spoken.is_reported(self._tokens.starts[at])
            if choice is None and (told or WE in " ".join(norms)):
                unit = self._spoken.unit_at(self._tokens.starts[at])
                index = overlapping(self._bodies, unit) if unit else None
                choice = _found(index, "link.speaker", SUBJECT)
            return choice
        if targets.relation is Relation.CAMPAIGN:
            called = self._pointed.called(sentence, at)
            return _found(called, "link.anaphor", SUBJECT) or _found(
                self._pointed.contest_of(mention, at), "link.contest", SUBJECT
            )
        return None


def _link(
    targets: Targets,
    layer: str,
    number: int,
    choice: _Choice,
    relation: Relation | None = None,
) -> Link:
    target = targets.mentions[choice.index]
    chosen = relation or targets.relation
    return Link(
        relation=chosen,
        from_layer=layer,
        from_index=number,
        to_layer=targets.layer,
        to_index=choice.index,
        rule=choice.rule,
        confidence=choice.confidence,
        evidence=(Evidence(start=target.start, end=target.end, role=chosen.value),),
    )


def _found(index: int | None, rule: str, confidence: float) -> _Choice | None:
    return None if index is None else _Choice(index, rule, confidence)
