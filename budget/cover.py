"""Counting how much of what should be there is there."""

from collections.abc import Collection, Sequence

import pandas as pd

from budget.coverage import Coverage
from budget.satker import Satker


def cover(year: pd.DataFrame, units: Sequence[Satker], bulan: int, withdrawn: Collection[str] = ()) -> Coverage:
    """Counts which of the expected units reported a month, and the ceiling that they hold.

    Args:
        year: Rows of one budget year and basis, of those units and no others.
        units: The units that are expected to report.
        bulan: The month, 1–12.
        withdrawn: Codes of units of which figures of the month were taken back.
    """
    known = year[year["bulan"] <= bulan]
    newest = known[known["bulan"] == known.groupby("kode_satker")["bulan"].transform("max")]
    pagu = newest.groupby("kode_satker")["pagu_rp"].sum(skipna=False)
    there = set(year.loc[year["bulan"] == bulan, "kode_satker"])
    lacking = [unit for unit in units if unit.kode_satker not in there]
    all_known = pagu.notna().all() and set(pagu.index) >= {unit.kode_satker for unit in units}
    return Coverage(
        reported=len(units) - len(lacking),
        expected=len(units),
        pagu_reported_rp=int(pagu[pagu.index.isin(list(there))].sum()),
        pagu_expected_rp=int(pagu.sum()) if all_known else None,
        missing=tuple(unit.nama for unit in lacking if unit.kode_satker not in withdrawn),
        withdrawn=tuple(unit.nama for unit in lacking if unit.kode_satker in withdrawn),
    )
