"""Rupiah in a few digits."""

from decimal import ROUND_HALF_UP, Decimal

from budget.wording.rupiah import MINUS, rupiah

_UNITS = ((10**6, "juta"), (10**9, "miliar"), (10**12, "triliun"))


def short_rupiah(amount: int | None) -> str:
    """Rupiah with one decimal in the unit that leaves at most three digits: `Rp4,1 miliar`; below a million in full."""
    if amount is None or abs(amount) < 10**6:
        return rupiah(amount)
    scaled = ((_scale(amount, size), name) for size, name in _UNITS)
    value, name = next((pair for pair in scaled if pair[0] < 1000), (_scale(amount, _UNITS[-1][0]), _UNITS[-1][1]))
    digits = f"{value:,.1f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS if amount < 0 else ''}Rp{digits} {name}"


def _scale(amount: int, size: int) -> Decimal:
    return (Decimal(abs(amount)) / size).quantize(Decimal("0.1"), ROUND_HALF_UP)
