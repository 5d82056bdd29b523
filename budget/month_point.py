"""One month of a cumulative line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MonthPoint:
    """One month of a cumulative line over a fixed set of units.

    Attributes:
        bulan: Month, 1–12.
        pagu_rp: Ceiling of the set at that month.
        realisasi_rp: Spent by the set up to that month.
        realisasi_ini_rp: Difference to the point before; negative where a cumulative figure fell. None
            where the month before is not known.
        reported: Units of the set that reported this month; for the others the figure of the month
            before is carried on.
    """

    bulan: int
    pagu_rp: int
    realisasi_rp: int
    realisasi_ini_rp: int | None
    reported: int
