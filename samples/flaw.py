"""Something that is deliberately wrong with the sample exports."""

from dataclasses import dataclass
from datetime import date

_CORRECTIONS = frozenset({"omitted", "old_pagu", "fall"})


@dataclass(frozen=True)
class Flaw:
    """Something that is deliberately wrong with the sample exports, as it is with real ones.

    Attributes:
        kind: `missing` (never sent), `late` (sent after the month's release), `no_modal` (no capital budget at all),
            `zero` (nothing spent up to that month), `overspent` (one line's realisasi above its pagu), `omitted`
            (the first file lacks some of the month's spending), `old_pagu` (the first file has a pagu before
            revision), `fall` (the first file does not know of money that came back, the second does).
        kode_satker: Six-digit satker code.
        tahun: Budget year.
        bulan: Month; 0 means every month.
        sumber_dana: Source of funds.
        tanggal: Day on which the late file or the correction was uploaded.
        alasan: Of a correction, the code of `data/alasan.csv` that the unit chose; None for none.
        penjelasan: Of a correction, what the unit wrote.
    """

    kind: str
    kode_satker: str
    tahun: int
    bulan: int
    sumber_dana: str = "RM"
    tanggal: date | None = None
    alasan: str | None = None
    penjelasan: str = ""

    @property
    def is_correction(self) -> bool:
        """Whether a second file of the slice puts it right."""
        return self.kind in _CORRECTIONS

    @property
    def concerns_file(self) -> bool:
        """Whether it is about which files exist and when they came."""
        return self.is_correction or self.kind in ("missing", "late")
