"""What a figure takes from its neighbours: the unit of a list, the total of "2 trong số 33"."""

from dataclasses import dataclass, replace

from extractors.document import Document
from extractors.modifiers import Hedge
from extractors.quantities import Quantity
from extractors.records import FigureKind
from extractors.text import spelled
from extractors.tokens import TokenKind, Tokens
from extractors.units import Unit, find_stated_noun

JOINING = spelled("hoặc hay và , - – đến tới trong số trên tổng / lên xuống còn")
LEVELS = spelled("lên xuống còn")
TOTALS = (
    ("trong", "số"),
    ("trong", "tổng", "số"),
    ("trên", "tổng", "số"),
    ("trên", "tổng"),
    ("trong",),
    ("/",),
)
REACH = 40
MONEY_CUES = spelled(
    "tiền phí giá đồng lợi vốn lương nhập thu chi nợ thưởng quỹ trích lãi vay ngân"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before it has taken what its neighbours state."""

    quantity: Quantity
    """The number."""
    unit: Unit | None
    """The unit after it. None where none follows."""
    hedge: Hedge | None
    """The hedge around it."""

    @property
    def kind(self) -> FigureKind:
        """The sort of quantity; a count where nothing is said."""
        if self.unit:
            return self.unit.kind
        return FigureKind.MONEY if self.quantity.money else FigureKind.COUNT

    @property
    def unit_name(self) -> str | None:
        """The unit as written."""
        if self.unit:
            return self.unit.name
        return "VND" if self.quantity.money else None


def link_drafts(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Give each draft the unit and total that its neighbours state."""
    tokens = document.tokens
    linked: list[Draft] = []
    for number in range(len(drafts) - 1, -1, -1):
        following = linked[-1] if linked else None
        linked.append(_from_next(tokens, drafts[number], following))
    linked.reverse()
    for number, draft in enumerate(linked):
        if draft.unit is None and not draft.quantity.money:
            linked[number] = _from_before(tokens, draft, linked[max(number - 4, 0) : number])
    return linked


def _from_next(tokens: Tokens, draft: Draft, following: Draft | None) -> Draft:
    """Take the total of "2 trong số 33 nhà giáo", and the unit of "5 hoặc 6 người"."""
    if following is None:
        return draft
    after = draft.unit.stop if draft.unit else draft.quantity.stop
    gap = tokens.norms[after : following.quantity.first]
    if len(gap) > 6:
        return draft
    quantity = draft.quantity
    if quantity.of is None and _is_total(gap, draft.unit):
        quantity = replace(quantity, of=following.quantity.value)
    unit = draft.unit
    if (
        unit is None
        and not quantity.money
        and all(word in JOINING for word in gap)
        and following.unit
    ):
        unit = following.unit
    return replace(draft, quantity=quantity, unit=unit)


def _is_total(gap: list[str], unit: Unit | None) -> bool:
    phrase = tuple(gap)
    if phrase == ("trong",):
        return unit is None
    return phrase in TOTALS and phrase != ("/",)


def _from_before(tokens: Tokens, draft: Draft, earlier: list[Draft]) -> Draft:
    """Take the noun of "số đoàn viên là 1.500", else the unit of the figure before in the list."""
    first = draft.quantity.first
    stated = find_stated_noun(tokens, first)
    if stated:
        return replace(draft, unit=stated)
    if draft.quantity.magnitude >= 1_000 and _speaks_of_money(tokens, first):
        return replace(
            draft, unit=Unit(FigureKind.MONEY, "VND", first, draft.quantity.stop, sure=False)
        )
    for other in reversed(earlier):
        if other.unit is None or first - other.quantity.stop > REACH:
            continue
        if other.unit.kind is FigureKind.PERCENT and draft.quantity.first > other.unit.stop:
            continue
        if other.unit.kind is FigureKind.MONEY and draft.quantity.value < 1000:
            continue
        if draft.quantity.form == "ratio" and other.unit.kind is not FigureKind.COUNT:
            continue
        return replace(draft, unit=replace(other.unit, sure=False))
    return draft


def _speaks_of_money(tokens: Tokens, first: int) -> bool:
    return any(
        tokens.norms[index] in MONEY_CUES
        for index in range(first - 1, max(first - 14, -1), -1)
        if tokens.kinds[index] == TokenKind.WORD
    )
