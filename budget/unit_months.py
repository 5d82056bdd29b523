"""A unit's months, reported or not."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from budget.initial_pagu import initial_pagu
from budget.month_point import MonthPoint
from budget.month_points import month_points
from budget.slice import Slice
from budget.view import View
from budget.withdrawn_units import withdrawn_units


@dataclass(frozen=True)
class UnitMonth:
    """A month of one unit; `point` is None where it did not report, or its figures were taken back (`withdrawn`)."""

    bulan: int
    point: MonthPoint | None
    withdrawn: bool


def unit_months(cube: pd.DataFrame, kode_satker: str, view: View, withdrawn: Collection[Slice] = ()) -> list[UnitMonth]:
    """The months up to the view's, of one unit and basis, from the first for which anyone reported that year."""
    year = cube[(cube["tahun"] == view.tahun) & cube["bulan"].notna()]
    year = year[year["sumber_dana"].map(view.covers).astype(bool)]
    own = year[year["kode_satker"] == kode_satker]
    if view.dasar == "awal":
        own = initial_pagu(own)
    known = {point.bulan: point for point in month_points(own, view.bulan) if point.reported}
    first = min(year["bulan"].tolist(), default=view.bulan)
    return [
        UnitMonth(number, known.get(number), kode_satker in withdrawn_units(withdrawn, replace(view, bulan=number)))
        for number in range(first, view.bulan + 1)
    ]
