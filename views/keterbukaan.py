"""Keterbukaan: who has reported, and on time?"""

from datetime import date
from typing import NamedTuple

from budget.due_dates import DueDate, due_dates
from budget.openness import Openness, OpennessRow, openness
from budget.openness_cell import OpennessCell
from budget.openness_count import OpennessCount
from budget.report_state import ReportState
from budget.scope import Scope
from budget.wording.language import language
from budget.wording.month import day, month, short_month
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.frame import Choice, frame, period_choices
from views.openness_sentence import openness_sentence
from views.province_shown import province_shown
from views.public_information_part import public_information_part
from views.published import Published
from views.region import province_choice
from views.render import render
from views.report_words import ReportWords, report_words
from views.screen import Screen


class _Cell(NamedTuple):
    words: ReportWords
    corrected: bool
    href: str | None


class _Month(NamedTuple):
    bulan: int
    counted: OpennessCount
    due: DueDate | None
    missing: tuple[OpennessRow, ...]
    late: tuple[OpennessRow, ...]
    withdrawn: tuple[OpennessRow, ...]

    @property
    def days(self) -> int:
        """Days since the due date, for those that have not reported."""
        return self.missing[0].cells[self.bulan - 1].days


def keterbukaan(shown: Published, asked: Asked) -> Screen:
    """The page of who reported which month; `asked.hari` is the day that it is judged on."""
    view, calendar, kode = asked.view, due_dates(language()), province_shown(asked)
    today = date.fromisoformat(asked.hari)
    matrix = openness(shown.history, Scope.current().units(kode), view, today, calendar)
    months = [_month(matrix, bulan, calendar.get((view.tahun, bulan))) for bulan in range(1, 13)]
    sentence = openness_sentence(matrix.months[view.bulan - 1], view, months[view.bulan - 1].due, today)
    region = Scope.current().name(kode, language())
    period = {"region": region, "month": month(view.bulan), "year": view.tahun}
    what = _("Status pelaporan KPU di %(region)s, %(month)s %(year)s") % period
    top, bottom = frame(shown, asked, _choices(shown, asked), sample=shown.sample, citation=what)
    body = render(
        "keterbukaan.html",
        asked=asked,
        sentence=sentence,
        rows=[(row, [_cell(shown, asked, row, cell) for cell in row.cells]) for row in matrix.rows],
        months=months,
        all=matrix.all,
        basis_line=_basis_line(asked, today, region),
        rules=sorted({one.due.dasar for one in months if one.due}),
        short_month=short_month,
    )
    return Screen(title=what, description=sentence, parts=(top, body, public_information_part(asked), bottom))


def _choices(shown: Published, asked: Asked) -> list[Choice]:
    year, bulan, dana = period_choices(shown, asked, basis=False)
    return [*province_choice(asked, whole=False), year, bulan._replace(label=_("Bulan")), dana]


def _month(matrix: Openness, bulan: int, due: DueDate | None) -> _Month:
    states = (ReportState.BELUM_MELAPOR, ReportState.TERLAMBAT, ReportState.DITARIK)
    return _Month(bulan, matrix.months[bulan - 1], due, *(matrix.in_state(bulan, state) for state in states))


def _cell(shown: Published, asked: Asked, row: OpennessRow, cell: OpennessCell) -> _Cell:
    """A corrected or withdrawn month opens what was done, any other the unit's month, where that can be shown."""
    kode, words = row.unit.kode_wilayah, report_words(cell)
    if cell.corrected or cell.state == ReportState.DITARIK:
        return _Cell(words, cell.corrected, asked.link("koreksi", kode=kode, anggaran=asked.view.tahun))
    known = cell.bulan in shown.periods[asked.view.tahun] and cell.state != ReportState.BELUM_JATUH_TEMPO
    return _Cell(words, False, asked.link("wilayah", kode=kode, bulan=cell.bulan) if known else None)


def _basis_line(asked: Asked, today: date, region: str) -> str:
    money = _("hibah") if asked.view.dana == "hibah" else _("APBN tanpa hibah")
    facts = {"region": region, "year": asked.view.tahun, "money": money, "day": day(today)}
    return _("%(region)s, tahun anggaran %(year)s, %(money)s, keadaan %(day)s") % facts
