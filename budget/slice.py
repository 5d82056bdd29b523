"""What an upload replaces."""

from dataclasses import dataclass
from typing import Final, Self

RPD: Final = "rpd"
"""The kind of a slice that holds a withdrawal plan."""


@dataclass(frozen=True, order=True)
class Slice:
    """What an upload replaces: one satker, one period, one source of funds.

    Attributes:
        tahun: Budget year.
        bulan: Month up to whose last day the figures run, 1–12; None where the
            source gives a ceiling for the year and no period (OM-SPAN revisi DIPA), and for a plan.
        kode_satker: Six-digit satker code, as text.
        sumber_dana: Source of funds (`RM`, `HLD`, … or `tidak dirinci`).
        kind: `realisasi` (figures: pagu, realisasi or both) or `rpd` (the withdrawal plan of the year).
    """

    tahun: int
    bulan: int | None
    kode_satker: str
    sumber_dana: str
    kind: str = "realisasi"

    @property
    def key(self) -> str:
        """The slice as one text: `656560/2026-03/RM`, `656560/2024/tidak dirinci` or `656560/2026/RM/rpd`."""
        period = f"{self.tahun}" if self.bulan is None else f"{self.tahun}-{self.bulan:02d}"
        end = f"/{RPD}" if self.kind == RPD else ""
        return f"{self.kode_satker}/{period}/{self.sumber_dana}{end}"

    @classmethod
    def of_key(cls, key: str) -> Self:
        """The slice that a key names."""
        kode_satker, period, sumber_dana, *kind = key.split("/")
        tahun, _, bulan = period.partition("-")
        return cls(int(tahun), int(bulan) if bulan else None, kode_satker, sumber_dana, *kind)
