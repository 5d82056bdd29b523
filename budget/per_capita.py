"""Rupiah per voter and per polling station."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from budget.reference import Reference
from budget.standing import Standing


@dataclass(frozen=True)
class PerCapita:
    """What one unit spent, or several, for each registered voter and polling station of their regions.

    Attributes:
        realisasi_rp: Spent, rupiah; None where one unit's is unknown.
        dpt: Registered voters; None where one region's are unknown. A province's own unit has none of its own: its
            region is the sum of the others, so it is unknown here, alone and in a group.
        tps: Polling stations; None likewise.
    """

    realisasi_rp: int | None
    dpt: int | None
    tps: int | None

    @classmethod
    def of(cls, units: Sequence[Standing], reference: Reference) -> "PerCapita":
        """Adds up satker and their regions (`data/wilayah_*.csv`); of no units all is unknown."""
        regions = [reference.wilayah_by_kode.get(reference.by_kode_satker[unit.code].kode_wilayah) for unit in units]
        return cls(
            _sum([unit.totals.realisasi_rp for unit in units]),
            _sum([region.dpt if region else None for region in regions]),
            _sum([region.tps if region else None for region in regions]),
        )

    @property
    def per_voter_rp(self) -> int | None:
        """Rupiah per registered voter, a half rounded up."""
        return _each(self.realisasi_rp, self.dpt)

    @property
    def per_tps_rp(self) -> int | None:
        """Rupiah per polling station, a half rounded up."""
        return _each(self.realisasi_rp, self.tps)


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None


def _each(amount_rp: int | None, count: int | None) -> int | None:
    return None if amount_rp is None or not count else floor(Fraction(amount_rp, count) + Fraction(1, 2))
