"""One line that a unit's budget may have."""

from typing import NamedTuple


class BudgetLine(NamedTuple):
    """One line that a unit's budget may have.

    Attributes:
        path: Codes from program down to akun.
        uraian: Name of the akun.
        pola: How the akun is spent: `gaji` (monthly, with a 13th and 14th pay), `bulanan` (monthly), `rutin` (most
            months), `kegiatan` (a few months), `modal` (once or twice, late).
        bobot: Share among the lines of the same jenis belanja, before scatter.
    """

    path: tuple[str, ...]
    uraian: str
    pola: str
    bobot: float
