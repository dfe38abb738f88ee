"""Tell "the site has changed" from "there is no news": one night of a source against its own history."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import prod
from statistics import median

from scrapers.holidays import is_quiet_day
from scrapers.night import FIELDS, RECENT, Night, pool_nights, usual_layer
from scrapers.tail_tests import share_tail, shift_tail

WINDOW = timedelta(days=42)
"""How far back nights count."""
FEWEST_NIGHTS = 7
"""Fewer nights are no history."""
CHANCE = 1e-5
"""A share that was less likely than this is a breach: with 20 questions a night one false alarm in 5,000 nights."""
SHIFT_CHANCE = 2e-5
"""The same for the length of bodies, which is asked once a night."""
SILENCE_CHANCE = 3e-4
"""The same for nights without anything new, by how much the paper usually varies."""
LEAST_DROP = 0.25
"""A share that fell by less is no breach, however unlikely it is."""
RECENT_DROP = 0.4
"""The same for recent dates: a paper may put up a batch of old articles."""


class BreachKind(StrEnum):
    """What is out of line."""

    FIELD = "field"
    LAYER = "layer"
    LENGTH = "length"
    YIELD = "yield"
    SILENCE = "silence"
    FLOOD = "flood"
    PER_WEEK = "per_week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One thing in a night that the history of the source does not explain."""

    kind: BreachKind
    """What it is."""
    what: str
    """The field, or what else was measured."""
    reason: str
    """What was found and what was usual, in words."""


Question = Callable[[Night, Sequence[Night]], list[Breach]]


def find_breaches(
    night: Night, history: Iterable[Night], *, per_week: tuple[int, int] | None = None
) -> tuple[Breach, ...]:
    """Give what is out of line in a night, `()` where nothing is or there is too little history.

    `history` are the nights before, in any order; those that were breached themselves do not count.
    """
    before = sorted((n for n in history if n.day < night.day), key=lambda n: n.day)
    usual = [n for n in before if not n.breached and night.day - n.day <= WINDOW]
    usual = _without_catching_up(usual)
    found: list[Breach] = []
    if len(usual) >= FEWEST_NIGHTS:
        found += _first(_fields, night, usual, texts=(1, 4, 8))
        found += _first(_layers, night, usual, texts=(1, 4, 8))
        found += _first(_length, night, usual, texts=(1, 12, 24))
        found += _yield(night, usual)
        found += _silence(night, before, usual) + _flood(night, usual)
    elif night.fetched >= 5 and not night.articles:
        reason = f"none of {night.fetched} pages was an article"
        found.append(Breach(kind=BreachKind.YIELD, what="articles", reason=reason))
    return tuple(found + _per_week(night, before, per_week))


def _without_catching_up(nights: list[Night]) -> list[Night]:
    """Leave out nights that took in months at once, such as the first one: their pages are of older layouts."""
    most = max(30.0, 5 * median([n.new for n in nights] or [0]))
    return [n for n in nights if n.new <= most]


def _first(
    question: Question, night: Night, usual: Sequence[Night], *, texts: tuple[int, ...]
) -> list[Breach]:
    """Ask about the night alone, then about it and the ones before it, until so many texts are there."""
    for fewest in texts:
        found = question(*pool_nights(night, usual, texts=fewest))
        if found:
            return found
    return []


def _fields(night: Night, usual: Sequence[Night]) -> list[Breach]:
    return [
        Breach(kind=BreachKind.FIELD, what=name, reason=reason)
        for name in (*FIELDS, RECENT)
        if (
            reason := _share_reason(
                name, [n.fields.get(name, 0) for n in (night, *usual)], night, usual
            )
        )
    ]


def _layers(night: Night, usual: Sequence[Night]) -> list[Breach]:
    found = []
    for name in FIELDS:
        layer = usual_layer(name, usual)
        if layer is None or not night.fields.get(name):
            continue
        key = f"{name}:{layer}"
        label = f"{name} read by {layer}"
        reason = _share_reason(label, [n.layers.get(key, 0) for n in (night, *usual)], night, usual)
        if reason:
            found.append(Breach(kind=BreachKind.LAYER, what=name, reason=reason))
    return found


def _share_reason(
    label: str, counts: Sequence[int], night: Night, usual: Sequence[Night]
) -> str | None:
    """Say how a share among the texts fell; None where it did not, or by too little."""
    now, earlier = counts[0], sum(counts[1:])
    earlier_of = sum(n.texts for n in usual)
    if not night.texts or not earlier_of:
        return None
    share, usual_share = now / night.texts, earlier / earlier_of
    if usual_share - share < (RECENT_DROP if label == RECENT else LEAST_DROP):
        return None
    if share_tail(now, night.texts, earlier=earlier, earlier_of=earlier_of) >= CHANCE:
        return None
    return f"{label}: {now} of {night.texts} articles, usually {usual_share:.0%}"


def _length(night: Night, usual: Sequence[Night]) -> list[Breach]:
    earlier = [length for n in usual for length in n.lengths if length]
    now = [length for length in night.lengths if length]
    if len(now) < 3 or len(earlier) < 20:
        return []
    ratio = median(now) / median(earlier)
    if 0.67 < ratio < 1.6 or shift_tail(now, earlier) >= SHIFT_CHANCE:
        return []
    reason = f"bodies of {median(now):.0f} characters in the middle, usually {median(earlier):.0f}"
    return [Breach(kind=BreachKind.LENGTH, what="blocks", reason=reason)]


def _yield(night: Night, usual: Sequence[Night]) -> list[Breach]:
    fetched, articles = sum(n.fetched for n in usual), sum(n.articles for n in usual)
    if not night.fetched or not fetched:
        return []
    usual_share = articles / fetched
    if usual_share - night.articles / night.fetched < LEAST_DROP:
        return []
    if share_tail(night.articles, night.fetched, earlier=articles, earlier_of=fetched) >= CHANCE:
        return []
    reason = f"{night.articles} of {night.fetched} pages were articles, usually {usual_share:.0%}"
    return [Breach(kind=BreachKind.YIELD, what="articles", reason=reason)]


def _silence(night: Night, before: Sequence[Night], usual: Sequence[Night]) -> list[Breach]:
    """Find that nothing new comes although, by the days of the week, it was due.

    Holidays and the nights between them are not counted as silent.
    """
    silent = [night] if not night.new else []
    for earlier in reversed(before if silent else []):
        if earlier.new:
            break
        silent.append(earlier)
    counted = [n for n in silent if not is_quiet_day(n.day)]
    if not counted or is_quiet_day(night.day):
        return []
    spoken = [n for n in usual if n not in silent and not is_quiet_day(n.day)]
    due = [_due(n.day.weekday(), spoken) for n in counted]
    shape = _shape(spoken)
    chance = prod((shape / (shape + each)) ** shape for each in due)
    if chance >= SILENCE_CHANCE or len(counted) <= _longest_silence(spoken):
        return []
    reason = f"nothing new for {len(silent)} nights, {sum(due):.0f} articles were due"
    return [Breach(kind=BreachKind.SILENCE, what="new", reason=reason)]


def _due(weekday: int, nights: Sequence[Night]) -> float:
    """Give the articles due on a day of the week, by such days and by all working (or weekend) days.

    Medians, which one odd day does not move; both, because of one weekday there are few.
    """
    same = [n.new for n in nights if n.day.weekday() == weekday]
    alike = [n.new for n in nights if (n.day.weekday() >= 5) == (weekday >= 5)]
    overall = median(alike or [0])
    return (median(same or [overall]) + overall) / 2


def _shape(nights: Sequence[Night]) -> float:
    """Give how evenly a paper publishes: the shape of a negative binomial, by its moments, within 6 and 50."""
    due = {weekday: _due(weekday, nights) for weekday in range(7)}
    busy = [(n.new, due[n.day.weekday()]) for n in nights if due[n.day.weekday()] >= 3]
    if not busy:
        return 6.0
    surplus = sum((new / mean - 1) ** 2 - 1 / mean for new, mean in busy) / len(busy)
    return min(50.0, max(6.0, 1 / max(surplus, 0.02)))


def _longest_silence(nights: Sequence[Night]) -> int:
    longest = row = 0
    for night in nights:
        row = 0 if night.new else row + 1
        longest = max(longest, row)
    return longest


def _flood(night: Night, usual: Sequence[Night]) -> list[Breach]:
    """Find that far more is new than ever: addresses have changed, or paging no longer ends."""
    most = max(n.new for n in usual)
    if night.new < 30 or night.new <= 3 * most:
        return []
    reason = f"{night.new} new addresses, never more than {most}: have all addresses changed?"
    return [Breach(kind=BreachKind.FLOOD, what="new", reason=reason)]


def _per_week(
    night: Night, before: Sequence[Night], bounds: tuple[int, int] | None
) -> list[Breach]:
    """Hold the last seven nights to the bounds that the source states."""
    week = [n for n in before if night.day - n.day < timedelta(days=7)] + [night]
    if bounds is None or len(week) < 7 or any(is_quiet_day(n.day) for n in week):
        return []
    total = sum(n.new for n in week)
    if bounds[0] <= total <= bounds[1]:
        return []
    reason = f"{total} new articles in a week, declared are {bounds[0]} to {bounds[1]}"
    return [Breach(kind=BreachKind.PER_WEEK, what="new", reason=reason)]
