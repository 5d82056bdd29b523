"""What a unit says about its figures of a month, and what was withdrawn."""

from typing import NamedTuple

from budget.reasons import reasons
from budget.remark import Remark
from budget.satker import Satker
from budget.slice import RPD
from budget.wording.language import language
from views.asked import Asked
from views.published import Published
from views.render import render


class _Row(NamedTuple):
    remark: Remark
    reason: str


def remarks_part(shown: Published, asked: Asked, unit: Satker) -> str:
    """The unit's own reasons and notes for the month of the view, and a mark where figures were withdrawn.

    Empty where nothing is said.
    """
    view = asked.view
    own = [
        one
        for one in shown.remarks.get(unit.kode_satker, ())
        if (one.slice.tahun, one.slice.bulan) == (view.tahun, view.bulan)
        and view.covers(one.slice.sumber_dana)
        and one.slice.kind != RPD
    ]
    if not own:
        return ""
    rows = [_Row(one, reasons(language())[one.reason] if one.reason else "") for one in own]
    return render(
        "remarks.html",
        asked=asked,
        unit=unit,
        said=[row for row in rows if not row.remark.withdrawn],
        withdrawn=[row.remark for row in rows if row.remark.withdrawn],
    )
