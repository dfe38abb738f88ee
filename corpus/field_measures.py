"""One measure a field: when a single field of a predicted mention agrees with the gold one at the same place."""

from collections.abc import Callable

from corpus.measures import (
    Agrees,
    Mention,
    award_form,
    exact,
    figure_value,
    number,
    overlaps,
    plain,
    recipients,
    same_words,
)


def _at(place: Agrees, same: Callable[[Mention, Mention], bool]) -> Agrees:
    return lambda gold, predicted: place(gold, predicted) and same(gold, predicted)


def _equal(field: str, unstated: str | None = None) -> Callable[[Mention, Mention], bool]:
    return lambda gold, predicted: (
        (gold.get(field) or unstated) == (predicted.get(field) or unstated)
    )


def _number(field: str) -> Callable[[Mention, Mention], bool]:
    return lambda gold, predicted: number(gold.get(field)) == number(predicted.get(field))


def _words(field: str) -> Callable[[Mention, Mention], bool]:
    return lambda gold, predicted: same_words(gold.get(field), predicted.get(field))


def _folded(field: str) -> Callable[[Mention, Mention], bool]:
    return lambda gold, predicted: plain(gold.get(field)) == plain(predicted.get(field))


FIELD_MEASURES: dict[str, tuple[str, Agrees]] = {
    "campaign.field.type": ("campaigns", _at(exact, _equal("type"))),
    "campaign.field.id": ("campaigns", _at(exact, _equal("id"))),
    "figure.field.span": ("figures", exact),
    "figure.field.value": ("figures", _at(overlaps, _number("value"))),
    "figure.field.value_max": ("figures", _at(overlaps, _number("value_max"))),
    "figure.field.of": ("figures", _at(overlaps, _number("of"))),
    "figure.field.kind": ("figures", _at(figure_value, _equal("kind"))),
    "figure.field.unit": ("figures", _at(figure_value, _words("unit"))),
    "figure.field.modifier": ("figures", _at(figure_value, _equal("modifier", "exact"))),
    "award.field.span": ("awards", exact),
    "award.field.title": ("awards", _at(award_form, _folded("title"))),
    "award.field.rank": ("awards", _at(award_form, _folded("rank"))),
    "award.field.level": ("awards", _at(award_form, _words("level"))),
    "award.field.grantor": ("awards", _at(award_form, _words("grantor"))),
    "award.field.recipients": (
        "awards",
        _at(award_form, lambda gold, predicted: recipients(gold) == recipients(predicted)),
    ),
    "award.field.status": ("awards", _at(award_form, _equal("status", "conferred"))),
}
"""The base agreement (same span, same number, same form) and one field beside it."""
