"""A number that is in percent already."""

from decimal import Decimal
from fractions import Fraction

from budget.wording.decimal import decimal
from budget.wording.language import language


def percentage(value: Fraction | float) -> str:
    """A percentage with one decimal: `58,8 %`, in English `58.8%`."""
    exact = Fraction(value)
    space = "\N{NO-BREAK SPACE}" if language() == "id" else ""
    return f"{decimal(Decimal(exact.numerator) / exact.denominator, 1)}{space}%"
