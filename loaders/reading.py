"""What a format makes of one sheet."""

from dataclasses import dataclass, field

import pandas as pd

from budget.control import Control
from budget.issue import Issue
from budget.plan import no_plan
from budget.row_count import RowCount
from budget.slice import Slice


@dataclass(frozen=True)
class Reading:
    """What a format makes of one sheet.

    Attributes:
        lines: Budget lines in the shape of `budget.lines.LINES`.
        headings: Level rows in the shape of `budget.lines.HEADINGS`.
        slices: What the lines, or the plan, would replace.
        rows: What became of each row of the sheet.
        control: Printed totals beside computed ones.
        issues: What a person has to know, in the order found.
        plan: A withdrawal plan, in the shape of `budget.plan.PLAN`.
    """

    lines: pd.DataFrame
    headings: pd.DataFrame
    slices: tuple[Slice, ...]
    rows: RowCount
    control: tuple[Control, ...]
    issues: tuple[Issue, ...]
    plan: pd.DataFrame = field(default_factory=no_plan)
