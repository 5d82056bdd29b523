"""Target steps in rupiah."""

import pandas as pd

from budget.planned import Planned
from budget.targets import target_percent


def quarter_targets(cube: pd.DataFrame, tahun: int, planned: Planned | None = None) -> tuple[tuple[int, int], ...]:
    """What should have been spent by the end of each quarter.

    Args:
        cube: Rows of one month and one basis; the pagu of units without a plan is the base of their targets.
        tahun: Budget year whose targets hold.
        planned: The plans of the units; those that have one are counted with it.

    Returns:
        (last month of the quarter, rupiah rounded down) for each quarter; empty where any part of the
        pagu is unknown or has no target, since the line would then be of something else.
    """
    plans = {} if planned is None else planned.whole
    rest = cube[~cube["kode_satker"].isin(list(plans))]
    own = [plans[kode] for kode in set(cube["kode_satker"]) if kode in plans]
    steps = []
    for triwulan in (1, 2, 3, 4):
        share = rest["jenis"].map(lambda jenis, quarter=triwulan: target_percent(jenis, tahun, quarter)).astype("Int64")
        if cube.empty or share.isna().any() or rest["pagu_rp"].isna().any():
            return ()
        due = int((rest["pagu_rp"] * share).sum()) + 100 * sum(plan[triwulan * 3 - 1] for plan in own)
        steps.append((triwulan * 3, due // 100))
    return tuple(steps)
