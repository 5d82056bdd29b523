"""One peer group of a comparison."""

from dataclasses import dataclass
from fractions import Fraction

from budget.coverage import Coverage
from budget.peer_group import PeerGroup
from budget.per_capita import PerCapita
from budget.small_multiple import SmallMultiple
from budget.standing import Standing


@dataclass(frozen=True)
class ComparedGroup:
    """One peer group of a comparison, its members in the order that was asked for.

    Attributes:
        peers: The members, with their median.
        whole: The sum of those that reported.
        coverage: How many of them did, and how much of the ceiling they hold, of all jenis belanja.
        per_capita: What those that reported spent for each voter and polling station.
        charts: Months of each member, in the same order.
        medians: Median of their rates month by month, percent.
    """

    peers: PeerGroup
    whole: Standing
    coverage: Coverage
    per_capita: PerCapita
    charts: tuple[SmallMultiple, ...]
    medians: tuple[Fraction | None, ...]
