"""Sums that a text lets one do again: parts against wholes, done against plan, shares against counts.

A check flags; it never edits. One that fails lowers the confidence of the figures it used (`lower`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.entities import Check, CheckKind
from extractors.part_links import Group
from extractors.records import Figure, FigureKind, Modifier
from extractors.text import spelling

# What stands before a percentage that says how much of the plan was done, or what share the count is.
RATE_WORDS = frozenset(
    spelling(word) for word in ("đạt", "bằng", "tỷ lệ", "lệ", "hoàn thành", "thành")
)
SHARE_WORDS = frozenset(spelling(word) for word in ("chiếm", "lệ", "bằng", "đạt"))
MAX_DISTANCE = 12
FAILED = 0.5


def find_checks(
    document: Document, figures: Sequence[Figure], groups: Sequence[Group]
) -> tuple[Check, ...]:
    """Do all sums that the text states or implies, in order of the stated figure."""
    found = [
        *_sums(figures, groups),
        *_rates(document, figures),
        *_shares(document, figures, groups),
    ]
    return tuple(sorted(found, key=lambda one: (one.figures, one.kind)))


def lower(figures: Sequence[Figure], checks: Sequence[Check]) -> tuple[Figure, ...]:
    """Halve the confidence of the figures of a failed check."""
    doubted = {number for one in checks if not one.passed for number in one.figures}
    return tuple(
        replace(one, confidence=round(one.confidence * FAILED, 3)) if number in doubted else one
        for number, one in enumerate(figures)
    )


def _sums(figures: Sequence[Figure], groups: Sequence[Group]) -> list[Check]:
    """Add up the parts of a whole: all of them must give it, some of them must not exceed it."""
    found = []
    for group in groups:
        whole = figures[group.whole]
        # "Có 12 đơn vị, trong đó 75% đạt chuẩn": a share is no number of them.
        numbers = [n for n in group.parts if figures[n].kind is whole.kind]
        parts = [figures[n] for n in numbers]
        if not parts or not _hard(whole) or not all(_hard(part) for part in parts):
            continue
        total = round(sum(part.value for part in parts), 6)
        all_of_them = group.exhaustive and len(numbers) == len(group.parts) >= 2
        exhaustive = all_of_them and len({p.unit for p in parts}) == 1
        biggest = max(part.value for part in parts)
        passed = abs(total - whole.value) < 1e-6 if exhaustive else biggest <= whole.value
        if exhaustive and not passed and total < whole.value * 0.5:
            continue
        found.append(
            Check(
                kind=CheckKind.LIST_SUM if exhaustive else CheckKind.PARTS,
                passed=passed,
                stated=whole.value,
                reckoned=total if exhaustive else biggest,
                figures=(group.whole, *numbers),
                rule="check.sum" if exhaustive else "check.part_within_whole",
            )
        )
    return found


def _rates(document: Document, figures: Sequence[Figure]) -> list[Check]:
    """Compare done/plan with the percentage stated behind it: 7.929/1500 … đạt 528,6%."""
    found = []
    for number, one in enumerate(figures[:-1]):
        rate = figures[number + 1]
        if not one.of or rate.kind is not FigureKind.PERCENT or rate.value_max is not None:
            continue
        if _follows(document, one, rate, RATE_WORDS | SHARE_WORDS):
            found.append(
                _compared(
                    CheckKind.PLAN,
                    one.value / one.of * 100,
                    rate,
                    (number + 1, number),
                    "check.plan",
                )
            )
    return found


def _shares(document: Document, figures: Sequence[Figure], groups: Sequence[Group]) -> list[Check]:
    """Compare part and whole with the share stated behind the part: 3.118 nữ, chiếm 58,7%."""
    found = []
    for group in groups:
        for part in group.parts:
            if part + 1 >= len(figures) or not figures[group.whole].value:
                continue
            share, whole = figures[part + 1], figures[group.whole]
            if share.kind is not FigureKind.PERCENT or not (_hard(whole) and _hard(figures[part])):
                continue
            if share.value_max is None and _follows(document, figures[part], share, SHARE_WORDS):
                places = (part + 1, part, group.whole)
                reckoned = figures[part].value / whole.value * 100
                found.append(_compared(CheckKind.SHARE, reckoned, share, places, "check.share"))
    return found


def _compared(
    kind: CheckKind, reckoned: float, stated: Figure, places: tuple[int, ...], rule: str
) -> Check:
    """Compare with as many decimals as are stated; one unit of the last one is let pass, and what a hedge allows."""
    decimals = len(f"{stated.value:.6f}".rstrip("0").split(".")[1])
    near = abs(reckoned - stated.value) <= 10**-decimals + 1e-9
    over = stated.modifier is Modifier.MORE_THAN and reckoned >= stated.value
    under = stated.modifier in (Modifier.NEARLY, Modifier.LESS_THAN) and reckoned <= stated.value
    rough = (
        stated.modifier is Modifier.ABOUT and abs(reckoned - stated.value) <= stated.value * 0.05
    )
    return Check(
        kind=kind,
        passed=near or over or under or rough,
        stated=stated.value,
        reckoned=round(reckoned, decimals + 1),
        figures=places,
        rule=rule,
    )


def _follows(document: Document, one: Figure, other: Figure, words: frozenset[str]) -> bool:
    """Say whether a figure follows another in its sentence, near by, after one of some words."""
    a, b = document.token_at(one.end - 1), document.token_at(other.start)
    same = document.sentence_at(a) == document.sentence_at(b)
    between = document.tokens.norms[a + 1 : b]
    return (
        same and b - a <= MAX_DISTANCE and bool(words.intersection(between)) and ";" not in between
    )


def _hard(figure: Figure) -> bool:
    """Say whether a figure is one exact number."""
    return figure.modifier is Modifier.EXACT and figure.value_max is None and figure.of is None
