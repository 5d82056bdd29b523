"""Koreksi: did figures change?"""

from budget.correction import Correction
from budget.reference import Reference
from budget.wording.decimal import decimal
from budget.wording.month import month
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext
from store.read_changes import read_changes
from views.asked import Asked
from views.frame import Choice, frame
from views.ledger_part import ledger_part
from views.published import Published
from views.region import unit_choice
from views.render import render
from views.screen import Screen


def koreksi(shown: Published, asked: Asked) -> Screen:
    """The page of what releases replaced and withdrew: of all units or one, of all budget years or one."""
    ledger = [change for change in read_changes(shown.database, shown.release.number) if _asked_for(change, asked)]
    withdrawn = sum(change.after is None for change in ledger)
    sentence = _sentence(shown, asked, len(ledger)) + _withdrawn(withdrawn)
    title = _("Catatan koreksi")
    choices = [unit_choice(asked, all_words=_("Semua satker")), _years(shown, asked)]
    top, bottom = frame(shown, asked, choices, sample=shown.sample, citation=title)
    head = render(
        "ledger_top.html",
        asked=asked,
        sentence=sentence,
        number=len(ledger),
        csv=f"/data/rilis/{shown.release.number}/koreksi.csv",
    )
    return Screen(title=title, description=sentence, parts=(top, head, ledger_part(ledger, asked), bottom))


def _asked_for(change: Correction, asked: Asked) -> bool:
    unit = Reference.load().by_kode_wilayah[asked.kode].kode_satker if asked.kode else change.slice.kode_satker
    return change.slice.kode_satker == unit and asked.anggaran in {"", str(change.slice.tahun)}


def _years(shown: Published, asked: Asked) -> Choice:
    years = [(str(year), str(year)) for year in sorted(shown.periods, reverse=True)]
    return Choice("anggaran", _("Tahun anggaran"), [("", _("Semua tahun")), *years], asked.anggaran)


def _withdrawn(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "%(number)s di antaranya ditarik tanpa pengganti.", "%(number)s di antaranya ditarik tanpa pengganti.", number
    )
    return " " + words % {"number": decimal(number)}


def _sentence(shown: Published, asked: Asked, number: int) -> str:
    first = min(shown.periods)
    facts = {
        "since": f"{month(shown.periods[first][0])} {first}",
        "number": decimal(number),
        "who": Reference.load().by_kode_wilayah[asked.kode].nama if asked.kode else _("satker"),
        "year": asked.anggaran,
    }
    if not number and asked.anggaran:
        return _("Belum ada angka %(who)s tahun anggaran %(year)s yang berubah di rilis baru.") % facts
    if not number:
        return _("Sejak %(since)s belum ada angka %(who)s yang berubah di rilis baru.") % facts
    if asked.anggaran:
        return (
            ngettext(
                "%(number)s laporan %(who)s tahun anggaran %(year)s berubah di rilis baru; "
                "semua versi lama tetap dapat dibuka.",
                "%(number)s laporan %(who)s tahun anggaran %(year)s berubah di rilis baru; "
                "semua versi lama tetap dapat dibuka.",
                number,
            )
            % facts
        )
    return (
        ngettext(
            "Sejak %(since)s, %(number)s laporan %(who)s berubah di rilis baru; semua versi lama tetap dapat dibuka.",
            "Sejak %(since)s, %(number)s laporan %(who)s berubah di rilis baru; semua versi lama tetap dapat dibuka.",
            number,
        )
        % facts
    )
