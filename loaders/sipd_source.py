"""The source of funds that an SIPD sheet names."""

import re

from budget.issue import Issue
from budget.sumber_dana import SUMBER_DANA
from loaders.header import Header
from loaders.label import label
from loaders.sheet import Cell, Sheet

_CODE = re.compile(rf"\b({'|'.join(SUMBER_DANA)})\b")


def sipd_source(sheet: Sheet, header: Header, declared: str | None) -> tuple[str | None, list[Issue]]:
    """The code beside `Sumber Dana` above the heading.

    Args:
        sheet: Where the table is.
        header: Its heading.
        declared: What the person who uploads says.

    Returns:
        The code where the sheet names exactly one, else None, so that what was declared counts; and an error where it
        names several and the declared one is none of them.
    """
    codes: set[str] = set()
    place = None
    for number, row in enumerate(sheet.rows[: header.row]):
        texts = [cell for cell in row if isinstance(cell, str)]
        column = next((at for at, cell in enumerate(row) if _is_label(cell)), None)
        if column is not None:
            codes |= set(_CODE.findall(" ".join(texts).upper()))
            place = sheet.address(number, column)
    if len(codes) == 1:
        return codes.pop(), []
    if not codes or declared is None or declared in codes:
        return None, []
    facts = {"raw": declared, "expected": " atau ".join(sorted(codes))}
    return None, [Issue.of("source-of-funds-contradicts", sheet=sheet.name, cell=place, **facts)]


def _is_label(cell: Cell) -> bool:
    return isinstance(cell, str) and label(cell).startswith("sumber dana")
