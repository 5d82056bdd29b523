"""A cell's value as a person sees it."""

from datetime import datetime

from loaders.sheet import Cell


def raw_text(value: Cell) -> str:
    """The text of a cell as a person sees it: whole numbers without `.0`, dates as `DD-MM-YYYY`."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y}" if (value.hour, value.minute) == (0, 0) else f"{value:%d-%m-%Y %H:%M}"
    return str(value)
