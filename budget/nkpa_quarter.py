"""NKPA of one quarter."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from budget.jenis_belanja import UNKNOWN_JENIS
from budget.nkpa_term import NkpaTerm
from budget.serapan_percent import serapan_percent
from budget.state import State
from budget.targets import target_percent


@dataclass(frozen=True)
class NkpaQuarter:
    """NKPA of one quarter with its whole calculation.

    Attributes:
        triwulan: Quarter, 1–4.
        state: `MELAPOR` where there is a value, else why not: the month that ends the quarter was not reported, or what
            was reported was taken back, there is no pagu, or (`TIDAK_BERLAKU`) an amount, the breakdown or every target
            is unknown.
        terms: The jenis belanja that count, in order of their codes; empty without a value.
        unreported: Satker codes that did not report the month that ends the quarter.
        withdrawn: Satker codes whose figures of that month were taken back.
    """

    triwulan: int
    state: State
    terms: tuple[NkpaTerm, ...] = ()
    unreported: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()

    @classmethod
    def of(cls, cube: pd.DataFrame, tahun: int, triwulan: int) -> "NkpaQuarter":
        """Calculates the quarter.

        Args:
            cube: Rows of the month that ends the quarter, one basis; needs `jenis`, `pagu_rp`, `realisasi_rp`.
            tahun: Budget year whose targets hold (PER-5/PB/2024, `data/targets.csv`).
            triwulan: Quarter, 1–4.
        """
        if cube.empty:
            return cls(triwulan, State.BELUM_MELAPOR)
        amounts = [
            (str(jenis), _sum(rows["pagu_rp"]), _sum(rows["realisasi_rp"])) for jenis, rows in cube.groupby("jenis")
        ]
        counted: list[tuple[str, int, int, int]] = []
        for jenis, pagu, realisasi in amounts:
            target = target_percent(jenis, tahun, triwulan)
            if (not target and jenis != UNKNOWN_JENIS) or (pagu is not None and pagu <= 0):
                continue
            if not target or pagu is None or realisasi is None:
                return cls(triwulan, State.TIDAK_BERLAKU)
            counted.append((jenis, pagu, realisasi, target))
        if not counted:
            nothing = all(pagu == 0 for _, pagu, _ in amounts)
            return cls(triwulan, State.TIDAK_ADA_PAGU if nothing else State.TIDAK_BERLAKU)
        total = sum(pagu for _, pagu, _, _ in counted)
        return cls(triwulan, State.MELAPOR, tuple(NkpaTerm(*term, Fraction(term[1], total)) for term in counted))

    @property
    def value(self) -> Fraction | None:
        """Σ weight × score, at most 100, not rounded; None where `state` says why."""
        return sum((term.points for term in self.terms), Fraction(0)) if self.terms else None

    @property
    def serapan_percent(self) -> Fraction | None:
        """Plain absorption of the jenis that count, to set beside the value."""
        realisasi, pagu = sum(term.realisasi_rp for term in self.terms), sum(term.pagu_rp for term in self.terms)
        return serapan_percent(realisasi, pagu)


def _sum(amounts: "pd.Series[int]") -> int | None:
    return None if amounts.isna().any() else int(amounts.sum())
