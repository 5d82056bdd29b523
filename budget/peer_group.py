"""Units that may fairly be compared."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from statistics import median

from budget.peer_rule import PeerRule
from budget.serapan_percent import serapan_percent
from budget.standing import Standing
from budget.state import State


@dataclass(frozen=True)
class PeerGroup:
    """Units that may fairly be compared, with what they have in common; no rate is rounded.

    Attributes:
        rule: What they are called and why they belong together.
        members: Every unit of the group, those that did not report included, in the order of the picture.
        above_rp: Where the rule is by pagu: members have more than this; None below the first boundary.
        up_to_rp: Likewise: members have at most this; None above the last boundary.
    """

    rule: PeerRule
    members: tuple[Standing, ...]
    above_rp: int | None = None
    up_to_rp: int | None = None

    @cached_property
    def reporting(self) -> tuple[Standing, ...]:
        """The members that reported, and whose figures were not taken back."""
        return tuple(unit for unit in self.members if unit.reported)

    @cached_property
    def missing(self) -> tuple[Standing, ...]:
        """The members that did not report."""
        return tuple(unit for unit in self.members if unit.state == State.BELUM_MELAPOR)

    @cached_property
    def pagu_rp(self) -> int | None:
        """Ceiling of those that reported, rupiah; None where one is unknown, or nobody reported."""
        return _sum([unit.totals.pagu_rp for unit in self.reporting])

    @cached_property
    def realisasi_rp(self) -> int | None:
        """Spent by those that reported, rupiah; None likewise."""
        return _sum([unit.totals.realisasi_rp for unit in self.reporting])

    @property
    def pooled_percent(self) -> Fraction | None:
        """Absorption of the group as one: sum first, then divide."""
        return serapan_percent(self.realisasi_rp, self.pagu_rp)

    @cached_property
    def rates(self) -> dict[str, Fraction]:
        """The rate of each member that has one, in percent, by code."""
        found = {u.code: serapan_percent(u.totals.realisasi_rp, u.totals.pagu_rp) for u in self.members}
        return {code: rate for code, rate in found.items() if rate is not None}

    @cached_property
    def median_percent(self) -> Fraction | None:
        """Median of the members' rates: half of them are above it, half below."""
        return median(self.rates.values()) if self.rates else None

    @property
    def lowest_percent(self) -> Fraction | None:
        """The lowest of the members' rates."""
        return min(self.rates.values(), default=None)

    @property
    def highest_percent(self) -> Fraction | None:
        """The highest of the members' rates."""
        return max(self.rates.values(), default=None)

    @cached_property
    def median_gap_points(self) -> float | None:
        """Median of the members' gaps to their targets, percentage points."""
        gaps = [u.pace.gap_points for u in self.members if u.code in self.rates and u.pace.gap_points is not None]
        return median(gaps) if gaps else None


def _sum(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None
