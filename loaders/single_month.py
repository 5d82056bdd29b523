"""Cells that name one month."""

import re
from datetime import date

from loaders.label import tidy
from loaders.period import period
from loaders.raw_text import raw_text
from loaders.sheet import Cell

_NUMBER = re.compile(r"0?[1-9]|1[0-2]")
_WORD = re.compile(r"(?:bulan\s+)?[^\W\d_]{3,}\.?(?:[\s,/'-]*(?:20)?\d\d)?", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]20\d\d|20\d\d-\d{1,2}-\d{1,2}")


def single_month(cell: Cell) -> bool:
    """Whether a cell names one month and nothing else: `3`, `03`, `Maret`, `Mar-26`, `Maret 2026`, a date in it.

    A quarter, several months (`Jan–Mar`) or `s.d. Maret` is more than one month, and no number of a month is outside
    1–12.
    """
    if isinstance(cell, date):
        return True
    text = tidy(raw_text(cell)).lstrip("'")
    if _NUMBER.fullmatch(text):
        return True
    named = _WORD.fullmatch(text) or _DATE.fullmatch(text)
    return named is not None and period(text).bulan is not None
