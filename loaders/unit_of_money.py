"""What a 1 in the amount columns stands for."""

from loaders.header import Header
from loaders.sheet import Sheet
from loaders.units_of_money import units_of_money


def unit_of_money(sheet: Sheet, header: Header) -> tuple[int | None, tuple[int, int] | None]:
    """Reads the unit label above or in the heading.

    Returns:
        Rupiah per 1, and where the label stands (zero-based row and column); None and None without a label. Where
        labels contradict each other it is the largest unit, and `unit_questions` asks.
    """
    found = units_of_money(sheet, header)
    return max(found) if found else (None, None)
