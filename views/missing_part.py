"""How many units still have to report."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

import pandas as pd

from budget.due_dates import DueDate, due_dates
from budget.openness import openness
from budget.openness_count import OpennessCount
from budget.satker import Satker
from budget.view import View
from budget.wording.decimal import decimal
from budget.wording.month import day, month
from views.days_left import days_left
from views.render import render


def missing_part(
    history: pd.DataFrame,
    units: Sequence[Satker],
    periods: Mapping[int, Collection[int]],
    today: date,
    kode: str | None = None,
) -> str:
    """How many of the units have not reported the month that was due last, and which is due next, as HTML; Indonesian.

    Args:
        history: As `store.read_history` gives it.
        units: Whose reports are meant, of one province or of all.
        periods: Months for which there are figures, by budget year.
        today: Day in WIB.
        kode: Province whose page is meant, where more than one is shown.
    """
    calendar = due_dates()
    past = [due for due in calendar.values() if due.jatuh_tempo < today]
    coming = [due for due in calendar.values() if due.jatuh_tempo >= today]
    words, href = "Belum ada laporan yang lewat jatuh tempo.", "/keterbukaan"
    if past:
        last = max(past, key=lambda due: due.jatuh_tempo)
        view = View(last.tahun, last.bulan)
        count = openness(history, units, view, today, calendar).months[last.bulan - 1]
        words = _words(count, view, (today - last.jatuh_tempo).days)
        if last.bulan in periods.get(last.tahun, ()):
            href = f"/keterbukaan?{urlencode(_address(view, kode))}"
    if coming:
        words += f" {_next(min(coming, key=lambda due: due.jatuh_tempo), today)}"
    return render("missing_part.html", words=words, href=href)


def _words(count: OpennessCount, view: View, days: int) -> str:
    what, expected = f"melapor {month(view.bulan)} {view.tahun}", decimal(count.expected)
    withdrawn = f" Angka {decimal(count.withdrawn)} satker ditarik." if count.withdrawn else ""
    if not count.missing:
        return f"Semua {expected} satker sudah {what}.{withdrawn}"
    return (
        f"{decimal(count.missing)} dari {expected} satker belum {what}, lewat jatuh tempo {decimal(days)} hari."
        f"{withdrawn}"
    )


def _next(one: DueDate, today: date) -> str:
    days = days_left(one.jatuh_tempo, today)
    return f"Berikutnya {month(one.bulan)} {one.tahun}: paling lambat {day(one.jatuh_tempo)}, {days}."


def _address(view: View, kode: str | None) -> dict[str, object]:
    place = {"kode": kode} if kode else {}
    return {"tahun": view.tahun, "bulan": view.bulan, "dana": view.dana, **place}
