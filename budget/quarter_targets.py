"""Target steps in rupiah."""

import pandas as pd

from budget.targets import target_percent


def quarter_targets(cube: pd.DataFrame, tahun: int) -> tuple[tuple[int, int], ...]:
    """What should have been spent by the end of each quarter.

    Args:
        cube: Rows of one month and one basis; their pagu is the base.
        tahun: Budget year whose targets hold.

    Returns:
        (last month of the quarter, rupiah rounded down) for each quarter; empty where any part of the
        pagu is unknown or has no target, since the line would then be of something else.
    """
    steps = []
    for triwulan in (1, 2, 3, 4):
        share = cube["jenis"].map(lambda jenis, quarter=triwulan: target_percent(jenis, tahun, quarter)).astype("Int64")
        if cube.empty or share.isna().any() or cube["pagu_rp"].isna().any():
            return ()
        steps.append((triwulan * 3, int((cube["pagu_rp"] * share).sum()) // 100))
    return tuple(steps)
