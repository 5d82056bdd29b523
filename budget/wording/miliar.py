"""Rupiah in miliar, for a column that names the unit."""

from decimal import Decimal

from budget.wording.decimal import decimal
from budget.wording.rupiah import rupiah


def miliar(amount: int | None) -> str:
    """Rupiah in thousand millions with two decimals and without the unit: `4,12`."""
    return rupiah(None) if amount is None else decimal(Decimal(amount) / 10**9, 2)
