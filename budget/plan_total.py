"""What a plan sums to."""

import pandas as pd

from budget.slice import Slice


def plan_total(plan: pd.DataFrame, piece: Slice) -> int | None:
    """The year's sum of one slice of plans, rupiah; None where the frame does not hold that plan.

    Args:
        plan: In the shape of `budget.plan.PLAN`, or as `store.read_plans` gives it.
        piece: Unit, budget year and source of funds.
    """
    same = plan["kode_satker"].eq(piece.kode_satker) & plan["tahun"].eq(piece.tahun)
    amounts = plan.loc[same & plan["sumber_dana"].eq(piece.sumber_dana), "rencana_rp"].tolist()
    return sum(amounts) if amounts else None
