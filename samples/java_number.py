"""A number as Java's `Double.toString` writes it."""

from decimal import Decimal
from functools import lru_cache


@lru_cache(maxsize=65_536)
def java_number(value: float) -> str:
    """Writes a number as JasperReports does: `0.0`, `5310600.0`, `2.46078E8`, `6.43E-4`.

    Args:
        value: A whole number of rupiah, or a fraction as a float.
    """
    if not value:
        return "0.0"
    if isinstance(value, int):
        if -10_000_000 < value < 10_000_000:
            return f"{value}.0"
        sign, figures = ("-", str(-value)) if value < 0 else ("", str(value))
        return f"{sign}{figures[0]}.{figures[1:].rstrip('0') or '0'}E{len(figures) - 1}"
    if 1e-3 <= abs(value) < 1e7:
        return repr(value)
    number = Decimal(repr(value)).normalize()
    figures = "".join(map(str, number.as_tuple().digits))
    return f"{'-' if value < 0 else ''}{figures[0]}.{figures[1:] or '0'}E{number.adjusted()}"
