"""How a month was reported."""

from enum import StrEnum


class ReportState(StrEnum):
    """How a unit reported a month, against the declared calendar (`data/kalender.csv`)."""

    TEPAT_WAKTU = "tepat waktu"
    TERLAMBAT = "terlambat"
    BELUM_MELAPOR = "belum melapor"
    DITARIK = "ditarik"
    BELUM_JATUH_TEMPO = "belum jatuh tempo"
    TIDAK_BERLAKU = "tidak berlaku"
