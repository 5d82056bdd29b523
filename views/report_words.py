"""How a month was reported, in words."""

from typing import NamedTuple

from budget.openness_cell import OpennessCell
from budget.report_state import ReportState
from budget.wib_date import wib_date
from budget.wording.decimal import decimal
from budget.wording.month import day
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext, pgettext


class ReportWords(NamedTuple):
    """How a month was reported: a sign, a shade of the style sheet, and the same in full."""

    sign: str
    shade: str
    full: str


def report_words(cell: OpennessCell) -> ReportWords:
    """Words a cell of the openness matrix, e.g. `T 14` and `terlambat 14 hari, masuk 26 Juni 2026`."""
    sign, shade = _signs(cell)
    full = _full(cell)
    if cell.corrected:
        return ReportWords(sign, shade, _("%(state)s; dikoreksi sesudahnya") % {"state": full})
    return ReportWords(sign, shade, full)


def _signs(cell: OpennessCell) -> tuple[str, str]:
    number = decimal(cell.days)
    return {
        ReportState.TEPAT_WAKTU: ("✓", "on-time"),
        ReportState.TERLAMBAT: (_("T %(number)s") % {"number": number}, "late"),
        ReportState.BELUM_MELAPOR: (_("belum %(number)s") % {"number": number}, "missing"),
        ReportState.DITARIK: (pgettext("petak", "ditarik"), "missing"),
        ReportState.BELUM_JATUH_TEMPO: ("", "not-due"),
        ReportState.TIDAK_BERLAKU: (_("t.b."), "not-asked"),
    }[cell.state]


def _full(cell: OpennessCell) -> str:
    facts = {
        "num": cell.days,
        "number": decimal(cell.days),
        "day": day(wib_date(cell.first_uploaded_at)) if cell.first_uploaded_at else "",
        "due": day(cell.jatuh_tempo) if cell.jatuh_tempo else "",
    }
    if cell.state == ReportState.TEPAT_WAKTU:
        return _("tepat waktu, masuk %(day)s") % facts
    if cell.state == ReportState.TERLAMBAT:
        return (
            ngettext("terlambat %(number)s hari, masuk %(day)s", "terlambat %(number)s hari, masuk %(day)s", cell.days)
            % facts
        )
    if cell.state == ReportState.BELUM_MELAPOR:
        return (
            ngettext(
                "belum melapor, lewat jatuh tempo %(number)s hari",
                "belum melapor, lewat jatuh tempo %(number)s hari",
                cell.days,
            )
            % facts
        )
    if cell.state == ReportState.DITARIK:
        return _("masuk %(day)s, lalu ditarik") % facts
    if cell.state == ReportState.BELUM_JATUH_TEMPO:
        return _("belum jatuh tempo, ditunggu sampai %(due)s") % facts
    return _("tidak berlaku")
