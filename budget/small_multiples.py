"""Many small charts on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from budget.serapan_percent import serapan_percent
from budget.small_multiple import SmallMultiple
from budget.standing import Standing
from budget.view import View


@dataclass(frozen=True)
class SmallMultiples:
    """The cumulative rates of units, to be drawn beside each other on one scale.

    Attributes:
        charts: One per unit, in the order given.
        bottom_percent: Lower end of the scale of all: 0, or below it where a rate is negative.
        top_percent: Upper end of the scale of all: 100, or up to `CAP_PERCENT` where a rate is above that.
    """

    charts: tuple[SmallMultiple, ...]
    bottom_percent: float
    top_percent: float

    @classmethod
    def of(cls, cube: pd.DataFrame, units: Sequence[Standing], view: View) -> "SmallMultiples":
        """Reads the rates of units month by month, January up to the view's month; each month on its own ceiling.

        Args:
            cube: As `store.read_cube` gives it.
            units: Satker, as in a `Picture`.
            view: Year, month and basis.
        """
        year = cube[(cube["tahun"] == view.tahun) & cube["bulan"].notna()]
        year = year[year["sumber_dana"].map(view.covers).astype(bool)]
        sums = year.groupby(["kode_satker", "bulan"])[["pagu_rp", "realisasi_rp"]].sum(skipna=False)
        rates = {
            key: serapan_percent(*(None if amount is pd.NA else amount for amount in amounts))
            for key, *amounts in zip(sums.index.tolist(), *(sums[name].tolist() for name in _ORDER), strict=True)
        }
        months = range(1, view.bulan + 1)
        charts = tuple(
            SmallMultiple(unit.code, unit.name, tuple(rates.get((unit.code, month)) for month in months))
            for unit in units
        )
        drawn = [value for chart in charts for value in chart.drawn if value is not None]
        return cls(charts, min([0.0, *drawn]), max([100.0, *drawn]))


_ORDER = ("realisasi_rp", "pagu_rp")
