"""How fast a unit spends in a year."""

from typing import NamedTuple

import numpy as np

from samples.shares import SHARES

_TARGETS = {"51": 0.75, "52": 0.70, "53": 0.70}


class Pace(NamedTuple):
    """How fast a unit spends one jenis belanja in a year, as fractions of the year's last pagu.

    Attributes:
        september: Spent by the end of September.
        december: Spent by the end of December.
    """

    september: float
    december: float

    @classmethod
    def of_unit(cls, random: np.random.Generator, tahun: int, sumber_dana: str) -> dict[str, "Pace"]:
        """Draws a unit's pace for each jenis belanja.

        In a year without election the unit as a whole lies `gap` points from the third quarter's target; pegawai is
        steady, so barang carries most of it. In 2024 the pilkada puts a large part after September.

        Args:
            random: The unit's own source of chance.
            tahun: Budget year.
            sumber_dana: `RM` or `HLD`.
        """
        gap = float(random.normal(-0.068, 0.085))
        while not -0.20 < gap < 0.18:
            gap = float(random.normal(-0.068, 0.085))
        modal = float(np.clip(random.normal(0.55, 0.2), 0.05, 0.97))
        late, end = float(random.normal(0, 0.03)), float(random.uniform(0.93, 0.985))
        if sumber_dana == "HLD":
            if tahun == 2024:
                september, december = 0.24 + late, 0.87 + late
                return {"52": cls(september, december), "53": cls(0.4, 0.9)}
            return {"52": cls(0.52 + 3 * late, 0.52 + 3 * late), "53": cls(0.3, 0.3)}
        if tahun <= 2024:
            pegawai = float(np.clip(0.75 + gap / 4, 0.70, 0.77))
            return {
                "51": cls(pegawai, min(pegawai * 14 / 11, 0.985)),
                "52": cls(0.60 + late, min(end, 0.975)),
                "53": cls(0.45, end),
            }
        shares = SHARES[min(tahun, 2026)]
        gap_51 = float(np.clip(0.4 * gap + 0.005, -0.09, 0.035))
        gap_53 = modal - _TARGETS["53"]
        gap_52 = (gap - shares["51"] * gap_51 - shares["53"] * gap_53) / shares["52"]
        pegawai = _TARGETS["51"] + gap_51
        barang = float(np.clip(_TARGETS["52"] + gap_52, 0.25, 0.975))
        return {
            "51": cls(pegawai, min(pegawai * 14 / 11, 0.985)),
            "52": cls(barang, max(end, barang + 0.6 * (1 - barang))),
            "53": cls(modal, max(end, modal + 0.6 * (1 - modal))),
        }
