"""One of many small charts."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

CAP_PERCENT: Final = 120
"""Nothing is drawn above this; the real value is kept and printed."""


@dataclass(frozen=True)
class SmallMultiple:
    """The cumulative rate of one unit, month by month.

    Attributes:
        code: Satker code.
        name: Name of the unit.
        percent: Absorption from January on, percent, not rounded; None is a gap: the month was not reported, an
            amount is unknown or there is no pagu.
    """

    code: str
    name: str
    percent: tuple[Fraction | None, ...]

    @property
    def drawn(self) -> tuple[float | None, ...]:
        """The same to draw, cut at `CAP_PERCENT`."""
        return tuple(None if value is None else min(float(value), CAP_PERCENT) for value in self.percent)

    @property
    def capped(self) -> tuple[int, ...]:
        """Months, 1–12, whose real value is above what is drawn."""
        return tuple(month for month, value in enumerate(self.percent, 1) if value is not None and value > CAP_PERCENT)

    @property
    def last(self) -> tuple[int, Fraction] | None:
        """The newest month with a rate, and the rate."""
        known = [(month, value) for month, value in enumerate(self.percent, 1) if value is not None]
        return known[-1] if known else None
