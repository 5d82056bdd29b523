"""One jenis belanja in a quarter's NKPA."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class NkpaTerm:
    """One jenis belanja in a quarter's NKPA (IKPA penyerapan, PER-5/PB/2024), with nothing rounded.

    Attributes:
        jenis: Two digits, e.g. `52`.
        pagu_rp: Its ceiling at the quarter's end, rupiah, above 0.
        realisasi_rp: Spent by then.
        target_percent: What should have been spent, in percent of pagu.
        weight: Its share of the pagu of all jenis that count, 0–1.
    """

    jenis: str
    pagu_rp: int
    realisasi_rp: int
    target_percent: int
    weight: Fraction

    @property
    def serapan_percent(self) -> Fraction:
        """Realisasi in percent of pagu."""
        return Fraction(self.realisasi_rp * 100, self.pagu_rp)

    @property
    def score(self) -> Fraction:
        """Absorption in percent of the target; what is above the target does not count."""
        return min(Fraction(100), self.serapan_percent / self.target_percent * 100)

    @property
    def points(self) -> Fraction:
        """What it adds to the quarter's value: weight × score."""
        return self.weight * self.score
