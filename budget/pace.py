"""Absorption against the quarterly target."""

from dataclasses import dataclass

import pandas as pd

from budget.targets import target_percent, target_quarter


@dataclass(frozen=True)
class Pace:
    """Absorption against the target of the newest quarter that has ended, weighted by the own mix of spending.

    Attributes:
        triwulan: Quarter whose target is in force, 1–4; None before the first falls due.
        target_rp: What should have been spent by its end, rupiah, rounded down; None without a target.
        target_percent: The same as percent of the pagu that has a target.
        gap_points: Absorption − target in percentage points; None where either is unknown.
        gap_rp: realisasi − target, rupiah, over the jenis belanja that have a target.
    """

    triwulan: int | None
    target_rp: int | None
    target_percent: float | None
    gap_points: float | None
    gap_rp: int | None

    @classmethod
    def of(cls, cube: pd.DataFrame, tahun: int, bulan: int) -> "Pace":
        """Judges the rows of a cube, all of one month (PER-5/PB/2024, `data/targets.csv`)."""
        triwulan = target_quarter(bulan)
        return cls._against(cube, tahun, triwulan) if triwulan else cls(None, None, None, None, None)

    @classmethod
    def _against(cls, cube: pd.DataFrame, tahun: int, triwulan: int) -> "Pace":
        target = cube["jenis"].map(lambda jenis: target_percent(jenis, tahun, triwulan)).astype("Int64")
        held = cube[target.notna()]
        pagu = int(held["pagu_rp"].sum()) if held["pagu_rp"].notna().all() else 0
        if not pagu:
            return cls(triwulan, None, None, None, None)
        target_rp = int((held["pagu_rp"] * target[target.notna()]).sum()) // 100
        share = target_rp * 100 / pagu
        if held["realisasi_rp"].isna().any():
            return cls(triwulan, target_rp, share, None, None)
        realisasi = int(held["realisasi_rp"].sum())
        return cls(triwulan, target_rp, share, realisasi * 100 / pagu - share, realisasi - target_rp)
