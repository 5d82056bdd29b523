"""A unit's invented budget through one year."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from samples.budget_line import BudgetLine
from samples.header import Header
from samples.outline import Outline
from samples.tree import Tree


@dataclass(frozen=True, eq=False)
class UnitYear:
    """A unit's invented budget through one year.

    Attributes:
        kode_satker: Six-digit satker code.
        nama_satker: Name in capitals.
        tahun: Budget year.
        lines: The lines of the year; one that is added later has no pagu before.
        headings: Description of every path above a line.
        pagu: Lines × 12 months, rupiah; 0 where the line does not exist yet.
        lock: Lines × 12 months, rupiah.
        kumulatif: Lines × 12 months, spent from January to the end of the month, rupiah.
    """

    kode_satker: str
    nama_satker: str
    tahun: int
    lines: tuple[BudgetLine, ...]
    headings: Mapping[tuple[str, ...], str]
    pagu: NDArray[np.int64]
    lock: NDArray[np.int64]
    kumulatif: NDArray[np.int64]
    _outlines: dict[bytes, Outline] = field(default_factory=dict, repr=False)

    def tree(self, bulan: int) -> Tree:
        """The budget at the end of a month, 1–12; months with the same lines share their outline."""
        month = bulan - 1
        there = self.pagu[:, month] > 0
        key = there.tobytes()
        if key not in self._outlines:
            lines = [line for line, here in zip(self.lines, there, strict=True) if here]
            self._outlines[key] = Outline(
                tuple(line.path for line in lines), tuple(line.uraian for line in lines), self.headings
            )
        kumulatif = self.kumulatif[there, month]
        lalu = self.kumulatif[there, month - 1] if month else np.zeros_like(kumulatif)
        return Tree(
            header=Header(self.tahun, bulan, self.kode_satker, self.nama_satker),
            outline=self._outlines[key],
            pagu=self.pagu[there, month],
            lock=self.lock[there, month],
            lalu=lalu,
            ini=kumulatif - lalu,
        )
