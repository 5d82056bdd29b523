"""What a unit has to report, and when."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, NamedTuple

from budget.openness_cell import OpennessCell
from budget.report_state import ReportState
from budget.satker import Satker
from budget.unit_report import UnitReport
from budget.wording.decimal import decimal
from budget.wording.month import day, month
from views.days_left import days_left
from views.render import render
from views.report_words import report_words

_NEWEST: Final = 6


class _Row(NamedTuple):
    month: str
    due: str
    shade: str
    words: str


def due_part(unit: Satker, reports: Sequence[UnitReport], waiting: Collection[tuple[int, int]], today: date) -> str:
    """The newest six months that a unit was or is next asked for, newest due first, as HTML; in Indonesian.

    Args:
        unit: Which unit.
        reports: All its months, oldest first, as `unit_reports` gives them.
        waiting: Months (tahun, bulan) whose report waits for a reviewer.
        today: Day in WIB, the same that the reports were judged on.
    """
    upcoming = [one for one in reports if one.cell.state == ReportState.BELUM_JATUH_TEMPO]
    asked = [one for one in reports if one.cell.state != ReportState.BELUM_JATUH_TEMPO] + upcoming[:1]
    asked.sort(key=lambda one: one.cell.jatuh_tempo or today, reverse=True)
    rows = [_row(one, today, waits=(one.tahun, one.cell.bulan) in waiting) for one in asked[:_NEWEST]]
    undone = [one for one in asked if (one.tahun, one.cell.bulan) not in waiting]
    return render("due_part.html", unit=unit, rows=rows, sentence=_sentence(undone, today), more=len(asked) > _NEWEST)


def _row(one: UnitReport, today: date, *, waits: bool) -> _Row:
    cell = one.cell
    words = _words(cell, today) + ("; pengajuan menunggu peninjau" if waits else "")
    due = day(cell.jatuh_tempo) if cell.jatuh_tempo else ""
    return _Row(_month(one), due, report_words(cell).shade, words)


def _words(cell: OpennessCell, today: date) -> str:
    if cell.state == ReportState.BELUM_JATUH_TEMPO and cell.jatuh_tempo:
        return f"belum dilaporkan, jatuh tempo {days_left(cell.jatuh_tempo, today)}"
    return report_words(cell).full


def _sentence(undone: Sequence[UnitReport], today: date) -> str:
    """What is overdue, what was withdrawn, and what comes next.

    Args:
        undone: Months that do not wait for a reviewer, newest due first.
        today: Day in WIB.
    """
    overdue = [one for one in undone if one.cell.state == ReportState.BELUM_MELAPOR]
    words = "Tidak ada laporan yang lewat jatuh tempo."
    if len(overdue) == 1:
        words = f"{_month(overdue[0])} belum dilaporkan, lewat jatuh tempo {decimal(overdue[0].cell.days)} hari."
    elif overdue:
        oldest = overdue[-1]
        words = (
            f"{len(overdue)} bulan belum dilaporkan dan lewat jatuh tempo; yang tertua {_month(oldest)}, "
            f"{decimal(oldest.cell.days)} hari."
        )
    for one in undone:
        if one.cell.state == ReportState.DITARIK:
            words += f" {_month(one)} ditarik: laporkan lagi."
    for one in undone:
        if one.cell.state == ReportState.BELUM_JATUH_TEMPO and one.cell.jatuh_tempo:
            due = one.cell.jatuh_tempo
            words += f" Berikutnya {_month(one)}: paling lambat {day(due)}, {days_left(due, today)}."
    return words


def _month(one: UnitReport) -> str:
    return f"{month(one.cell.bulan)} {one.tahun}"
