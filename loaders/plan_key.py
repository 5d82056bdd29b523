"""What a row of a withdrawal plan is of."""

from typing import NamedTuple

from budget.slice import Slice


class PlanKey(NamedTuple):
    """What a row of a withdrawal plan is of.

    Attributes:
        piece: Unit, budget year and source of funds.
        jenis: Two digits; None where the plan is not broken down.
        bulan: Month, 1–12.
    """

    piece: Slice
    jenis: str | None
    bulan: int

    @property
    def whose(self) -> str:
        """Whose plan it is, in words: `657942 tahun 2026 (RM, jenis 52)`."""
        jenis = "" if self.jenis is None else f", jenis {self.jenis}"
        return f"{self.piece.kode_satker} tahun {self.piece.tahun} ({self.piece.sumber_dana}{jenis})"
