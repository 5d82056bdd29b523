"""One row of the dot plot."""

from dataclasses import dataclass
from fractions import Fraction

from budget.serapan_percent import serapan_percent
from budget.small_multiple import CAP_PERCENT
from budget.standing import Standing


@dataclass(frozen=True)
class Mark:
    """Where a unit's rate and its target stand on the scale from 0 to `CAP_PERCENT`.

    Attributes:
        percent: The rate itself; None where there is none.
        left: Where it is drawn, percent of the scale's width; None likewise.
        goal: Where the target is drawn; None without one.
        shape: The unit's side of its target, or `under` or `over` where the rate is drawn at an end of the scale.
    """

    percent: Fraction | None
    left: str | None
    goal: str | None
    shape: str

    @classmethod
    def of(cls, unit: Standing) -> "Mark":
        """Places a unit."""
        rate = serapan_percent(unit.totals.realisasi_rp, unit.totals.pagu_rp)
        shape: str = unit.side
        if rate is not None and not 0 <= rate <= CAP_PERCENT:
            shape = "over" if rate > CAP_PERCENT else "under"
        return cls(rate, cls.place(rate), cls.place(unit.pace.target_percent), shape)

    @staticmethod
    def place(percent: Fraction | float | None) -> str | None:
        """A percentage as a place on the scale, for a style attribute; cut at its ends."""
        return None if percent is None else f"{min(max(float(percent) / CAP_PERCENT, 0), 1) * 100:.1f}"
