"""Date and basis of every title."""

from budget.picture import Picture
from budget.sumber_dana import TIDAK_DIRINCI
from budget.wording.month import month
from budget.wording.translation import gettext as _


def basis_line(picture: Picture, *, revised: bool = False) -> str:
    """Date and basis in one line: `s.d. September 2026, pagu revisi, kas, APBN tanpa hibah`.

    Args:
        picture: Whose view it is.
        revised: The figures are against the revised ceiling whatever the view's basis is.
    """
    view = picture.view
    money = _("hibah") if view.dana == "hibah" else _("APBN tanpa hibah")
    if TIDAK_DIRINCI in picture.sources:
        money = _("sumber dana tidak dirinci, dapat memuat hibah")
    facts = {
        "month": month(view.bulan),
        "year": view.tahun,
        "pagu": _("pagu awal") if view.dasar == "awal" and not revised else _("pagu revisi"),
        "money": money,
    }
    return _("s.d. %(month)s %(year)s, %(pagu)s, kas, %(money)s") % facts
