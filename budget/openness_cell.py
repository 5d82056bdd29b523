"""One month of one unit in the openness matrix."""

from dataclasses import dataclass
from datetime import date

from budget.report_state import ReportState


@dataclass(frozen=True)
class OpennessCell:
    """One month of one unit in the openness matrix.

    Attributes:
        bulan: Month, 1–12.
        state: On time, late, missing, withdrawn, not yet due, or not asked for.
        days: Days after the due date: of the first report when late, of today when missing; else 0.
        corrected: Figures that were public have been replaced; stands beside on time or late.
        jatuh_tempo: Due date, or None where the calendar has no such month.
        first_uploaded_at: When the first file that became public came, ISO 8601 in UTC; None without a report.
        first_release: Release that first had the month.
        release: Release that set the present figures.
    """

    bulan: int
    state: ReportState
    days: int
    corrected: bool
    jatuh_tempo: date | None
    first_uploaded_at: str | None
    first_release: int | None
    release: int | None
