"""Where the heading of a table is."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.header import Header
from loaders.label import label
from loaders.raw_text import raw_text
from loaders.sheet import Cell, Sheet

_WITHIN = 60
_DEEPEST = 3
_NUMBER = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")
_STEP = 2
"""Column numbers leave out one at most; `1 | 51 | 60` is January of a jenis belanja."""


def find_header(sheet: Sheet, wanted: Sequence[re.Pattern[str]], need: int) -> Header | None:
    """Finds the first row of which `need` of the wanted patterns each match a label, with the rows that belong to it.

    Args:
        sheet: Where to look, in its first 60 rows.
        wanted: Patterns for `re.search` on normalised labels; each counts once.
        need: How many must be found, over all heading rows together.
    """
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        own = [label(cell) for cell in row if isinstance(cell, str)]
        if sum(any(pattern.search(text) for text in own) for pattern in wanted) < min(need, 2):
            continue
        header = header_at(sheet, number)
        if sum(any(pattern.search(text) for text in header.labels) for pattern in wanted) >= need:
            return header
    return None


def header_at(sheet: Sheet, number: int) -> Header:
    """The heading that begins in a row (zero-based): rows of words below it that stand under its columns join it."""
    rows = [number]
    while len(rows) < _DEEPEST and rows[-1] + 1 < len(sheet.rows) and _continues(sheet, number, rows[-1] + 1):
        rows.append(rows[-1] + 1)
    first = rows[-1] + 1
    if first < len(sheet.rows) and _is_numbering(sheet.rows[first]):
        first += 1
    spread = [_spread(sheet.rows[row], last=row == rows[-1]) for row in rows]
    labels = tuple(" / ".join(dict.fromkeys(part for part in parts if part)) for parts in zip(*spread, strict=True))
    return Header(number, first, labels)


def _continues(sheet: Sheet, number: int, below: int) -> bool:
    """A further heading row has words only, and fills columns that the heading leaves blank or stands under."""
    cells = [(column, cell) for column, cell in enumerate(sheet.rows[below]) if cell is not None]
    if len(cells) < 2 or not all(isinstance(cell, str) and not _looks_numeric(cell) for _, cell in cells):
        return False
    head = sheet.rows[number]
    filled = {column for column, cell in enumerate(head) if cell is not None}
    return head[cells[0][0]] is None or cells[0][0] > min(filled) or not {column for column, _ in cells} & filled


def _looks_numeric(text: str) -> bool:
    return any(character.isdigit() for character in text) and not any(character.isalpha() for character in text)


def _is_numbering(row: Sequence[Cell]) -> bool:
    found = [_NUMBER.fullmatch(raw_text(cell).strip()) for cell in row if cell is not None]
    numbers = [int(match[1]) for match in found if match is not None]
    if len(numbers) < 2 or len(numbers) < len(found) or numbers[0] != 1:
        return False
    return all(1 <= later - number <= _STEP for number, later in pairwise(numbers))


def _spread(row: Sequence[Cell], *, last: bool) -> list[str]:
    """Labels of a heading row; above the last row, a label reaches over the blanks to its right."""
    found: list[str] = []
    for cell in row:
        text = label(cell) if isinstance(cell, str) else ""
        found.append(text if text or last or not found else found[-1])
    return found
