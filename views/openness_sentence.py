"""The sentence about who has reported a month."""

from datetime import date

from budget.due_dates import DueDate
from budget.openness_count import OpennessCount
from budget.view import View
from budget.wording.decimal import decimal
from budget.wording.month import day, month
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext


def openness_sentence(count: OpennessCount, view: View, due: DueDate | None, today: date) -> str:
    """How many of how many units have reported a month, on time, and by how long the others are overdue.

    Args:
        count: Of the month.
        view: Year, month and basis.
        due: By when the month has to be reported; None where the calendar lacks it.
        today: The day that it is judged on.
    """
    return _reported(count, view, due, today) + _withdrawn(count.withdrawn)


def _withdrawn(number: int) -> str:
    if not number:
        return ""
    words = ngettext("Angka %(number)s satker ditarik.", "Angka %(number)s satker ditarik.", number)
    return " " + words % {"number": decimal(number)}


def _reported(count: OpennessCount, view: View, due: DueDate | None, today: date) -> str:
    facts = {
        "month": month(view.bulan),
        "year": view.tahun,
        "reported": decimal(count.reported),
        "expected": decimal(count.expected),
        "on_time": decimal(count.on_time),
        "missing": decimal(count.missing),
    }
    if due is None or not count.expected:
        if view.dana == "hibah":
            return _("Untuk %(month)s %(year)s tidak ada laporan hibah yang ditunggu.") % facts
        return _("Untuk %(month)s %(year)s tidak ada laporan yang ditunggu.") % facts
    if count.not_due:
        facts["due"] = day(due.jatuh_tempo)
        return (
            _("Untuk %(month)s %(year)s, %(reported)s dari %(expected)s satker sudah melapor; jatuh tempo %(due)s.")
            % facts
        )
    if not count.missing:
        return (
            _("Untuk %(month)s %(year)s, %(reported)s dari %(expected)s satker sudah melapor, %(on_time)s tepat waktu.")
            % facts
        )
    days = (today - due.jatuh_tempo).days
    facts["days"] = decimal(days)
    return (
        ngettext(
            "Untuk %(month)s %(year)s, %(reported)s dari %(expected)s satker sudah melapor, %(on_time)s tepat waktu; "
            "%(missing)s lewat jatuh tempo %(days)s hari.",
            "Untuk %(month)s %(year)s, %(reported)s dari %(expected)s satker sudah melapor, %(on_time)s tepat waktu; "
            "%(missing)s lewat jatuh tempo %(days)s hari.",
            days,
        )
        % facts
    )
