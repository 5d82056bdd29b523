"""How a unit's ceiling moved."""

from dataclasses import dataclass

import pandas as pd

from budget.view import View


@dataclass(frozen=True)
class PaguChange:
    """A ceiling that differs from the one before it.

    Attributes:
        bulan: Month of the report; None for a ceiling without a period (OM-SPAN revisi DIPA).
        pagu_rp: The ceiling, rupiah; None where unknown.
        change_rp: Difference to the report before; None for the first, and without a period.
        sumber_dana: Sources that it is of.
    """

    bulan: int | None
    pagu_rp: int | None
    change_rp: int | None
    sumber_dana: str


def pagu_changes(cube: pd.DataFrame, kode_satker: str, view: View) -> list[PaguChange]:
    """The ceilings of one unit up to the view's month: the first, each that differs, and any without a period."""
    own = cube[(cube["kode_satker"] == kode_satker) & (cube["tahun"] == view.tahun)]
    own = own[own["sumber_dana"].map(view.covers).astype(bool)]
    found: list[PaguChange] = []
    monthly = own[(own["bulan"] <= view.bulan).fillna(False)]
    before: int | None = None
    for number in sorted(set(monthly["bulan"].tolist())):
        rows = monthly[monthly["bulan"] == number]
        pagu = None if rows["pagu_rp"].isna().any() else sum(rows["pagu_rp"].tolist())
        if not found or pagu != found[-1].pagu_rp:
            change = None if before is None or pagu is None else pagu - before
            found.append(PaguChange(number, pagu, change, ", ".join(sorted(set(rows["sumber_dana"])))))
        before = pagu
    for dana, rows in own[own["bulan"].isna()].groupby("sumber_dana"):
        pagu = None if rows["pagu_rp"].isna().any() else sum(rows["pagu_rp"].tolist())
        found.append(PaguChange(None, pagu, None, str(dana)))
    return found
