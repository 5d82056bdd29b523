"""A gap in percentage points."""

from decimal import ROUND_HALF_UP, Decimal

from budget.wording.rupiah import MINUS


def points(gap: float | None) -> str:
    """A gap in whole percentage points with its sign: `+3`, `−12`, `0`; an en dash where there is none."""
    if gap is None:
        return "–"
    value = int(Decimal(gap).quantize(Decimal(1), ROUND_HALF_UP))
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{abs(value)}"
