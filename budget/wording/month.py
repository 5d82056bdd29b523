"""Months and days."""

import calendar
from datetime import date

from babel.dates import format_date, get_month_names

from budget.wording.language import locale

ROMAN = ("I", "II", "III", "IV")


def month(bulan: int) -> str:
    """The month's name, e.g. `September`."""
    return str(get_month_names("wide", "stand-alone", locale())[bulan])


def short_month(bulan: int) -> str:
    """The month's name in a few letters, e.g. `Agu`."""
    return str(get_month_names("abbreviated", "stand-alone", locale())[bulan])


def last_day(tahun: int, bulan: int) -> str:
    """The month's last day, e.g. `30 September 2026`."""
    return day(date(tahun, bulan, calendar.monthrange(tahun, bulan)[1]))


def day(when: date) -> str:
    """A day, e.g. `5 Oktober 2026`."""
    return format_date(when, "d MMMM y", locale())
