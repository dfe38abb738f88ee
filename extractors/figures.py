"""Figures: stated quantities with unit and hedge; and the owner of each run of digits."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.breakdowns import breaks_down
from extractors.date_shapes import norm
from extractors.digit_owners import KnownNames, find_owner, find_word_owner, list_cue
from extractors.document import Document
from extractors.figure_links import Draft, link_drafts
from extractors.lexicon import Term
from extractors.modifiers import find_hedge
from extractors.number_words import HALF
from extractors.numbers import has_thousands_by_comma
from extractors.ontology import Ontology
from extractors.quantities import WORD_STARTS, Quantity, digits_at, read_quantity
from extractors.records import DigitOwner, DigitRun, Evidence, Figure, FigureKind, Modifier, Span
from extractors.tables import Column, find_table_cells
from extractors.text import spelled
from extractors.tokens import TokenKind, Tokens
from extractors.units import Unit, find_stated_age, find_unit

# A number without a unit is a figure where one of these stands before it.
QUANTITY_CUES = spelled(
    "là đạt có còn xuống lên gồm chiếm tổng số được thêm mới nữ nam mà thì tăng giảm chọn trao tặng nhận loại bầu khen đủ nạp lập mất mua cấp bán cứu : với khoảng hơn trên gần"
)
# These words are numbers only before a listed noun: "ba" is also father, "năm" a year, "chín" ripe.
DOUBTFUL = spelled("ba năm tư chín")
HALVED_AFTER = (FigureKind.DURATION, FigureKind.MULTIPLE, FigureKind.MEASURE)
PARTS = (("trong", "số"), ("trong", "tổng"), ("trên", "tổng"))
PRIZES = spelled("giải huy huân cờ bằng giấy cúp")
CONFIDENCE = {
    "digits": 0.99, "ratio": 0.96, "range": 0.97, "words": 0.96, "indefinite": 0.98, "half": 0.95, "fraction": 0.9, "cell": 0.95,
}  # fmt: skip


def figure_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the phrases that figures are found by: none, units are looked up where a number stands."""
    return ()


def find_figures(
    document: Document, *, names: Sequence[Span]
) -> tuple[tuple[Figure, ...], tuple[DigitRun, ...]]:
    """Find figures and the owner of every number, in order; numbers inside `names` are none."""
    reader = _Reader(document, names)
    reader.read()
    figures = tuple(
        _figure(document.tokens, draft) for draft in link_drafts(document, reader.drafts)
    )
    return figures, tuple(reader.runs)


class _Reader:
    """One pass over the numbers of a text."""

    def __init__(self, document: Document, names: Sequence[Span]) -> None:
        self._tokens = document.tokens
        self._names = KnownNames(document, names)
        self._cells = find_table_cells(document.tokens)
        self.drafts: list[Draft] = []
        self.runs: list[DigitRun] = []
        self._owner = DigitOwner.UNKNOWN
        self._stop = 0

    def read(self) -> None:
        """Read every number once, from left to right."""
        tokens = self._tokens
        number = TokenKind.NUMBER
        candidates = [
            index
            for index, (kind, word) in enumerate(zip(tokens.kinds, tokens.norms, strict=True))
            if kind == number or word in WORD_STARTS
        ]
        for at in candidates:
            if at < self._stop:
                continue
            if tokens.kinds[at] == number:
                self._read_digits(at)
            elif tokens.norms[at] != "năm" or at == 0 or tokens.kinds[at - 1] != number:
                self._read_words(at)

    def _read_digits(self, at: int) -> None:
        tokens = self._tokens
        if at in self._cells:
            self._read_cell(at, self._cells[at])
            return
        quantity = read_quantity(tokens, at)
        unit = self._unit(quantity) if quantity else None
        named = self._names.owner(tokens, at)
        if named and not (unit and _no_name(tokens, at, unit)):
            self._own(at, named.stop, named.owner, named.rule)
            return
        if quantity and quantity.form == "ratio" and unit and not unit.sure:
            unit = None
        owned = find_owner(
            tokens,
            at,
            unit=unit if unit and unit.sure else None,
            large=bool(quantity and quantity.magnitude > 1),
            cued=list_cue(tokens, at, self._owner, self._stop),
        )
        if owned and not (quantity and self._is_part_of_list(owned.owner, quantity)):
            self._own(at, owned.stop, owned.owner, owned.rule)
        elif quantity is None:
            self._own(at, at + 1, DigitOwner.CODE, "code.broken_groups")
        elif unit is None and not self._stands_alone(quantity):
            self._own(at, at + 1, DigitOwner.UNKNOWN, "unknown.no_unit")
        else:
            self._draft(quantity, unit)

    def _read_cell(self, at: int, column: Column) -> None:
        """Read a number that fills a table cell."""
        value = digits_at(self._tokens, at)
        if value is None:
            self._own(at, at + 1, DigitOwner.CODE, "code.broken_groups")
            return
        value = round(value * column.times, 6)
        quantity = Quantity(at, at + 1, value, "cell", column.times)
        self._draft(quantity, Unit(column.kind, column.unit, column.first, column.stop))

    def _read_words(self, at: int) -> None:
        tokens = self._tokens
        quantity = read_quantity(tokens, at)
        if quantity is None:
            return
        if self._names.owner(tokens, at):
            return
        owned = find_word_owner(tokens, at, quantity.stop, quantity.value)
        if owned:
            if tokens.norms[at] != "năm":
                stop = at + 1 if owned.owner is DigitOwner.NAME else quantity.stop
                self._own(at, stop, owned.owner, owned.rule)
            return
        unit = self._unit(quantity)
        if quantity.form == "indefinite" or quantity.magnitude > 1:
            self._draft(quantity, unit)
            return
        if unit is None:
            if _is_part(tokens, quantity):
                self._draft(quantity, None)
            return
        one_word = quantity.stop == at + 1
        before = tokens.norms[at - 1] if at else ""
        if one_word and tokens.norms[at] == "năm" and not unit.sure:
            return
        if one_word and tokens.norms[at] in DOUBTFUL and not unit.sure and before not in FIVE_AFTER:
            return
        if one_word and tokens.norms[at] == "năm" and not _is_five(tokens, at, unit):
            return
        self._draft(quantity, unit)

    def _unit(self, quantity: Quantity) -> Unit | None:
        before = self._tokens.norms[quantity.first - 1] if quantity.first else ""
        found = find_unit(
            self._tokens,
            quantity.stop,
            before=before,
            magnitude=quantity.magnitude,
            glued_names=self._names.begins,
        )
        if found is not None and found.sure:
            return found
        if found is not None and quantity.magnitude > 1 and before in PAYING:
            # "trả 40 triệu mời anh về": a sum, and the next word of the clause.
            return Unit(FigureKind.MONEY, "VND", quantity.first, quantity.stop, sure=False)
        return find_stated_age(self._tokens, quantity.first) or found

    def _stands_alone(self, quantity: Quantity) -> bool:
        """Say whether a number without a unit is a figure by its form or by the word before it."""
        if quantity.magnitude > 1 or quantity.form in ("ratio", "range"):
            return True
        if _is_part(self._tokens, quantity) or breaks_down(
            self._tokens, quantity.first, quantity.stop, self.drafts
        ):
            return True
        word = self._tokens.words[quantity.first]
        if "." in word or "," in word:
            return True
        if find_hedge(self._tokens, quantity.first, quantity.stop):
            return True
        return quantity.first > 0 and self._tokens.norms[quantity.first - 1] in QUANTITY_CUES

    def _is_part_of_list(self, owner: DigitOwner, quantity: Quantity) -> bool:
        """Say whether what looks like the number of a body is its share: "khối trường học 388, khối y tế 63"."""
        if owner not in (DigitOwner.NAME, DigitOwner.ADDRESS, DigitOwner.YEAR):
            return False
        return breaks_down(self._tokens, quantity.first, quantity.stop, self.drafts)

    def _draft(self, quantity: Quantity, unit: Unit | None) -> None:
        tokens = self._tokens
        if (
            unit is not None
            and _counts_whole(quantity, unit)
            and has_thousands_by_comma(tokens.words[quantity.first])
        ):
            quantity = replace(quantity, value=quantity.value * 1000)
        stop = max(unit.stop, quantity.stop) if unit else quantity.stop
        kind = unit.kind if unit else None
        hedge = find_hedge(tokens, quantity.first, stop, kind)
        if unit and kind in HALVED_AFTER and unit.stop > quantity.stop and quantity.form != "range":
            quantity = _with_half(tokens, quantity, unit)
        self.drafts.append(Draft(quantity=quantity, unit=unit, hedge=hedge))
        self._own(
            quantity.first,
            quantity.stop,
            DigitOwner.FIGURE,
            f"figure.{quantity.form}",
            quantity.skip,
        )

    def _own(self, first: int, stop: int, owner: DigitOwner, rule: str, skip: int = 0) -> None:
        tokens = self._tokens
        self.runs.append(
            DigitRun(
                start=tokens.starts[first] + skip, end=tokens.ends[stop - 1], owner=owner, rule=rule
            )
        )
        self._owner, self._stop = owner, stop


def _no_name(tokens: Tokens, at: int, unit: Unit) -> bool:
    """Say whether a number is none of the name around it: a price, or the count of the next prize of a list."""
    if unit.kind is FigureKind.MONEY:
        return tokens.norms[at] != "0"
    listed = at > 0 and tokens.norms[at - 1] in (",", "và", ";")
    return listed and tokens.norms[unit.first] in PRIZES


def _is_part(tokens: Tokens, quantity: Quantity) -> bool:
    """Say whether a number stands before its whole or its later level: "2 trong số 33", "từ 850 lên 1.020"."""
    after = norm(tokens, quantity.stop), norm(tokens, quantity.stop + 1)
    if after in PARTS:
        return True
    rising = quantity.first > 0 and tokens.norms[quantity.first - 1] == "từ"
    return rising and after[0] in ("lên", "xuống", "còn")


def _with_half(tokens: Tokens, quantity: Quantity, unit: Unit) -> Quantity:
    """Add the half that stands after the unit: "2 tiếng rưỡi" is 2.5 hours."""
    if norm(tokens, unit.stop) not in HALF:
        return quantity
    return replace(quantity, value=quantity.value + 0.5, stop=unit.stop + 1)


def _counts_whole(quantity: Quantity, unit: Unit) -> bool:
    whole = unit.kind is FigureKind.COUNT or (unit.kind is FigureKind.MONEY and unit.name == "VND")
    return whole and quantity.magnitude == 1 and quantity.form == "digits"


def _is_five(tokens: Tokens, at: int, unit: Unit) -> bool:
    """Say whether "năm" is five: before a counted noun, and not "the year" of a phrase of time."""
    if unit.kind is not FigureKind.COUNT or tokens.norms[unit.first] == "học":
        return False
    starts = at == 0 or tokens.kinds[at - 1] == TokenKind.BREAK or tokens.words[at - 1] in ".!?;:"
    return starts or tokens.norms[at - 1] in FIVE_AFTER


PAYING = spelled("trả lương thưởng vay nợ giá")
FIVE_AFTER = spelled("có gồm được trao tặng cho với hơn gần khoảng cả")


def _figure(tokens: Tokens, draft: Draft) -> Figure:
    quantity, unit, hedge = draft.quantity, draft.unit, draft.hedge
    modifier = Modifier.EXACT
    evidence: list[Evidence] = []
    if quantity.form == "indefinite":
        modifier = Modifier.INDEFINITE
    elif hedge:
        modifier = hedge.modifier
        evidence.append(
            Evidence(
                start=tokens.starts[hedge.first], end=tokens.ends[hedge.stop - 1], role="modifier"
            )
        )
    if unit:
        evidence.append(
            Evidence(start=tokens.starts[unit.first], end=tokens.ends[unit.stop - 1], role="unit")
        )
    return Figure(
        start=tokens.starts[quantity.first] + quantity.skip,
        end=tokens.ends[quantity.stop - 1],
        rule=f"figure.{quantity.form}",
        confidence=CONFIDENCE[quantity.form] - (0.08 if unit is None or not unit.sure else 0.0),
        evidence=tuple(evidence),
        value=quantity.value,
        value_max=quantity.value_max,
        of=quantity.of,
        modifier=modifier,
        kind=draft.kind,
        unit=draft.unit_name,
    )
