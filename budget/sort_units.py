"""In which order units are shown."""

from collections.abc import Callable, Sequence
from typing import Final, Literal

from budget.standing import Standing
from budget.state import State

UnitOrder = Literal["kode", "selisih_rp", "selisih_poin"]

_GAPS: Final[dict[UnitOrder, Callable[[Standing], float | None]]] = {
    "selisih_rp": lambda unit: unit.pace.gap_rp,
    "selisih_poin": lambda unit: unit.pace.gap_points,
}


def sort_units(units: Sequence[Standing], order: UnitOrder = "kode") -> tuple[Standing, ...]:
    """Sorts units by what a reader asked for; nothing is ranked unless asked.

    Args:
        units: In the order of their region codes, as in a `Picture`.
        order: `kode` leaves that order; `selisih_rp` and `selisih_poin` begin with the unit furthest behind its
            target, in rupiah or in percentage points.

    Returns:
        Equal gaps in the order of codes; units without a gap last, in the order of codes.
    """
    gap = _GAPS.get(order)
    if gap is None:
        return tuple(units)
    worded = (State.MELAPOR, State.NOL)
    known = [(value, unit) for unit in units if unit.state in worded and (value := gap(unit)) is not None]
    last = [unit for unit in units if unit.state not in worded or gap(unit) is None]
    return (*(unit for _, unit in sorted(known, key=lambda pair: pair[0])), *last)
