"""The worked example of absorption."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from budget.standing import Standing


@dataclass(frozen=True)
class SerapanExample:
    """Two units that show best why rupiah are summed first and then divided.

    Attributes:
        units: The two, the one with the larger pagu first.
        pagu_rp: Of both, rupiah.
        realisasi_rp: Of both, rupiah.
        percent: Absorption of both, not rounded.
        mean_of_percentages: The mean of the two rates: wrong, since a rupiah of the small unit weighs more in it.
    """

    units: tuple[Standing, Standing]
    pagu_rp: int
    realisasi_rp: int
    percent: Fraction
    mean_of_percentages: Fraction

    @classmethod
    def of(cls, units: Iterable[Standing]) -> "SerapanExample | None":
        """The pair for which the mean of percentages errs most; None where fewer than two units have a rate."""
        rated = [
            (unit.totals.pagu_rp, unit.totals.realisasi_rp, unit)
            for unit in units
            if unit.totals.pagu_rp is not None and unit.totals.realisasi_rp is not None and unit.totals.pagu_rp > 0
        ]
        rated.sort(key=lambda one: one[0], reverse=True)
        pairs = [_pair(*large, *small) for large, small in combinations(rated, 2)]
        return max(pairs, key=lambda pair: abs(pair.mean_of_percentages - pair.percent), default=None)


def _pair(
    pagu: int, realisasi: int, unit: Standing, other_pagu: int, other_realisasi: int, other: Standing
) -> SerapanExample:
    return SerapanExample(
        units=(unit, other),
        pagu_rp=pagu + other_pagu,
        realisasi_rp=realisasi + other_realisasi,
        percent=Fraction((realisasi + other_realisasi) * 100, pagu + other_pagu),
        mean_of_percentages=(Fraction(realisasi * 100, pagu) + Fraction(other_realisasi * 100, other_pagu)) / 2,
    )
