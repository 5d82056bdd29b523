"""What a draft would change in the public withdrawal plans."""

from dataclasses import dataclass

import pandas as pd

from budget.draft import Draft
from budget.plan_total import plan_total
from budget.slice import RPD, Slice


@dataclass(frozen=True)
class PlanChange:
    """What a draft would change in the public withdrawal plans.

    Attributes:
        slice: What would be replaced.
        before_rp: The year's sum of the plan that is public now, or None where there is none.
        after_rp: The year's sum of what the draft says; None where nothing of it could be read.
    """

    slice: Slice
    before_rp: int | None
    after_rp: int | None


def plan_changes(draft: Draft, plans: pd.DataFrame | None) -> list[PlanChange]:
    """Each plan of a draft beside the one that is public now.

    Args:
        draft: What was read.
        plans: Of the newest release, as `store.read_plans` gives them; None before the first.
    """
    return [
        PlanChange(piece, None if plans is None else plan_total(plans, piece), plan_total(draft.plan, piece))
        for piece in draft.report.slices
        if piece.kind == RPD
    ]
