"""What a loader makes of an upload."""

from dataclasses import dataclass, field

import pandas as pd

from budget.plan import no_plan
from budget.report import Report
from budget.upload import Upload


@dataclass(frozen=True)
class Draft:
    """What a loader makes of an upload: tidy lines or a plan, and a report; nothing is published yet.

    Attributes:
        upload: The file that was read.
        lines: One budget line per row, in the shape of `budget.lines.LINES`.
        headings: One total or level row per row, in the shape of `budget.lines.HEADINGS`:
            what the codes above a line are called, and where that stands.
        report: What was recognised and what is wrong.
        plan: A withdrawal plan, in the shape of `budget.plan.PLAN`; without a row for any other upload.
    """

    upload: Upload
    lines: pd.DataFrame
    headings: pd.DataFrame
    report: Report
    plan: pd.DataFrame = field(default_factory=no_plan)
