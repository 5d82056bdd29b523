"""How one unit reported one month."""

from typing import NamedTuple

from budget.openness_cell import OpennessCell


class UnitReport(NamedTuple):
    """How one unit reported one month that the calendar asks for.

    Attributes:
        tahun: Budget year.
        cell: The month.
    """

    tahun: int
    cell: OpennessCell
