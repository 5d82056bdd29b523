"""Raw cells as parsers give them, made equal."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import cast

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.address import address
from loaders.sheet import Cell
from loaders.visible import visible

ERRORS = frozenset({"#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#SPILL!", "#CALC!"})
"""What spreadsheet programs show in place of a value."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class Grid:
    """Raw cells, made equal.

    Attributes:
        rows: The rows up to the last one with a value, all as wide as the widest.
        errors: Text cells that show an error such as `#REF!`, by zero-based (row, column).
        unseen: Cells out of which characters were taken that nobody sees, zero-based (row, column).
    """

    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)
    errors: dict[tuple[int, int], str]
    unseen: tuple[tuple[int, int], ...]


def grid(rows: Iterable[Sequence[object]], sheet: str) -> Grid:
    """One grid from whatever a parser gives: same empties, same dates, same escapes, same width.

    Characters that nobody sees are taken out (`loaders.visible`).

    Args:
        rows: Rows from the first of the sheet on; the empty text and None are both no value.
        sheet: Name of the sheet, for the issue.

    Raises:
        Unreadable: A cell holds more text than a cell can.
    """
    out: list[list[Cell]] = []
    errors: dict[tuple[int, int], str] = {}
    unseen: list[tuple[int, int]] = []
    last = width = 0
    for number, row in enumerate(rows):
        cells: list[Cell] = []
        for column, value in enumerate(row):
            if value is None or value == "":
                cells.append(None)
            elif isinstance(value, str):
                text = value
                if not value.isprintable() or "_x" in value or len(value) > limits.CELL_CHARACTERS:
                    text = _text(value, sheet, (number, column), unseen)
                if text[:1] == "#" and text.strip() in ERRORS:
                    errors[number, column] = text.strip()
                cells.append(text or None)
            elif isinstance(value, date) and not isinstance(value, datetime):
                cells.append(datetime.combine(value, time()))
            else:
                cells.append(cast(Cell, value))
        used = len(cells)
        while used and cells[used - 1] is None:
            used -= 1
        if used:
            last = number + 1
            width = max(width, used)
        out.append(cells)
    made = tuple(tuple(row[:width] + [None] * (width - len(row))) for row in out[:last])
    return Grid(made, errors, tuple(unseen))


def _text(value: str, sheet: str, place: tuple[int, int], unseen: list[tuple[int, int]]) -> str:
    if len(value) > limits.CELL_CHARACTERS:
        limit = limits.CELL_CHARACTERS
        raise Unreadable(Issue.of("cell-too-long", sheet=sheet, cell=address(*place), limit=limit))
    if "_x" in value:
        value = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
    seen = visible(value)
    if seen != value:
        unseen.append(place)
    return seen
