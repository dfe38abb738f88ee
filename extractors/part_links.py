"""Which figures are parts of which: after "trong đó" or "gồm", inside brackets behind a figure, in "2 trong số 33"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.entities import Link, Relation
from extractors.part_nouns import alike
from extractors.records import Evidence, Figure, FigureKind
from extractors.text import spelling
from extractors.tokens import Tokens, tokenize

# Openers of a breakdown. Those of the first group name all parts, those of the second only some.
ALL_PARTS = ("gồm", "bao gồm", "gồm có", "chia ra")
SOME_PARTS = ("trong đó", "trong số đó", "trong số này", "trong số ấy", "riêng")
CLAUSE_ENDS = frozenset(".!?")
MAX_GAP, MAX_BRACKET_GAP = 14, 14
# Tokens before and behind an opener that it may concern.
REACH = 120
NEAR = 4
ROUGHLY = 0.2
# A ratio with a small total is a fraction ("2/3"), one with a larger total a count of a plan ("742/500").
_NUMBER_WORD = spelling("số")
_THEN, _EACH = spelling("thì"), spelling("cứ")
_THESE = tuple([spelling(one)] for one in ("này", "đó", "ấy"))
# "41.205 đoàn viên (tăng 6.377 so với cùng kỳ)" tells a change, no part.
_CHANGES = frozenset(spelling(one) for one in ("tăng", "giảm", "vượt", "thêm", "quy"))
MAX_FRACTION = 10
# Parts that no word opens are told by their sum alone; small sums come about by chance.
MAX_SUMMED, LEAST_SUM = 4, 20


@dataclass(frozen=True, slots=True)
class Group:
    """A whole and its parts, as places in the figures."""

    whole: int
    """Place of the whole."""
    parts: tuple[int, ...]
    """Places of the parts."""
    exhaustive: bool
    """Whether the words name all parts, so that they must add up."""
    cue: Evidence
    """What opens the breakdown."""


def _phrases(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(tokenize(name).norms) for name in sorted(names, key=len, reverse=True))


_ALL = _phrases(ALL_PARTS)
_SOME = _phrases(SOME_PARTS)
_OPENERS = frozenset(words[0] for words in (*_ALL, *_SOME)) | {"(", "trong", spelling("thì")}


def find_groups(document: Document, figures: Sequence[Figure]) -> tuple[Group, ...]:
    """Find wholes with their parts, sentence by sentence; a figure is part of one whole at most."""
    reader = _Reader(document, figures)
    taken: set[int] = set()
    groups = []
    for group in reader.groups():
        parts = tuple(part for part in group.parts if part not in taken)
        if parts and group.whole not in parts:
            taken.update(parts)
            groups.append(Group(group.whole, parts, group.exhaustive, group.cue))
    return tuple(groups)


def part_links(groups: Sequence[Group]) -> tuple[Link, ...]:
    """Give the links of parts to their wholes."""
    return tuple(
        Link(
            relation=Relation.PART_OF,
            from_layer="figures",
            from_index=part,
            to_layer="figures",
            to_index=group.whole,
            rule="link.all_parts" if group.exhaustive else "link.some_parts",
            confidence=0.9,
            evidence=(group.cue,),
        )
        for group in groups
        for part in group.parts
    )


class _Reader:
    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        self._document = document
        self._tokens: Tokens = document.tokens
        self._figures = figures
        self._at = [document.token_at(one.start) for one in figures]
        self._stops = [document.token_at(one.end - 1) + 1 for one in figures]
        self._by_sentence: dict[int, list[int]] = {}
        for number, place in enumerate(self._at):
            self._by_sentence.setdefault(document.sentence_at(place), []).append(number)

    def groups(self) -> Iterator[Group]:
        """Give the groups in order of the words that open them; brackets first, as they bind closest."""
        for sentence, numbers in self._by_sentence.items():
            first, stop = self._document.sentences[sentence]
            cues = [i for i in range(first, stop) if self._tokens.norms[i] in _OPENERS]
            for cue in cues:
                if self._tokens.words[cue] == "(":
                    yield from self._bracket(cue, stop, self._around(cue, numbers))
            for cue in cues:
                near, end = self._around(cue, numbers), min(stop, cue + REACH)
                yield from self._opened(cue, end, near, sentence)
                yield from self._among(cue, first, end, near)
                yield from self._of_these(cue, near)
                yield from self._then(cue, near)
            yield from self._shares_of(numbers)
            yield from self._summed(numbers)

    def _summed(self, numbers: Sequence[int]) -> Iterator[Group]:
        """Read "118 doanh nghiệp, 93 đơn vị đã tăng lương, 25 đơn vị chưa": two to four that add up to the one before."""
        counts = [n for n in numbers if self._counts(n)]
        for place, whole in enumerate(counts):
            total = 0.0
            for last in range(place + 1, min(place + 1 + MAX_SUMMED, len(counts))):
                if not self._fits(whole, counts[last]) or not self._figures[counts[last]].unit:
                    break
                total += self._figures[counts[last]].value
                if last > place + 1 and total == self._figures[whole].value >= LEAST_SUM:
                    parts = tuple(counts[place + 1 : last + 1])
                    cue = Evidence(
                        start=self._figures[parts[0]].start,
                        end=self._figures[parts[-1]].end,
                        role="breakdown",
                    )
                    yield Group(whole, parts, False, cue)

    def _shares_of(self, numbers: Sequence[int]) -> Iterator[Group]:
        """Read "64 cuộc ngừng việc; 78,1% số cuộc ở …": a share of what was counted before in the sentence."""
        for place, share in enumerate(numbers):
            stop = self._stops[share]
            stop += self._tokens.words[stop : stop + 1] == ["%"]
            noun = self._tokens.norms[stop + 1 : stop + 2]
            if self._figures[share].kind is not FigureKind.PERCENT or not noun:
                continue
            if self._tokens.norms[stop] != _NUMBER_WORD:
                continue
            for whole in reversed(numbers[max(0, place - MAX_SUMMED) : place]):
                unit = spelling(self._figures[whole].unit or "").split(" ")[0]
                if self._counts(whole) and unit == noun[0] and not self._is_change(whole):
                    yield Group(whole, (share,), False, self._evidence(stop, stop + 2))
                    break

    def _around(self, cue: int, numbers: Sequence[int]) -> Sequence[int]:
        """Give the figures of a sentence that stand near an opener, so that endless sentences cost no more."""
        first = bisect_left(self._at, cue - REACH)
        last = bisect_left(self._at, cue + REACH)
        return range(max(first, numbers[0]), min(last, numbers[-1] + 1))

    def _bracket(self, cue: int, stop: int, numbers: Sequence[int]) -> Iterator[Group]:
        """Read "316 sáng kiến cấp tỉnh (loại A 22, loại B 119, loại C 175)"."""
        tokens = self._tokens
        within = range(cue, min(stop, cue + REACH))
        end = next((i for i in within if tokens.words[i] == ")"), cue)
        parts = [n for n in numbers if cue < self._at[n] < end and self._counts(n)]
        before = [n for n in numbers if self._stops[n] <= cue and self._counts(n)]
        before = [n for n in before if self._is_open(self._stops[n], cue)]
        if not parts or not before:
            return
        total = sum(self._figures[n].value for n in parts)
        whole = next((n for n in reversed(before) if self._figures[n].value == total), None)
        if whole is None or len(parts) < 2:
            near = before[-1]
            of_a_kind = all(alike(self._figures[near], self._figures[n]) for n in parts)
            fits = self._figures[near].value >= max(self._figures[n].value for n in parts)
            if not (of_a_kind and fits) or cue - self._stops[near] > MAX_BRACKET_GAP:
                return
            if self._tokens.norms[cue + 1] in _CHANGES:
                return
            whole = near
        # "39 đồng chí (nữ 14, dân tộc thiểu số 9)" names traits, no breakdown; one that is meant to add up is near.
        near_sum = abs(total - self._figures[whole].value) <= ROUGHLY * self._figures[whole].value
        exhaustive = len(parts) > 1 and near_sum
        yield Group(whole, tuple(parts), exhaustive, self._evidence(cue, cue + 1))

    def _is_unbroken(self, at: int, cue: int) -> bool:
        return ";" not in self._tokens.words[at:cue]

    def _is_open(self, at: int, cue: int) -> bool:
        """Say whether a figure before a bracket stands in no bracket of its own, nor behind a semicolon."""
        between = self._tokens.words[at:cue]
        return ")" not in between and ";" not in between

    def _opened(
        self, cue: int, stop: int, numbers: Sequence[int], sentence: int
    ) -> Iterator[Group]:
        """Read what follows "gồm" or "trong đó" up to the end of the sentence or to the next opener."""
        width, exhaustive = self._opener(cue)
        apart = self._tokens.norms[cue] == "riêng"
        if not width or (apart and self._tokens.words[cue - 1] != ","):
            return
        whole_numbers = [n for n in numbers if self._stops[n] <= cue]
        if exhaustive:
            # "bầu Ban Chấp hành gồm 37 đồng chí; bầu đoàn đại biểu gồm 9 đồng chí" breaks nothing down.
            whole_numbers = [n for n in whole_numbers if self._is_unbroken(self._stops[n], cue)]
        first, _ = self._document.sentences[sentence]
        if not whole_numbers and sentence and cue - first <= NEAR:
            whole_numbers = self._by_sentence.get(sentence - 1, [])[-MAX_GAP:]
        end = self._end(cue + width, stop)
        parts = [n for n in numbers if cue < self._at[n] < end]
        if not parts or not whole_numbers:
            return
        chosen: list[int] = []
        whole: int | None = None
        for part in parts:
            if apart and (chosen or self._is_share(part)):
                break
            share = self._is_share(part) and not chosen
            if share and exhaustive and self._at[part] - cue > MAX_GAP:
                # "Ba việc gồm: mở lớp ở 100% tổ; …": a share inside one of the items.
                return
            if whole is None:
                whole = self._whole_of(part, whole_numbers, cue, share=share)
                if apart and whole is not None and not self._same_unit(whole, part):
                    return
                chosen += [part] if whole is not None else []
            elif self._fits(whole, part):
                chosen.append(part)
            if whole is None and exhaustive:
                return
        if whole is not None:
            yield Group(whole, tuple(chosen), exhaustive, self._evidence(cue, cue + width))

    def _among(self, cue: int, first: int, stop: int, numbers: Sequence[int]) -> Iterator[Group]:
        """Read "2 trong số 33 nhà giáo" and "Trong số 46 căn nhà được hỗ trợ, có 19 căn xây mới"."""
        tokens = self._tokens
        if tokens.norms[cue] != "trong":
            return
        behind = cue + 2 if tokens.norms[cue + 1 : cue + 2] == [_NUMBER_WORD] else cue + 1
        whole = next((n for n in numbers if behind <= self._at[n] <= behind + 1), None)
        if whole is None or not self._counts(whole):
            return
        evidence = self._evidence(cue, behind)
        if cue == first or self._tokens.words[cue - 1] == ":":
            rest = [n for n in numbers if n > whole and self._fits(whole, n)]
            rest = [n for n in rest if not self._is_share(n) or n == whole + 1]
            if rest:
                yield Group(whole, tuple(rest), False, evidence)
            return
        part = next((n for n in reversed(numbers) if self._stops[n] <= cue), None)
        near = part is not None and cue - self._stops[part] <= 3
        if part is not None and near and self._fits(whole, part):
            yield Group(whole, (part,), False, evidence)

    def _of_these(self, cue: int, numbers: Sequence[int]) -> Iterator[Group]:
        """Read "218 doanh nghiệp …; 11 doanh nghiệp trong số này": the part stands before the words that tell of it."""
        if self._tokens.norms[cue : cue + 2] != ["trong", _NUMBER_WORD]:
            return
        if self._tokens.norms[cue + 2 : cue + 3] not in _THESE:
            return
        part = next((n for n in reversed(numbers) if self._stops[n] <= cue), None)
        if part is None or cue - self._stops[part] > NEAR or not self._counts(part):
            return
        fitting = (n for n in reversed(numbers) if n < part and self._fits(n, part))
        whole = next((n for n in fitting if self._same_unit(n, part)), None)
        if whole is not None:
            yield Group(whole, (part,), False, self._evidence(cue, cue + 3))

    def _then(self, cue: int, numbers: Sequence[int]) -> Iterator[Group]:
        """Read "Tổ có 17 người thì 6 người làm ca đêm"; "cứ 10 người thì 3 người" is a rate."""
        if self._tokens.norms[cue] != _THEN:
            return
        part = next((n for n in numbers if cue < self._at[n] <= cue + NEAR), None)
        whole = next((n for n in reversed(numbers) if self._stops[n] <= cue), None)
        if part is None or whole is None or cue - self._stops[whole] > NEAR:
            return
        rate = _EACH in self._tokens.norms[max(0, self._at[whole] - NEAR) : self._at[whole]]
        if not rate and self._counts(whole) and self._counts(part) and self._fits(whole, part):
            yield Group(whole, (part,), False, self._evidence(cue, cue + 1))

    def _opener(self, cue: int) -> tuple[int, bool]:
        """Give the length of the phrase that opens a breakdown at a token, and whether it names all parts."""
        for table, exhaustive in ((_SOME, False), (_ALL, True)):
            for words in table:
                if tuple(self._tokens.norms[cue : cue + len(words)]) == words:
                    return len(words), exhaustive
        return 0, False

    def _end(self, at: int, stop: int) -> int:
        for index in range(at + 1, stop):
            if self._tokens.words[index] in CLAUSE_ENDS or self._opener(index)[0]:
                return index
        return stop

    def _whole_of(self, part: int, before: Sequence[int], cue: int, *, share: bool) -> int | None:
        """Give the nearest figure before the opener that a figure can be part of."""
        # "27 vụ, giảm 9 vụ so với năm trước, trong đó 6 vụ …": what it changed by has no parts.
        steady = [number for number in before if not self._is_change(number)]
        for number in reversed(steady or before):
            if not share and not self._fits(number, part):
                continue
            if share and not self._is_base(number):
                continue
            return number if cue - self._stops[number] <= 2 * MAX_GAP else None
        last = before[-1]
        return last if not share and self._exceeds(last, part, cue) else None

    def _is_change(self, number: int) -> bool:
        at = self._at[number]
        return at > 0 and self._tokens.norms[at - 1] in _CHANGES

    def _same_unit(self, one: int, other: int) -> bool:
        return (
            bool(self._figures[one].unit) and self._figures[one].unit == self._figures[other].unit
        )

    def _exceeds(self, whole: int, part: int, cue: int) -> bool:
        """Say whether a part is stated to be more than its whole, right behind it: a slip to be flagged."""
        a, b = self._figures[whole], self._figures[part]
        counts = a.kind is b.kind is FigureKind.COUNT and bool(a.unit) and bool(b.unit)
        return counts and alike(a, b) and b.value > a.value and cue - self._stops[whole] <= NEAR

    def _is_base(self, number: int) -> bool:
        return self._figures[number].kind in (
            FigureKind.COUNT,
            FigureKind.MONEY,
            FigureKind.PERCENT,
        )

    def _is_share(self, number: int) -> bool:
        figure = self._figures[number]
        fraction = figure.of is not None and figure.value <= figure.of <= MAX_FRACTION
        return figure.kind is FigureKind.PERCENT or fraction

    def _counts(self, number: int) -> bool:
        return self._figures[number].kind is FigureKind.COUNT and not self._is_share(number)

    def _fits(self, whole: int, part: int) -> bool:
        """Say whether a figure can be part of another: same kind, like nouns, and not more."""
        a, b = self._figures[whole], self._figures[part]
        if a.kind is not b.kind or a.kind not in (FigureKind.COUNT, FigureKind.MONEY):
            return False
        if a.kind is FigureKind.MONEY:
            return a.unit == b.unit and b.value <= a.value
        return alike(a, b) and b.value <= a.value

    def _evidence(self, first: int, stop: int) -> Evidence:
        tokens = self._tokens
        return Evidence(start=tokens.starts[first], end=tokens.ends[stop - 1], role="breakdown")
