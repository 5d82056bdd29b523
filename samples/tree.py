"""A unit's budget at the end of a month, as an export shows it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samples.header import Header
from samples.outline import Outline


@dataclass(frozen=True, eq=False)
class Tree:
    """A unit's budget at the end of a month, as an export shows it; subtotals are the writers' work.

    Attributes:
        header: Unit and period.
        outline: The lines, without amounts.
        pagu: Ceiling of each leaf after the latest revision, rupiah.
        lock: Part of it that waits for a revision, rupiah.
        lalu: Spent from January to the end of the month before, rupiah.
        ini: Spent in the month, rupiah; negative where money came back.
    """

    header: Header
    outline: Outline
    pagu: NDArray[np.int64]
    lock: NDArray[np.int64]
    lalu: NDArray[np.int64]
    ini: NDArray[np.int64]

    @property
    def realisasi(self) -> NDArray[np.int64]:
        """Spent from January to the end of the month, rupiah, per leaf."""
        return self.lalu + self.ini

    @property
    def sisa(self) -> NDArray[np.int64]:
        """Pagu less realisasi, rupiah, per leaf; negative where a line is overspent."""
        return self.pagu - self.realisasi
