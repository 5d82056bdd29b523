"""Why a figure is what it is, in a word."""

from enum import StrEnum


class State(StrEnum):
    """The state of a unit's figure; all but `MELAPOR` are worded on the page in place of a rate."""

    MELAPOR = "melapor"
    NOL = "nol"
    BELUM_MELAPOR = "belum melapor"
    DITARIK = "ditarik"
    TIDAK_ADA_PAGU = "tidak ada pagu"
    TIDAK_BERLAKU = "tidak berlaku"
