"""Totals of an SIPD sheet."""

from collections.abc import Mapping, Sequence

import numpy as np

from budget.control import Control
from budget.issue import Issue
from loaders.amount import Amounts
from loaders.placer import placer
from loaders.reconcile import reconcile
from loaders.sheet import Sheet
from loaders.sipd_kelompok import SipdPair
from loaders.sipd_row import SipdRow


def sipd_totals(
    sheet: Sheet,
    rows: Sequence[SipdRow],
    grand: Sequence[int],
    pairs: Mapping[SipdPair, int],
    amounts: Mapping[SipdPair, Amounts],
) -> tuple[list[Control], list[Issue]]:
    """Holds every row above the deepest ones, and `Jumlah`, against what lies below it, kelompok by kelompok.

    Args:
        sheet: Where the table is.
        rows: All rows that have a code.
        grand: Rows of `Jumlah`.
        pairs: Column by kelompok and amount.
        amounts: Cast columns, indexed by row.
    """
    before = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum([one.leaf for one in rows], dtype=np.int64)))
    heads = [position for position, one in enumerate(rows) if not one.leaf]
    ends = [
        next((later for later in range(at + 1, len(rows)) if rows[later].depth <= rows[at].depth), len(rows))
        for at in heads
    ]
    totals = [*(rows[at].row for at in heads), *grand]
    starts = np.array([*before[heads].tolist(), *[0] * len(grand)], dtype=np.int64)
    stops = np.array([*before[ends].tolist(), *[before[-1]] * len(grand)], dtype=np.int64)
    leaves = [one.row for one in rows if one.leaf]
    codes = [next(code for code in reversed(rows[at].codes) if code) for at in heads]
    control: list[Control] = []
    issues: list[Issue] = []
    for (kelompok, field), column in pairs.items():
        values = amounts[kelompok, field].values
        names = [*((kelompok, code) for code in codes), *((f"jumlah {kelompok}", "") for _ in grand)]
        place = placer(sheet, totals, column)
        more, wrong = reconcile(field, values[leaves], values[totals], (starts, stops), names, place)
        control, issues = control + more, issues + wrong
    return control, issues
