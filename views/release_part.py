"""One release."""

from collections.abc import Iterable
from dataclasses import dataclass

from budget.reference import Reference
from budget.slice import RPD, Slice
from budget.wording.decimal import decimal
from budget.wording.month import month
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext
from store.release_file import ReleaseFile
from store.units_of_files import units_of_files
from views.asked import Asked
from views.known_changes import known_changes
from views.published import Published
from views.render import render
from views.sumber_dana_words import sumber_dana_words


@dataclass(frozen=True)
class _File:
    file: ReleaseFile
    units: str


def release_part(shown: Published, asked: Asked) -> str:
    """What the release shown changed and the files that it read; of one unit where one is asked about."""
    number, by_kode = shown.release.number, Reference.load().by_kode_wilayah
    only = by_kode[asked.kode].kode_satker if asked.kode else ""
    changes, units = known_changes(shown.database, number), units_of_files(shown.database, number)
    files = [
        _File(one, ", ".join(map(_name, units[one.sha256])))
        for one in changes.files
        if not only or only in units[one.sha256]
    ]
    return render(
        "data_release.html",
        asked=asked,
        release=shown.release,
        who=by_kode[asked.kode].nama if asked.kode else "",
        added=_periods(piece for piece in changes.added if only in {"", piece.kode_satker}),
        replaced=_periods(piece for piece in changes.replaced if only in {"", piece.kode_satker}),
        withdrawn=_periods(piece for piece in changes.withdrawn if only in {"", piece.kode_satker}),
        files=files,
    )


def _periods(pieces: Iterable[Slice]) -> list[tuple[str, str]]:
    """Period and source of funds with whose reports they are, in words."""
    found: dict[str, list[str]] = {}
    for piece in sorted(pieces, key=lambda one: (one.tahun, one.bulan or 0, one.sumber_dana, one.kode_satker)):
        found.setdefault(_period(piece), []).append(_name(piece.kode_satker))
    return [(period, ", ".join(names) if len(names) <= 3 else _number(len(names))) for period, names in found.items()]


def _period(piece: Slice) -> str:
    facts = {
        "month": "" if piece.bulan is None else month(piece.bulan),
        "year": piece.tahun,
        "source": sumber_dana_words(piece.sumber_dana),
    }
    if piece.kind == RPD:
        return _("Rencana penarikan dana %(year)s, %(source)s") % facts
    if piece.bulan is None:
        return _("Pagu %(year)s, %(source)s") % facts
    return _("%(month)s %(year)s, %(source)s") % facts


def _number(number: int) -> str:
    return ngettext("%(number)s satker", "%(number)s satker", number) % {"number": decimal(number)}


def _name(kode_satker: str) -> str:
    unit = Reference.load().by_kode_satker.get(kode_satker)
    return unit.nama if unit else kode_satker
