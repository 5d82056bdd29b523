"""The rows of an SIPD sheet, with how deep they lie."""

from collections.abc import Sequence

from loaders.label import tidy
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.sipd_row import SipdRow

_PER_COLUMN = 20


def sipd_rows(sheet: Sheet, first: int, code_columns: Sequence[int]) -> list[SipdRow]:
    """Every row that has a code, in order.

    Args:
        sheet: Where the table is.
        first: First row below the heading.
        code_columns: The columns of codes, left to right; the last holds the rekening.
    """
    found: list[SipdRow] = []
    for number in range(first, len(sheet.rows)):
        codes = tuple(tidy(raw_text(sheet.rows[number][column])).strip(".") for column in code_columns)
        filled = [position for position, code in enumerate(codes) if code and code[0].isdigit()]
        if filled:
            last = filled[-1]
            found.append(SipdRow(number, last * _PER_COLUMN + codes[last].count("."), codes, leaf=False))
    deepest = len(code_columns) - 1
    return [
        one._replace(leaf=one.depth >= deepest * _PER_COLUMN and (after is None or after.depth <= one.depth))
        for one, after in zip(found, [*found[1:], None], strict=True)
    ]
