"""A number without a unit."""

from decimal import Decimal
from fractions import Fraction

from budget.wording.decimal import decimal


def score(value: Fraction) -> str:
    """An exact number with one decimal: `82,5`."""
    return decimal(Decimal(value.numerator) / value.denominator, 1)
