"""Which figures are parts of which: after "trong đó", "gồm", a colon or inside brackets behind a figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.entities import Link, Relation
from extractors.records import Evidence, Figure, FigureKind
from extractors.text import spelling
from extractors.tokens import Tokens, tokenize

# Openers of a breakdown. Those of the first group name all parts, those of the second only some.
ALL_PARTS = ("gồm", "bao gồm", "gồm có", "chia ra", "cụ thể")
SOME_PARTS = ("trong đó", "trong số đó", "trong số này", "riêng", "nhất là")
CLAUSE_ENDS = frozenset(".;!?")


@dataclass(frozen=True, slots=True)
class Group:
    """A whole and its parts, as places in the figures."""

    whole: int
    parts: tuple[int, ...]
    exhaustive: bool
    cue: Evidence


def _phrases(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(tokenize(name).norms) for name in sorted(names, key=len, reverse=True))


_ALL = _phrases(ALL_PARTS)
_SOME = _phrases(SOME_PARTS)
_SAME = {spelling("lượt"), spelling("suất"), spelling("phần")}


def find_groups(document: Document, figures: Sequence[Figure]) -> tuple[Group, ...]:
    """Find wholes with their parts, sentence by sentence; only counts, money and measures have parts."""
    tokens = document.tokens
    places = [document.token_at(one.start) for one in figures]
    stops = [document.token_at(one.end - 1) + 1 for one in figures]
    groups: list[Group] = []
    by_sentence: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        by_sentence.setdefault(document.sentence_at(place), []).append(number)
    for sentence, numbers in by_sentence.items():
        if len(numbers) < 2:
            continue
        _, limit = document.sentences[sentence]
        for position, whole in enumerate(numbers[:-1]):
            if figures[whole].kind in (FigureKind.PERCENT, FigureKind.DURATION, FigureKind.AGE):
                continue
            following = numbers[position + 1 :]
            cue = _cue_after(tokens, stops[whole], places[following[0]])
            if cue is None:
                continue
            first, stop, exhaustive = cue
            end = _group_end(tokens, first, limit)
            parts = tuple(
                n for n in following if places[n] < end and _comparable(figures[whole], figures[n])
            )
            if parts:
                evidence = Evidence(
                    start=tokens.starts[first], end=tokens.ends[stop - 1], role="breakdown"
                )
                groups.append(Group(whole, parts, exhaustive, evidence))
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


def _cue_after(tokens: Tokens, at: int, limit: int) -> tuple[int, int, bool] | None:
    """Find what opens a breakdown between a figure and the next one: a phrase, or a bracket right behind its noun."""
    for index in range(at, min(limit, at + 14)):
        if tokens.words[index] in CLAUSE_ENDS:
            return None
        if tokens.words[index] == "(" and index <= at + 6:
            return index, index + 1, True
        for words in _SOME:
            if tuple(tokens.norms[index : index + len(words)]) == words:
                return index, index + len(words), False
        for words in _ALL:
            if tuple(tokens.norms[index : index + len(words)]) == words:
                return index, index + len(words), True
    return None


def _opens(tokens: Tokens, index: int) -> bool:
    """Say whether a further breakdown opens: what follows are parts of the nearer whole."""
    return any(tuple(tokens.norms[index : index + len(words)]) == words for words in (*_SOME, *_ALL))


def _group_end(tokens: Tokens, cue: int, limit: int) -> int:
    """Give where a breakdown ends: at the closing bracket, else at the clause's end."""
    closing = ")" if tokens.words[cue] == "(" else ""
    for index in range(cue + 2, limit):
        word = tokens.words[index]
        if closing and word == closing:
            return index
        if not closing and (word in CLAUSE_ENDS or _opens(tokens, index)):
            return index
    return limit


def _comparable(whole: Figure, part: Figure) -> bool:
    """Say whether a figure can be a part: same kind and a noun that is the same, within the other, or not said."""
    if whole.kind is not part.kind or part.of is not None:
        return False
    if whole.kind is not FigureKind.COUNT:
        return whole.unit == part.unit
    a, b = spelling(whole.unit or ""), spelling(part.unit or "")
    if not a or not b:
        return True
    return a == b or a in b or b in a or a.split()[-1] == b.split()[-1]
