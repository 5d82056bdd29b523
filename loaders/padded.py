"""Numbers that are shown with leading zeros."""

from loaders.sheet import Cell


def padded(value: Cell, digits: int) -> Cell:
    """A whole number as it is shown, e.g. `051` for 51 in format `000`; any other value as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if isinstance(value, float) and not value.is_integer():
        return value
    return f"{int(value):0{min(digits, 32)}d}"
