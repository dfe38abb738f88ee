"""Houses that a text names once and then by their sort alone: "công ty có 4 xưởng", "9 chiếc của công ty", "đơn vị này"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractors.body_phrases import HEAD_ROWS, stands
from extractors.document import Document
from extractors.entities import BodyType, Organization
from extractors.link_scopes import Stretch
from extractors.text import spelling
from extractors.tokens import TokenKind

HOUSE_TYPES = frozenset(
    (BodyType.COMPANY, BodyType.SCHOOL, BodyType.HOSPITAL, BodyType.ARMED_FORCES)
)
# What a house does or has, right behind its sort.
DOES = frozenset(
    spelling(one)
    for one in (
        *("có", "đã", "đạt", "vẫn", "sẽ", "đang", "còn", "chi", "dành", "hỗ", "tặng", "trao"),
        *("thưởng", "chưa", "hiện", "tuyển", "tăng", "trả", "nợ", "nộp", "bố", "xây", "mới"),
    )
)
# "doanh nghiệp này", "đơn vị này": the house named last.
POINTED = frozenset((spelling("doanh nghiệp này"), spelling("đơn vị này")))
SORTS_OF_ALL = frozenset(
    spelling(one) for one in ("các", "những", "nhiều", "mỗi", "từng", "một", "mấy", "số", "hai")
)
OF = spelling("của")
MAX_AHEAD, MAX_BEHIND = 30, 8
_BREAKS = frozenset(",;.:()")


class Houses:
    """Looks up the house that a figure belongs to; made once a text."""

    def __init__(self, document: Document, organizations: Sequence[Organization]) -> None:
        """Lay out the houses of a text and the places where only their sort is said."""
        self._tokens = document.tokens
        self._firsts = [document.token_at(one.start) for one in organizations]
        self._stops = [document.token_at(one.end - 1) + 1 for one in organizations]
        self._named: dict[tuple[str, ...], list[int]] = {}
        self._all: list[int] = []
        for number, one in enumerate(organizations):
            head = self._head(self._firsts[number]) if one.type in HOUSE_TYPES else None
            # "đoàn viên của Công ty X": the firm is told in passing.
            if head is not None and self._norm_before(self._firsts[number]) != OF:
                self._named.setdefault(head, []).append(number)
                self._all.append(number)
        self._said = sorted(self._sorts_said()) if self._all else []
        self._said_at = [first for first, *_ in self._said]

    def house_of(self, clause: Stretch, at: int) -> int | None:
        """Give the house whose sort stands before a figure in its clause, with no other body between, or as "của công ty" behind it."""
        place = bisect_left(self._said_at, at) - 1
        if place >= 0:
            first, stop, number = self._said[place]
            near = first >= max(clause[0], at - MAX_AHEAD)
            if near and not self._body_between(stop, at):
                return number
        if place + 1 < len(self._said):
            first, _, number = self._said[place + 1]
            near = first < min(clause[1], at + MAX_BEHIND) and self._norm_before(first) == OF
            if near and _BREAKS.isdisjoint(self._tokens.words[at:first]):
                return number
        return None

    def _head(self, first: int) -> tuple[str, ...] | None:
        for words, _ in HEAD_ROWS.get(self._tokens.norms[first], ()):
            if stands(self._tokens, first, words):
                return words
        return None

    def _sorts_said(self) -> Iterator[tuple[int, int, int]]:
        """Give where the sort of a house stands alone, with the house of that sort that was named last before."""
        tokens = self._tokens
        heads: dict[str, list[tuple[str, ...]]] = {}
        for head in self._named:
            heads.setdefault(head[0], []).append(head)
        starts = heads.keys() | {"doanh", "đơn"}
        for index in [n for n, norm in enumerate(tokens.norms) if norm in starts]:
            norm = tokens.norms[index]
            if norm in ("doanh", "đơn") and tokens.norm(index, index + 3) in POINTED:
                every = range(len(self._firsts)) if norm == "đơn" else self._all
                number = self._last(every, index)
                if number is not None:
                    yield index, index + 3, number
            for head in heads.get(norm, ()):
                stop = index + len(head)
                if not stands(tokens, index, head) or not self._is_alone(index, stop):
                    continue
                number = self._last(self._named[head], index)
                if number is not None:
                    yield index, stop, number

    def _is_alone(self, first: int, stop: int) -> bool:
        """Say whether the sort of a house stands for one house: "công ty có", "của công ty", not "các công ty"."""
        tokens = self._tokens
        inside = bisect_left(self._firsts, first + 1) - 1
        if inside >= 0 and self._stops[inside] > first:
            return False
        before = self._norm_before(first)
        counted = first > 0 and tokens.kinds[first - 1] == TokenKind.NUMBER
        if counted or before in SORTS_OF_ALL:
            return False
        follows = tokens.norms[stop : stop + 1]
        lower = stop < len(tokens) and not tokens.words[stop][0].isupper()
        return (before == OF and lower) or bool(DOES.intersection(follows))

    def _last(self, numbers: Sequence[int], at: int) -> int | None:
        place = bisect_right(numbers, at, key=self._stops.__getitem__)
        return numbers[place - 1] if place else None

    def _body_between(self, first: int, stop: int) -> bool:
        at = bisect_left(self._firsts, first)
        return at < len(self._firsts) and self._firsts[at] < stop

    def _norm_before(self, first: int) -> str:
        return self._tokens.norms[first - 1] if first else ""
