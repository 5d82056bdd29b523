"""A gap in percentage points."""

from decimal import Decimal

from budget.wording.decimal import decimal


def points(gap: float | None) -> str:
    """A gap in whole percentage points with its sign: `+3`, `−12`, `0`; an en dash where there is none."""
    if gap is None:
        return "–"
    words = decimal(Decimal(gap))
    return f"+{words}" if gap > 0 and words != "0" else words
