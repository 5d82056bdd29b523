"""A group of small charts."""

from dataclasses import dataclass
from fractions import Fraction

from budget.small_multiple import SmallMultiple


@dataclass(frozen=True)
class PanelGroup:
    """A group of small charts.

    Attributes:
        name: Stands above it.
        charts: One per panel.
        medians: Percent month by month, a faint line in each panel; empty for none.
    """

    name: str
    charts: tuple[SmallMultiple, ...]
    medians: tuple[Fraction | None, ...]
