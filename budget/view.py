"""What a reader asked to see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from budget.sumber_dana import HIBAH


@dataclass(frozen=True)
class View:
    """What a reader asked to see; with a release number it names one picture for ever.

    Attributes:
        tahun: Budget year.
        bulan: Month up to whose last day the figures run, 1–12.
        dana: `apbn` (all but grants) or `hibah` (grants); never both in one figure.
        dasar: `revisi` (ceiling after the newest revision) or `awal` (the ceiling first reported that year).
    """

    tahun: int
    bulan: int
    dana: str = "apbn"
    dasar: str = "revisi"

    DANA: ClassVar = ("apbn", "hibah")
    DASAR: ClassVar = ("revisi", "awal")

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> "View":
        """The view that a query names by `tahun`, `bulan` and `dana`, and `dasar` where it is not `revisi`.

        Raises:
            ValueError: One of them is missing or is not what it should be; the message says so, in Indonesian.
        """
        if not all(query.get(name, "").isdecimal() for name in ("tahun", "bulan")) or query.get("dana") not in cls.DANA:
            raise ValueError("Alamat ini perlu tahun, bulan (1 sampai 12), dan dana (apbn atau hibah).")
        if query.get("dasar", "revisi") not in cls.DASAR:
            raise ValueError("dasar harus revisi atau awal.")
        view = cls(int(query["tahun"]), int(query["bulan"]), query["dana"], query.get("dasar", "revisi"))
        if not 1 <= view.bulan <= 12:
            raise ValueError(f"bulan harus 1 sampai 12, bukan {view.bulan}.")
        return view

    def covers(self, sumber_dana: str) -> bool:
        """Whether money of that source belongs in this view."""
        return (sumber_dana in HIBAH) == (self.dana == "hibah")
