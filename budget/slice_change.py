"""What a draft would change in public."""

from dataclasses import dataclass

import pandas as pd

from budget.draft import Draft
from budget.slice import RPD, Slice
from budget.slice_rows import slice_rows
from budget.totals import Totals


@dataclass(frozen=True)
class SliceChange:
    """What a draft would change in public.

    Attributes:
        slice: What would be replaced.
        before: What is public now, or None where nothing is.
        after: What the draft says.
    """

    slice: Slice
    before: Totals | None
    after: Totals


def slice_changes(draft: Draft, cube: pd.DataFrame | None) -> list[SliceChange]:
    """Each slice of figures of a draft beside what is public now; for plans see `plan_changes`.

    Args:
        draft: What was read.
        cube: Of the newest release, as `store.read_cube` gives it; None before the first.
    """
    return [
        SliceChange(piece, _before(cube, piece), Totals.of(slice_rows(draft.lines, piece)))
        for piece in draft.report.slices
        if piece.kind != RPD
    ]


def _before(cube: pd.DataFrame | None, piece: Slice) -> Totals | None:
    if cube is None:
        return None
    rows = slice_rows(cube, piece)
    return None if rows.empty else Totals.of(rows)
