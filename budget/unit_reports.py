"""How one unit reported, month by month."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from budget.due_dates import DueDate
from budget.openness import openness
from budget.satker import Satker
from budget.unit_report import UnitReport
from budget.view import View


def unit_reports(
    history: pd.DataFrame, unit: Satker, today: date, calendar: Mapping[tuple[int, int], DueDate]
) -> list[UnitReport]:
    """Every month that the calendar asks a unit for, oldest first, judged as `openness` does; grants do not count.

    Args:
        history: As `store.read_history` gives it.
        unit: Which unit.
        today: Day in WIB.
        calendar: As `due_dates()` gives it.
    """
    return [
        UnitReport(tahun, cell)
        for tahun in sorted({tahun for tahun, _ in calendar})
        for cell in openness(history, [unit], View(tahun, 12), today, calendar).rows[0].cells
        if cell.jatuh_tempo is not None
    ]
