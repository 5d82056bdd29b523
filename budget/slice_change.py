"""What a draft would change in public."""

from dataclasses import dataclass

import pandas as pd

from budget.draft import Draft
from budget.slice import Slice
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
    """Each slice of a draft beside what is public now.

    Args:
        draft: What was read.
        cube: Of the newest release, as `store.read_cube` gives it; None before the first.
    """
    return [
        SliceChange(piece, _before(cube, piece), Totals.of(_rows(draft.lines, piece))) for piece in draft.report.slices
    ]


def _before(cube: pd.DataFrame | None, piece: Slice) -> Totals | None:
    if cube is None:
        return None
    rows = _rows(cube, piece)
    return None if rows.empty else Totals.of(rows)


def _rows(frame: pd.DataFrame, piece: Slice) -> pd.DataFrame:
    month = frame["bulan"].isna() if piece.bulan is None else frame["bulan"].eq(piece.bulan).fillna(value=False)
    same = frame["tahun"].eq(piece.tahun) & frame["kode_satker"].eq(piece.kode_satker)
    return frame[same & month & frame["sumber_dana"].eq(piece.sumber_dana)]
