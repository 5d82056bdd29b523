"""Totals of an OM-SPAN sheet."""

from collections.abc import Mapping, Sequence

import numpy as np

from budget.control import Control
from budget.issue import Issue
from loaders.amount import Amounts
from loaders.omspan_block import OmspanBlock
from loaders.omspan_fields import OMSPAN_FIELDS
from loaders.placer import placer
from loaders.reconcile import reconcile
from loaders.sheet import Sheet


def omspan_totals(
    sheet: Sheet,
    places: Mapping[str, int],
    blocks: Sequence[OmspanBlock],
    amounts: Mapping[str, Amounts],
    kinds: Sequence[str],
) -> tuple[list[Control], list[Issue]]:
    """Holds GRAND TOTAL against all blocks, column by column, and the Total column against its own row.

    Args:
        sheet: Where the table is.
        places: Columns: a jenis belanja (two digits) or `total`.
        blocks: All blocks, grand total included.
        amounts: Cast columns, indexed by row.
        kinds: The jenis belanja that have a column.
    """
    control: list[Control] = []
    issues: list[Issue] = []
    units = [block for block in blocks if not block.total]
    for kind, field in OMSPAN_FIELDS.items():
        rows = [block.rows[kind] for block in units if kind in block.rows]
        grand = [block.rows[kind] for block in blocks if block.total and kind in block.rows]
        for name, column in amounts.items():
            spans = (np.zeros(len(grand), dtype=np.int64), np.full(len(grand), len(rows), dtype=np.int64))
            names = [("jumlah", "" if name == "total" else name) for _ in grand]
            place = placer(sheet, grand, places[name])
            more, wrong = reconcile(field, column.values[rows], column.values[grand], spans, names, place)
            control, issues = control + more, issues + wrong
        if "total" in amounts:
            across = [row for row in (*rows, *grand) if amounts["total"].known[row]]
            leaves = np.array([amounts[name].values[row] for row in across for name in kinds], dtype=np.int64)
            starts = np.arange(len(across), dtype=np.int64) * len(kinds)
            labels = [("total", f"baris {row + 1}") for row in across]
            place = placer(sheet, across, places["total"])
            printed = amounts["total"].values[across]
            more, wrong = reconcile(field, leaves, printed, (starts, starts + len(kinds)), labels, place)
            control, issues = control + more, issues + wrong
    return control, issues
