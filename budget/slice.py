"""What an upload replaces."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Slice:
    """What an upload replaces: one satker, one period, one source of funds.

    Attributes:
        tahun: Budget year.
        bulan: Month up to whose last day the figures run, 1–12; None where the
            source gives a ceiling for the year and no period (OM-SPAN revisi DIPA).
        kode_satker: Six-digit satker code, as text.
        sumber_dana: Source of funds (`RM`, `HLD`, … or `tidak dirinci`).
    """

    tahun: int
    bulan: int | None
    kode_satker: str
    sumber_dana: str

    @property
    def key(self) -> str:
        """The slice as one text, e.g. `656560/2026-03/RM` or `656560/2024/tidak dirinci`."""
        period = f"{self.tahun}" if self.bulan is None else f"{self.tahun}-{self.bulan:02d}"
        return f"{self.kode_satker}/{period}/{self.sumber_dana}"
