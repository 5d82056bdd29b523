"""Decimals."""

from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

from budget.wording.language import locale

MINUS = "\N{MINUS SIGN}"


def decimal(value: Decimal | int, places: int = 0) -> str:
    """A number with so many decimals, half rounded up and away from zero, in the reader's separators: `1.234,5`."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    digits = format_decimal(abs(rounded), format=pattern, locale=locale(), decimal_quantization=False)
    return f"{MINUS if rounded < 0 else ''}{digits}"
