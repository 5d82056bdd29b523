"""Where one group of money stands at the end of a month."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from budget.pace import Pace
from budget.planned import Planned
from budget.state import State
from budget.totals import Totals

NEAR_POINTS = 5
"""Within so many points of the target nobody is called ahead or behind."""

Side = Literal["ahead", "near", "behind", "none"]


@dataclass(frozen=True)
class Standing:
    """Where one group of money stands at the end of a month: a unit, a jenis belanja, or all.

    Attributes:
        code: What it is of: satker code or jenis belanja.
        name: The same in words.
        totals: Its sums.
        pace: Its absorption against the target.
        state: Why there is a rate, or none.
    """

    code: str
    name: str
    totals: Totals
    pace: Pace
    state: State

    @classmethod
    def of(
        cls,
        cube: pd.DataFrame,
        tahun: int,
        bulan: int,
        *,
        code: str,
        name: str,
        planned: Planned | None = None,
        jenis: str | None = None,
        withdrawn: bool = False,
    ) -> "Standing":
        """Sums and judges the rows of a cube, all of one month.

        Args:
            cube: Rows of the month, one basis.
            tahun: Budget year.
            bulan: The month, 1–12.
            code: What they are of.
            name: The same in words.
            planned: The plans of the units; none by default.
            jenis: The one jenis belanja that the rows are of; None where they are of all.
            withdrawn: Whether figures of the month were taken back; without it, no rows mean that nobody reported.
        """
        totals = Totals.of(cube)
        state = State.DITARIK if withdrawn and cube.empty else _state(cube, totals)
        return cls(code, name, totals, Pace.of(cube, tahun, bulan, planned, jenis), state)

    @property
    def reported(self) -> bool:
        """Whether there are figures of it: it reported, and they were not taken back."""
        return self.state not in (State.BELUM_MELAPOR, State.DITARIK)

    @property
    def side(self) -> Side:
        """Which side of the target it is on, with `near` for a gap that rounds to `NEAR_POINTS` or less."""
        if self.state not in (State.MELAPOR, State.NOL) or self.pace.gap_points is None:
            return "none"
        if abs(self.pace.gap_points) < NEAR_POINTS + 0.5:
            return "near"
        return "ahead" if self.pace.gap_points > 0 else "behind"


def _state(cube: pd.DataFrame, totals: Totals) -> State:
    if cube.empty:
        return State.BELUM_MELAPOR
    if totals.realisasi_rp is None:
        return State.TIDAK_BERLAKU
    if totals.pagu_rp == 0:
        return State.TIDAK_ADA_PAGU
    return State.NOL if totals.realisasi_rp == 0 else State.MELAPOR
