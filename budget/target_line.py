"""The line that spending is held against."""

from dataclasses import dataclass

import pandas as pd

from budget.planned import Planned
from budget.quarter_targets import quarter_targets
from budget.target_basis import TargetBasis, target_basis


@dataclass(frozen=True)
class TargetLine:
    """The line that spending is held against through a year.

    Attributes:
        steps: (month, rupiah due by its end): each month where every unit has a plan, else the ends of quarters; empty
            where a part has no target, since the line would then be of something else.
        basis: What the steps come from; None without any.
    """

    steps: tuple[tuple[int, int], ...]
    basis: TargetBasis | None

    @classmethod
    def of(cls, cube: pd.DataFrame, tahun: int, planned: Planned) -> "TargetLine":
        """Adds the targets of the units in a cube.

        Args:
            cube: Rows of one month and one basis.
            tahun: Budget year.
            planned: The plans of the units.
        """
        units = set(cube["kode_satker"])
        if planned.covers(units):
            sums = map(sum, zip(*(planned.whole[kode] for kode in units), strict=True))
            return cls(tuple(enumerate(sums, 1)), "rpd")
        steps = quarter_targets(cube, tahun, planned)
        own_plan = any(kode in planned.whole for kode in units)
        return cls(steps, target_basis(own_plan=own_plan, ikpa=True) if steps else None)
