"""What a page shows of one unit or of many."""

from dataclasses import dataclass

from budget.coverage import Coverage
from budget.month_point import MonthPoint
from budget.standing import Standing
from budget.target_basis import TargetBasis
from budget.view import View


@dataclass(frozen=True)
class Picture:
    """What a page shows of one unit or of many, for one view of one release.

    Attributes:
        view: What was asked for.
        all: The whole of the units that reported.
        coverage: How many did.
        units: Each expected unit, in the order of the region codes.
        jenis: Each jenis belanja that the units have.
        months: The cumulative line of the units that reported.
        targets: (month, rupiah) of the target line, see `TargetLine`.
        sources: The sources of funds that are in it.
        sample: Invented figures are in it, or in the months before.
        data_until: Newest upload in it, ISO 8601 in UTC; empty where nothing was reported.
        target_basis: What `targets` come from; None without any.
        planned: How many of the units that reported are judged by their own plan.
    """

    view: View
    all: Standing
    coverage: Coverage
    units: tuple[Standing, ...]
    jenis: tuple[Standing, ...]
    months: tuple[MonthPoint, ...]
    targets: tuple[tuple[int, int], ...]
    sources: tuple[str, ...]
    sample: bool
    data_until: str
    target_basis: TargetBasis | None = None
    planned: int = 0
