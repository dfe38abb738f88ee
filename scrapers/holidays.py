"""Days on which Vietnamese papers are quiet."""

from datetime import date, timedelta

TET = {
    first.year: first
    for first in (
        date(2015, 2, 19), date(2016, 2, 8), date(2017, 1, 28), date(2018, 2, 16), date(2019, 2, 5),
        date(2020, 1, 25), date(2021, 2, 12), date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10),
        date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13),
        date(2030, 2, 2), date(2031, 1, 23), date(2032, 2, 11), date(2033, 1, 31), date(2034, 2, 19),
        date(2035, 2, 8),
    )
}  # fmt: skip
"""The first day of the lunar year, by the Vietnamese calendar (that of 2030 differs from the Chinese one)."""
BEFORE_TET, AFTER_TET = timedelta(days=3), timedelta(days=8)
"""Offices close two days before and open again by the eighth day."""
FIXED = ((1, 1), (4, 30), (5, 1), (9, 1), (9, 2))
"""New Year, Reunification Day, Labour Day, National Day with the day that is given before it."""


def is_quiet_day(day: date) -> bool:
    """Say whether a paper may publish nothing on that day, or the night before was a holiday."""
    tet = TET.get(day.year)
    if tet is not None and tet - BEFORE_TET <= day <= tet + AFTER_TET:
        return True
    return any((near.month, near.day) in FIXED for near in (day, day - timedelta(days=1)))
