"""Date and basis of every title."""

from budget.picture import Picture
from budget.sumber_dana import TIDAK_DIRINCI
from budget.wording.month import month


def basis_line(picture: Picture) -> str:
    """Date and basis in one line: `s.d. September 2026, pagu revisi, kas, APBN tanpa hibah`."""
    view = picture.view
    money = "hibah" if view.dana == "hibah" else "APBN tanpa hibah"
    if TIDAK_DIRINCI in picture.sources:
        money = "sumber dana tidak dirinci, dapat memuat hibah"
    return f"s.d. {month(view.bulan)} {view.tahun}, pagu revisi, kas, {money}"
