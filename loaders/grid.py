"""Raw cells as parsers give them, made equal."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import cast

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.address import address
from loaders.sheet import Cell

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def grid(rows: Iterable[Sequence[object]]) -> tuple[tuple[Cell, ...], ...]:
    """One grid from whatever a parser gives: same empties, same dates, same escapes, same width.

    Args:
        rows: Rows from the first of the sheet on; the empty text and None are both no value.

    Returns:
        The rows up to the last one with a value, all as wide as the widest.
    """
    out: list[list[Cell]] = []
    last = width = 0
    for number, row in enumerate(rows):
        cells = [_cell(value, number, column) for column, value in enumerate(row)]
        used = len(cells)
        while used and cells[used - 1] is None:
            used -= 1
        if used:
            last = number + 1
            width = max(width, used)
        out.append(cells)
    return tuple(tuple(row[:width] + [None] * (width - len(row))) for row in out[:last])


def _cell(value: object, row: int, column: int) -> Cell:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        if len(value) > limits.CELL_CHARACTERS:
            raise Unreadable(Issue.of("cell-too-long", cell=address(row, column), limit=limits.CELL_CHARACTERS))
        if "_x" in value:
            value = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return cast(Cell, value)
