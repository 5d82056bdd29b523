"""What was replaced, in words."""

from budget.reference import Reference
from budget.slice import RPD, Slice
from budget.wording.month import month
from budget.wording.translation import gettext as _
from views.sumber_dana_words import sumber_dana_words


def correction_title(piece: Slice) -> str:
    """Unit, period and source of funds of what was replaced, e.g. `KPU Kota Batu, Mei 2026, RM`."""
    unit = Reference.load().by_kode_satker.get(piece.kode_satker)
    facts = {
        "who": unit.nama if unit else piece.kode_satker,
        "month": "" if piece.bulan is None else month(piece.bulan),
        "year": piece.tahun,
        "source": sumber_dana_words(piece.sumber_dana),
    }
    if piece.kind == RPD:
        return _("%(who)s, rencana penarikan dana %(year)s, %(source)s") % facts
    if piece.bulan is None:
        return _("%(who)s, pagu %(year)s, %(source)s") % facts
    return _("%(who)s, %(month)s %(year)s, %(source)s") % facts
