"""How unlikely a night is, given the nights before it."""

from collections.abc import Sequence
from math import erfc, exp, lgamma, sqrt


def share_tail(found: int, of: int, *, earlier: int, earlier_of: int, weight: int = 80) -> float:
    """Give the chance of so few or fewer, given the share in earlier nights.

    A beta-binomial tail. `weight` is how many earlier cases count at most: nights differ more than coins do, so that
    a thousand earlier cases do not make one odd night impossible.
    """
    if earlier_of > weight:
        earlier, earlier_of = round(earlier * weight / earlier_of), weight
    a, b = earlier + 0.5, earlier_of - earlier + 0.5
    chances = (_beta_binomial(k, of, a, b) for k in range(found + 1))
    return min(1.0, sum(chances))


def shift_tail(values: Sequence[float], earlier: Sequence[float]) -> float:
    """Give the chance of values so far below or above earlier ones: the rank-sum test, two-sided."""
    n, m = len(values), len(earlier)
    if not n or not m:
        return 1.0
    ranks = _ranks([*values, *earlier])
    surplus = sum(ranks[:n]) - n * (n + m + 1) / 2
    spread = sqrt(n * m * (n + m + 1) / 12)
    return erfc(max(0.0, abs(surplus) - 0.5) / spread / sqrt(2))


def _beta_binomial(k: int, n: int, a: float, b: float) -> float:
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + _log_beta(k + a, n - k + b) - _log_beta(a, b))


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _ranks(values: list[float]) -> list[float]:
    """Give the rank of each value, from 1; equal ones share the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for index in order[at:end]:
            ranks[index] = (at + 1 + end) / 2
        at = end
    return ranks
