"""Where one small chart lies."""

from dataclasses import dataclass
from typing import Final

TITLE, PLOT, GAP = 34, 62, 20
"""Pixels of a panel from above: two lines of words, the lines, and room for the names of months."""

_INNER: Final = 0.9


@dataclass(frozen=True)
class Panel:
    """Where one small chart lies; x in columns from the left, y in pixels from above.

    Attributes:
        column: 0 for the first.
        top: Where its title begins.
        last_of_column: No panel of its group lies below it.
        bottom_percent: Lower end of its scale.
        top_percent: Upper end of its scale.
    """

    column: int
    top: int
    last_of_column: bool
    bottom_percent: float
    top_percent: float

    @property
    def floor(self) -> int:
        """Where the lower end of the scale lies."""
        return self.top + TITLE + PLOT

    def x(self, month: int) -> float:
        """Where a month lies, 1–12."""
        return round(self.column + _INNER * (month - 1) / 11, 3)

    def y(self, percent: float) -> float:
        """Where a rate lies."""
        return round(self.floor - PLOT * (percent - self.bottom_percent) / (self.top_percent - self.bottom_percent), 1)
