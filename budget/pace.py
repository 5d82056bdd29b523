"""Absorption against the target."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from budget.planned import Planned
from budget.target_basis import TargetBasis, target_basis
from budget.targets import target_percent, target_quarter


@dataclass(frozen=True)
class Pace:
    """Absorption against the target: each unit's own plan where it has one, else the IKPA target.

    A plan (RPD, Halaman III DIPA) counts up to the month itself. The IKPA target (PER-5/PB/2024) is that of the newest
    quarter that has ended, weighted by the own mix of spending. A sum of units adds their targets, each of its kind.

    Attributes:
        triwulan: Quarter whose IKPA target is in force, 1–4; None before the first falls due.
        target_rp: What should have been spent, rupiah, rounded down; None without a target. Before the first quarter
            has ended it is known only where every unit has a plan.
        target_percent: The same as percent of the pagu that has a target.
        gap_points: Absorption − target in percentage points; None where either is unknown.
        gap_rp: realisasi − target, rupiah, over what has a target.
        basis: What the target comes from; None without one.
    """

    triwulan: int | None
    target_rp: int | None
    target_percent: float | None
    gap_points: float | None
    gap_rp: int | None
    basis: TargetBasis | None = None

    @classmethod
    def of(
        cls, cube: pd.DataFrame, tahun: int, bulan: int, planned: Planned | None = None, jenis: str | None = None
    ) -> "Pace":
        """Judges the rows of a cube, all of one month.

        Args:
            cube: Rows of the month, one basis.
            tahun: Budget year.
            bulan: The month, 1–12.
            planned: The plans of the units; none by default.
            jenis: The one jenis belanja that the rows are of; None where they are of all.
        """
        triwulan = target_quarter(bulan)
        nothing = cls(triwulan, None, None, None, None)
        columns = ("kode_satker", "jenis", "pagu_rp", "realisasi_rp")
        rows = list(zip(*(cube[name].tolist() for name in columns), strict=True))
        steps = {kode: planned.steps(kode, jenis) if planned else None for kode, *_ in rows}
        if triwulan is None and None in steps.values():
            return nothing
        own = [plan[bulan - 1] for plan in steps.values() if plan is not None]
        held: list[tuple[Any, Any]] = []
        due: list[tuple[Any, int]] = []
        for kode, kind, pagu, realisasi in rows:
            if steps[kode] is None:
                percent = None if triwulan is None else target_percent(kind, tahun, triwulan)
                if percent is None:
                    continue
                due.append((pagu, percent))
            held.append((pagu, realisasi))
        base = 0 if any(pagu is pd.NA for pagu, _ in held) else sum(pagu for pagu, _ in held)
        if not base:
            return nothing
        target_rp = (sum(own) * 100 + sum(pagu * percent for pagu, percent in due)) // 100
        share = target_rp * 100 / base
        basis = target_basis(own_plan=bool(own), ikpa=bool(due))
        if any(realisasi is pd.NA for _, realisasi in held):
            return cls(triwulan, target_rp, share, None, None, basis)
        spent = sum(realisasi for _, realisasi in held)
        return cls(triwulan, target_rp, share, spent * 100 / base - share, spent - target_rp, basis)
