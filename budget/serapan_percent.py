"""The absorption rate, exactly."""

from fractions import Fraction


def serapan_percent(realisasi_rp: int | None, pagu_rp: int | None) -> Fraction | None:
    """Realisasi in percent of pagu, not rounded; None where either is unknown or there is no pagu.

    Both are sums already: sum first, then divide. A rate above 100 or below 0 is given as it is.
    """
    if realisasi_rp is None or pagu_rp is None or pagu_rp <= 0:
        return None
    return Fraction(realisasi_rp * 100, pagu_rp)
