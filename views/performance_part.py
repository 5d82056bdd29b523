"""NKPA and spending at the year's end."""

from collections.abc import Collection

from budget.jenis_belanja import jenis_belanja
from budget.nkpa import Nkpa
from budget.picture import Picture
from budget.wording.language import language
from budget.year_end_rush import YearEndRush
from views.asked import Asked
from views.basis_line import basis_line
from views.published import Published
from views.render import render


def performance_part(shown: Published, asked: Asked, picture: Picture, codes: Collection[str]) -> str:
    """NKPA with its whole calculation, and how much of the year was spent at its end.

    Args:
        shown: The release.
        asked: The view.
        picture: Of the same units.
        codes: Their satker codes.
    """
    grant = asked.view.dana == "hibah"
    return render(
        "performance.html",
        asked=asked,
        nkpa=None if grant else Nkpa.of(shown.cube, codes, asked.view, shown.withdrawn),
        units=len(codes),
        rush=YearEndRush.of(picture.months, asked.view.bulan, picture.coverage.reported),
        kinds=jenis_belanja(language()),
        # The score is defined against the newest revision.
        basis_line=basis_line(picture, revised=True),
    )
