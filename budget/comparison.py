"""Units beside their peers."""

from dataclasses import dataclass

from budget.compared_group import ComparedGroup
from budget.peer_rule import PeerRule
from budget.picture import Picture
from budget.small_multiple import SmallMultiple
from budget.standing import Standing


@dataclass(frozen=True)
class Comparison:
    """Units beside their peers, for one view of one release.

    Attributes:
        picture: All of them together, of all jenis belanja.
        groups: Those that have members.
        empty: The rules of those that have none.
        outside: Units of which it is not known where they belong, in the order that was asked for.
        outside_charts: Their months, in the same order.
        bottom_percent: Lower end of the one scale of all charts.
        top_percent: Its upper end.
    """

    picture: Picture
    groups: tuple[ComparedGroup, ...]
    empty: tuple[PeerRule, ...]
    outside: tuple[Standing, ...]
    outside_charts: tuple[SmallMultiple, ...]
    bottom_percent: float
    top_percent: float
