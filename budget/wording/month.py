"""Months in Indonesian."""

import calendar

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ROMAN = ("I", "II", "III", "IV")


def month(bulan: int) -> str:
    """The month's name, e.g. `September`."""
    return MONTHS[bulan - 1]


def last_day(tahun: int, bulan: int) -> str:
    """The month's last day, e.g. `30 September 2026`."""
    return f"{calendar.monthrange(tahun, bulan)[1]} {month(bulan)} {tahun}"
