"""Sums of a group of slices."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Totals:
    """Sums of a group of slices, rupiah; None where an amount in the group is unknown.

    Attributes:
        pagu_rp: Ceiling, newest revision.
        realisasi_rp: Spent up to the period's end.
        sisa_rp: Left; negative where more was spent than the ceiling.
        realisasi_ini_rp: Spent in the period itself.
    """

    pagu_rp: int | None
    realisasi_rp: int | None
    sisa_rp: int | None
    realisasi_ini_rp: int | None

    @classmethod
    def of(cls, cube: pd.DataFrame) -> "Totals":
        """Sums the rows of a cube; a sum over an unknown amount, or over nothing, is unknown."""
        return cls(
            **{
                name: None if cube.empty or cube[name].isna().any() else int(cube[name].sum())
                for name in ("pagu_rp", "realisasi_rp", "sisa_rp", "realisasi_ini_rp")
            }
        )
