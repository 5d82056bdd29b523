"""How much was spent at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from budget.month_point import MonthPoint


@dataclass(frozen=True)
class YearEndRush:
    """How much was spent at the end: a question, not an accusation; nothing is rounded.

    Attributes:
        bulan: The last month, 1–12.
        last_rp: Spent in it alone, rupiah; negative after a correction. None where a month was not reported.
        before_rp: Spent in all the months before it; None likewise, and in January.
    """

    bulan: int
    last_rp: int | None
    before_rp: int | None

    @classmethod
    def of(cls, points: Sequence[MonthPoint], bulan: int, units: int) -> "YearEndRush":
        """Reads it off a cumulative line.

        Cumulative figures hold all months before them, so the last month and the one before it are all that is
        needed; where one unit missed either of these, its last figure was carried on and the month alone is unknown.

        Args:
            points: As `month_points` gives them.
            bulan: The last month.
            units: How many units the line is of.
        """
        spent = {point.bulan: point.realisasi_rp for point in points if point.reported == units}
        if bulan == 1 or bulan not in spent or bulan - 1 not in spent:
            return cls(bulan, None, None)
        before = spent[bulan - 1]
        return cls(bulan, spent[bulan] - before, before)

    @property
    def december_percent(self) -> Fraction | None:
        """December's share of the year's realisation, in percent; None before December or where nothing was spent."""
        if self.bulan != 12 or self.last_rp is None or self.before_rp is None:
            return None
        year = self.before_rp + self.last_rp
        return Fraction(self.last_rp * 100, year) if year > 0 else None

    @property
    def times_the_mean(self) -> Fraction | None:
        """The last month ÷ the mean of the months before it; None where that mean is unknown or not positive."""
        if self.last_rp is None or self.before_rp is None or self.before_rp <= 0:
            return None
        return self.last_rp / Fraction(self.before_rp, self.bulan - 1)
