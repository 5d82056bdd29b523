"""NKPA: absorption as the treasury's indicator counts it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from budget.nkpa_quarter import NkpaQuarter
from budget.slice import Slice
from budget.state import State
from budget.view import View
from budget.withdrawn_units import withdrawn_units


@dataclass(frozen=True)
class Nkpa:
    """NKPA (nilai kinerja penyerapan anggaran, IKPA, PER-5/PB/2024) over the quarters that have ended.

    Attributes:
        quarters: Each quarter that ended by the view's month, in order; empty in January and February.
    """

    quarters: tuple[NkpaQuarter, ...]

    @classmethod
    def of(cls, cube: pd.DataFrame, codes: Collection[str], view: View, withdrawn: Collection[Slice] = ()) -> "Nkpa":
        """Calculates it for one unit, or for the sum of several.

        Args:
            cube: As `store.read_cube` gives it.
            codes: Satker codes. A quarter of which one of them has no figures of the last month has no value, since
                the sum would be of other units than the quarter beside it.
            view: Year, month and basis.
            withdrawn: Slices that were taken back.
        """
        year = cube[(cube["tahun"] == view.tahun) & cube["bulan"].notna() & cube["kode_satker"].isin(list(codes))]
        year = year[year["sumber_dana"].map(view.covers).astype(bool)]
        views = [replace(view, bulan=last) for last in range(3, view.bulan + 1, 3)]
        return cls(tuple(_quarter(year, codes, one, withdrawn_units(withdrawn, one)) for one in views))

    @property
    def value(self) -> Fraction | None:
        """Mean of the quarters so far, not rounded; None where one of them has no value, or none has ended."""
        values = [quarter.value for quarter in self.quarters]
        known = [value for value in values if value is not None]
        return sum(known, Fraction(0)) / len(known) if known and len(known) == len(values) else None

    @property
    def missing(self) -> tuple[NkpaQuarter, ...]:
        """The quarters without a value; their `state` says why."""
        return tuple(quarter for quarter in self.quarters if quarter.value is None)


def _quarter(year: pd.DataFrame, codes: Collection[str], view: View, taken_back: Collection[str]) -> NkpaQuarter:
    rows, triwulan = year[year["bulan"] == view.bulan], view.bulan // 3
    lacking = sorted(set(codes) - set(rows["kode_satker"]))
    if lacking or not codes:
        unreported = tuple(code for code in lacking if code not in taken_back)
        withdrawn = tuple(code for code in lacking if code in taken_back)
        state = State.DITARIK if withdrawn and not unreported else State.BELUM_MELAPOR
        return NkpaQuarter(triwulan, state, unreported=unreported, withdrawn=withdrawn)
    return NkpaQuarter.of(rows, view.tahun, triwulan)
