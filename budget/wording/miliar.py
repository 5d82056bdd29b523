"""Rupiah in miliar, for a column that names the unit."""

from decimal import ROUND_HALF_UP, Decimal

from budget.wording.rupiah import MINUS, rupiah


def miliar(amount: int | None) -> str:
    """Rupiah in thousand millions with two decimals, id-ID and without the unit: `4,12`."""
    if amount is None:
        return rupiah(None)
    value = (Decimal(abs(amount)) / 10**9).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{MINUS if amount < 0 else ''}{value:,.2f}".translate(str.maketrans(",.", ".,"))
