"""Who owns a number: each run of digits belongs to one date, name, code … or is left for a figure."""

from collections.abc import Sequence

from extractors.calendar_numbers import CONNECTORS, PARTS_OF_DAY, Owned, find_calendar, find_period
from extractors.date_shapes import norm
from extractors.document import Document
from extractors.marked_numbers import find_anniversary, find_marked, find_term
from extractors.ordinal_numbers import find_ordinal
from extractors.records import DigitOwner, Span
from extractors.text import spelled
from extractors.tokens import TokenKind, Tokens
from extractors.units import Unit

NAMED_QUOTE = 14
NAMING = spelled(
    "đề mừng tên điệu thi án hội trình hiệu động trào đợt ngữ hình quỹ lễ buổi giải tài"
)
PRONOUNS = spelled("tôi mình tụi tớ")
SPEECH = spelled("nói biết sẻ định rằng kể hỏi đáp trả bày tỏ cho")
ORDINAL_LEFT = spelled(
    "quận phường đường phố thứ hạng giải tháng lớp khóa phong chú cậu dì số mồng mùng"
)
LISTED = (
    DigitOwner.DATE,
    DigitOwner.YEAR,
    DigitOwner.DOCUMENT,
    DigitOwner.ORDINAL,
    DigitOwner.SCORE,
)


class KnownNames:
    """The places of names in one text: given ones, short quoted ones, and later mentions of their numbers."""

    def __init__(self, document: Document, names: Sequence[Span]) -> None:
        """Mark the tokens of all names; `names` are in offsets of the working text."""
        tokens = document.tokens
        self.begins: dict[int, int] = {}
        self._inside: dict[int, str] = {}
        self._memory: set[tuple[str, str, str]] = set()
        for name in names:
            first, stop = document.token_at(name.start), document.token_at(name.end - 1) + 1
            self.begins[first] = max(stop, self.begins.get(first, 0))
            self._mark(tokens, first, stop, "name.known")
        for quote in document.quotes:
            naming = quote.before > 0 and tokens.norms[quote.before - 1] in NAMING
            if quote.closed and quote.stop - quote.first <= NAMED_QUOTE + 10 * naming:
                self.begins.setdefault(quote.first, quote.stop)
                if _is_name(tokens, quote.before, quote.first, quote.stop):
                    self._mark(tokens, quote.first, quote.stop, "name.quoted")

    def owner(self, tokens: Tokens, at: int) -> Owned | None:
        """Find the name that holds the number at a token."""
        rule = self._inside.get(at)
        if rule is None and self._memory and at:
            key = tokens.norms[at - 1], tokens.norms[at], norm(tokens, at + 1)
            rule = "name.repeated" if key in self._memory else None
        return Owned(at + 1, DigitOwner.NAME, rule) if rule else None

    def _mark(self, tokens: Tokens, first: int, stop: int, rule: str) -> None:
        for index in range(first, stop):
            self._inside.setdefault(index, rule)
            if tokens.kinds[index] == TokenKind.NUMBER and first < index < stop - 1:
                before, after = tokens.norms[index - 1], tokens.norms[index + 1]
                self._memory.add((before, tokens.norms[index], after))


def _is_name(tokens: Tokens, before: int, first: int, stop: int) -> bool:
    """Say whether a quoted stretch looks like a name: capitalised or a number, no sentence, no speech before it."""
    word = tokens.words[first]
    if not (word[0].isupper() or word[0].isdecimal()):
        return False
    if any(tokens.words[index] in ".!?…;%" for index in range(first, stop)):
        return False
    after = tokens.norms[stop + 1 : stop + 6]
    if tokens.words[stop - 1] == "," or (after[:1] == [","] and not SPEECH.isdisjoint(after)):
        return False
    if not PRONOUNS.isdisjoint(tokens.norms[first:stop]):
        return False
    named = before > 0 and tokens.norms[before - 1] in NAMING
    if not named and stop - first > 8:
        return False
    spoken = before > 0 and (tokens.words[before - 1] == ":" or tokens.norms[before - 1] in SPEECH)
    return not spoken or stop - first <= 4


def find_owner(
    tokens: Tokens, at: int, *, unit: Unit | None, large: bool, cued: DigitOwner | None
) -> Owned | None:
    """Find the owner of a token of digits other than a name; None where it may be a figure.

    `unit` is the sure unit after the number, `large` says that it has a magnitude word, `cued` what a list before it
    holds.
    """
    counted = unit is not None or large
    return (
        find_marked(tokens, at, counted=counted, cued=cued)
        or find_calendar(tokens, at, counted=counted, cued=cued)
        or find_ordinal(tokens, at, unit=unit, cued=cued)
    )


def list_cue(tokens: Tokens, at: int, owner: DigitOwner, stop: int) -> DigitOwner | None:
    """Give the owner of the list that a number goes on with: the last one's, after a comma, "và" or a dash."""
    if owner not in LISTED or at != stop + 1 or norm(tokens, stop) not in CONNECTORS:
        return None
    return owner


def find_word_owner(tokens: Tokens, first: int, stop: int, value: float) -> Owned | None:
    """Find what a number in words names or orders; None where it may count something."""
    left = norm(tokens, first - 1)
    term = find_term(tokens, first, stop, value, left)
    if term:
        return term
    if norm(tokens, stop) == "giờ" and (
        left in ("lúc", "vào", "hồi") or norm(tokens, stop + 1) in PARTS_OF_DAY
    ):
        return Owned(stop, DigitOwner.TIME, "time.words")
    if left in ORDINAL_LEFT and norm(tokens, first - 2) != "xếp":
        owner = DigitOwner.DATE if left in ("tháng", "mồng", "mùng") else DigitOwner.ORDINAL
        return Owned(stop, owner, "ordinal.words")
    capital = tokens.words[first][0].isupper() and not tokens.words[first].isupper()
    if capital and (not _may_begin(tokens, first) or _proper(tokens, first, stop)):
        return Owned(stop, DigitOwner.NAME, "name.capital")
    return find_anniversary(tokens, first, stop) or find_period(tokens, first, stop)


def _may_begin(tokens: Tokens, at: int) -> bool:
    """Say whether a capital may be due to the beginning of a sentence, quotation or line."""
    return at == 0 or tokens.kinds[at - 1] != TokenKind.WORD


def _proper(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether the word after the number begins a name with it: "Ba Đình"."""
    if stop != first + 1 or stop >= len(tokens):
        return False
    word = tokens.words[stop]
    return word[:1].isupper() and not word.isupper()
