"""Geometry of the charts; the templates draw them, so that no markup is made here."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One column of a chart."""

    x: float
    """Left edge."""
    y: float
    """Top edge."""
    width: float
    """Width."""
    height: float
    """Height."""
    label: str
    """What it stands for."""
    value: int
    """Its number."""


def make_bars(
    pairs: Sequence[tuple[str, int]], *, width: float, height: float, gap: float = 1.0
) -> tuple[Bar, ...]:
    """Give columns that fill a box; the largest is as high as the box, a zero has no height."""
    if not pairs:
        return ()
    top = max(max(value for _, value in pairs), 1)
    step = width / len(pairs)
    return tuple(
        Bar(
            x=round(number * step, 2),
            y=round(height - height * value / top, 2),
            width=round(max(step - gap, 0.5), 2),
            height=round(height * value / top, 2),
            label=label,
            value=value,
        )
        for number, (label, value) in enumerate(pairs)
    )


def make_spark(values: Sequence[int], *, width: float = 112, height: float = 24) -> tuple[Bar, ...]:
    """Give the columns of a sparkline."""
    return make_bars([("", value) for value in values], width=width, height=height)


def grade(value: int, largest: int) -> int:
    """Give the shade of a cell of the grid: 0 for none, 1 to 4."""
    if not value:
        return 0
    return 1 + min(int(3 * value / max(largest, 1) + 1e-9), 3)
