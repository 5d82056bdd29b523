"""The median of many units, month by month."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from budget.small_multiple import SmallMultiple


def median_months(charts: Sequence[SmallMultiple]) -> tuple[Fraction | None, ...]:
    """The median of the units' rates in each month, percent, over those that have one; None where nobody has."""
    months = zip(*(chart.percent for chart in charts), strict=True)
    known = [[rate for rate in rates if rate is not None] for rates in months]
    return tuple(median(rates) if rates else None for rates in known)
