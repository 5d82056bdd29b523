"""The lines behind a ceiling."""

from collections.abc import Collection

from budget.initial_months import initial_months
from views.asked import Asked
from views.published import Published


def pagu_lines(shown: Published, asked: Asked, codes: Collection[str]) -> str:
    """The address of the lines whose ceilings add up to the pagu that is shown.

    Args:
        shown: The release.
        asked: The view; on the basis of initial ceilings these are the lines of the month that reported them first.
        codes: Satker codes of the units.

    Returns:
        The address; empty where the units began in different months, so that no one list has the sum.
    """
    if asked.view.dasar == "revisi":
        return asked.lines()
    months = {month for kode, own in initial_months(shown.cube, asked.view).items() if kode in codes for month in own}
    return asked.lines(bulan=months.pop(), dasar="revisi") if len(months) == 1 else ""
