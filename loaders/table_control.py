"""Printed totals of a table."""

from collections.abc import Mapping

import numpy as np

from budget.control import Control
from budget.issue import Issue
from loaders.amount import Amounts
from loaders.raw_text import raw_text
from loaders.reconcile import reconcile
from loaders.sheet import Sheet
from loaders.table_rows import TableRows
from loaders.table_spans import table_spans
from loaders.table_spec import TableSpec


def table_control(
    sheet: Sheet, spec: TableSpec, found: TableRows, amounts: Mapping[str, Amounts]
) -> tuple[list[Control], list[Issue]]:
    """Holds every printed total of a table against the lines that it sums.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        found: What each row is.
        amounts: Cast columns, by field, indexed by row.

    Returns:
        A control for every total, and an issue for each that differs.
    """
    lines = found.lines
    control: list[Control] = []
    issues: list[Issue] = []
    for name, column in amounts.items():
        totals = [row for row in found.totals if column.known[row]]
        leaves = np.where(column.known, column.values, 0)[lines] if lines else np.zeros(0, dtype=np.int64)
        printed = column.values[totals] if totals else np.zeros(0, dtype=np.int64)
        spans = table_spans(lines, totals, found.ends, leaves, printed)
        names = [("jumlah", "") for _ in totals]

        def place(index: int, name: str = name, totals: list[int] = totals) -> tuple[str, str, str]:
            where = spec.columns[name]
            return sheet.name, sheet.address(totals[index], where), raw_text(sheet.rows[totals[index]][where])

        more, wrong = reconcile(name, leaves, printed, spans, names, place)
        control += more
        issues += wrong
    return control, issues
