"""Checks of a withdrawal plan against what is public."""

from collections.abc import Iterator

import pandas as pd

from budget.draft import Draft
from budget.issue import Issue
from budget.plan_total import plan_total
from budget.slice import Slice
from budget.totals import Totals
from budget.wording.rupiah import rupiah

_SCALE = 500
"""A plan so many times smaller or larger than the pagu was written in thousands or millions."""


def check_plan(draft: Draft, piece: Slice, cube: pd.DataFrame) -> Iterator[Issue]:
    """Holds a plan's year against the newest public pagu of the same unit, budget year and source of funds.

    Args:
        draft: What was read.
        piece: One of its plans.
        cube: Of the newest release, as `store.read_cube` gives it.

    Yields:
        An error where the two are of different units of money, a warning where the plan is above the pagu by any
        rupiah; nothing where no such pagu is known.
    """
    planned, pagu = plan_total(draft.plan, piece), _newest_pagu(cube, piece)
    if not planned or not pagu:
        return
    facts = {"satker": piece.kode_satker, "year": str(piece.tahun), "source": piece.sumber_dana}
    raw, expected = rupiah(planned), rupiah(pagu)
    if planned >= _SCALE * pagu or planned * _SCALE <= pagu:
        yield Issue.of("plan-scale-differs", raw=raw, expected=expected, **facts)
    elif planned > pagu:
        yield Issue.of("plan-above-pagu", raw=raw, expected=expected, difference=rupiah(planned - pagu), **facts)


def _newest_pagu(cube: pd.DataFrame, piece: Slice) -> int | None:
    """Of the last month reported, else the year's ceiling."""
    own = cube[(cube["kode_satker"] == piece.kode_satker) & (cube["sumber_dana"] == piece.sumber_dana)]
    own = own[own["tahun"] == piece.tahun]
    order = own["bulan"].fillna(0)
    return Totals.of(own[order == order.max()]).pagu_rp
