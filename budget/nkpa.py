"""NKPA: absorption as the treasury's indicator counts it."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from budget.nkpa_quarter import NkpaQuarter
from budget.state import State
from budget.view import View


@dataclass(frozen=True)
class Nkpa:
    """NKPA (nilai kinerja penyerapan anggaran, IKPA, PER-5/PB/2024) over the quarters that have ended.

    Attributes:
        quarters: Each quarter that ended by the view's month, in order; empty in January and February.
    """

    quarters: tuple[NkpaQuarter, ...]

    @classmethod
    def of(cls, cube: pd.DataFrame, codes: Collection[str], view: View) -> "Nkpa":
        """Calculates it for one unit, or for the sum of several.

        Args:
            cube: As `store.read_cube` gives it.
            codes: Satker codes. A quarter of which one of them did not report the last month has no value, since
                the sum would be of other units than the quarter beside it.
            view: Year, month and basis.
        """
        year = cube[(cube["tahun"] == view.tahun) & cube["bulan"].notna() & cube["kode_satker"].isin(list(codes))]
        year = year[year["sumber_dana"].map(view.covers).astype(bool)]
        return cls(tuple(_quarter(year, codes, view.tahun, number) for number in range(1, view.bulan // 3 + 1)))

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


def _quarter(year: pd.DataFrame, codes: Collection[str], tahun: int, triwulan: int) -> NkpaQuarter:
    rows = year[year["bulan"] == triwulan * 3]
    unreported = tuple(sorted(set(codes) - set(rows["kode_satker"])))
    if unreported or not codes:
        return NkpaQuarter(triwulan, State.BELUM_MELAPOR, unreported=unreported)
    return NkpaQuarter.of(rows, tahun, triwulan)
