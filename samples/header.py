"""What stands above the table of an export."""

from dataclasses import dataclass

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


@dataclass(frozen=True)
class Header:
    """What stands above the table of an export.

    Attributes:
        tahun: Budget year.
        bulan: Month up to whose last day the figures run, 1–12.
        kode_satker: Six-digit satker code.
        nama_satker: Name of the unit as SAKTI prints it, in capitals.
    """

    tahun: int
    bulan: int
    kode_satker: str
    nama_satker: str

    @property
    def periode(self) -> str:
        """The month in words, e.g. `Maret 2026`."""
        return f"{_MONTHS[self.bulan - 1]} {self.tahun}"
