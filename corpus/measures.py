"""When a predicted mention agrees with a gold one, by the measures of the annotation guideline."""

import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from extractors.output import Json

Mention: TypeAlias = dict[str, Json]
Agrees: TypeAlias = Callable[[Mention, Mention], bool]

ABBREVIATIONS = {
    "lđlđ": "liên đoàn lao động",
    "tlđ": "tổng liên đoàn",
    "ubnd": "ủy ban nhân dân",
    "uỷ": "ủy",
    "cđcs": "công đoàn cơ sở",
    "cđ": "công đoàn",
    "tp.": "thành phố",
    "tp": "thành phố",
    "tx": "thị xã",
}


def plain(value: Json) -> str:
    """Fold a name for comparison: case, quotes, usual abbreviations, blanks."""
    text = unicodedata.normalize("NFC", str(value or "")).casefold()
    words = text.replace("“", " ").replace("”", " ").replace('"', " ").split()
    joined = " ".join(ABBREVIATIONS.get(word, word) for word in words)
    return " ".join(joined.split()).strip(" .,;:-–")


def same_words(gold: Json, predicted: Json) -> bool:
    """Same words, or one within the other; an unstated value agrees with an unstated one alone."""
    g, p = plain(gold), plain(predicted)
    if not g or not p:
        return g == p
    return g == p or f" {g} " in f" {p} " or f" {p} " in f" {g} "


def number(value: Json) -> float | None:
    """Round a number to six places, so that equal ones compare equal."""
    return round(float(value), 6) if isinstance(value, (int, float)) else None


def place(mention: Mention) -> tuple[int, int]:
    """Give start and end."""
    start, end = mention["start"], mention["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError(f"offsets are not whole numbers: {start!r}..{end!r}")
    return start, end


def overlaps(gold: Mention, predicted: Mention) -> bool:
    """The two share a code point."""
    (a, b), (c, d) = place(gold), place(predicted)
    return min(b, d) > max(a, c)


def exact(gold: Mention, predicted: Mention) -> bool:
    """Same start and end."""
    return place(gold) == place(predicted)


def half(gold: Mention, predicted: Mention) -> bool:
    """The two share at least half of their union."""
    (a, b), (c, d) = place(gold), place(predicted)
    shared = max(0, min(b, d) - max(a, c))
    return shared >= (max(b, d) - min(a, c)) / 2


def figure_value(gold: Mention, predicted: Mention) -> bool:
    """Same number, range and total."""
    same = all(
        number(gold.get(k)) == number(predicted.get(k)) for k in ("value", "value_max", "of")
    )
    return same and overlaps(gold, predicted)


def figure_full(gold: Mention, predicted: Mention) -> bool:
    """The number, and its kind, unit and hedge."""
    return (
        figure_value(gold, predicted)
        and gold.get("kind") == predicted.get("kind")
        and same_words(gold.get("unit"), predicted.get("unit"))
        and (gold.get("modifier") or "exact") == (predicted.get("modifier") or "exact")
    )


def award_form(gold: Mention, predicted: Mention) -> bool:
    """Same form at the same place."""
    return gold.get("form") == predicted.get("form") and overlaps(gold, predicted)


def award_full(gold: Mention, predicted: Mention) -> bool:
    """The form, and its rank, grantor, recipients and status."""
    return (
        award_form(gold, predicted)
        and plain(gold.get("rank")) == plain(predicted.get("rank"))
        and same_words(gold.get("grantor"), predicted.get("grantor"))
        and recipients(gold) == recipients(predicted)
        and (gold.get("status") or "conferred") == (predicted.get("status") or "conferred")
    )


def recipients(award: Mention) -> list[tuple[str, float]]:
    """Kinds and counts of the receivers, sorted; -1 where no count is stated."""
    found: list[tuple[str, float]] = []
    rows = award.get("recipients")
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            count = number(row.get("count"))
            found.append((str(row.get("kind") or "unknown"), -1.0 if count is None else count))
    return sorted(found)


def campaign_type(gold: Mention, predicted: Mention) -> bool:
    """Same span and type."""
    return exact(gold, predicted) and gold.get("type") == predicted.get("type")


def campaign_id(gold: Mention, predicted: Mention) -> bool:
    """Same span and id in the ontology."""
    return exact(gold, predicted) and gold.get("id") == predicted.get("id")


MEASURES: dict[str, tuple[str, Agrees]] = {
    "campaign.exact": ("campaigns", exact),
    "campaign.overlap": ("campaigns", half),
    "campaign.type": ("campaigns", campaign_type),
    "campaign.id": ("campaigns", campaign_id),
    "figure.value": ("figures", figure_value),
    "figure.full": ("figures", figure_full),
    "award.form": ("awards", award_form),
    "award.full": ("awards", award_full),
}
HEADLINE = ("campaign.exact", "figure.value", "award.form")
FULL = ("campaign.exact", "figure.full", "award.full")
