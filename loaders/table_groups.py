"""Which numbered rows of a table are the sum of the rows below them."""

import re
from collections.abc import Sequence

from loaders.label import tidy
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec

_LEVELS = (
    (re.compile(r"[IVX]+"), 1),
    (re.compile(r"[A-Z]"), 0),
    (re.compile(r"\d+(?:\.\d+)*"), 2),
    (re.compile(r"[a-z]"), 20),
)


def table_groups(sheet: Sheet, spec: TableSpec, rows: Sequence[int]) -> dict[int, int]:
    """Rows whose number is of a higher kind than that of the next one: A above I above 1 above 1.1 above a.

    A row numbered I is a group only where rows numbered 1 follow it; a list of I, II, III has no groups.

    Args:
        sheet: Where the table is.
        spec: What the columns are; without `no` there are no groups.
        rows: Zero-based rows that name something and have an amount, ascending.

    Returns:
        For each group, the row before which what it sums ends.
    """
    column = spec.columns.get("no")
    if column is None:
        return {}
    levels = [(row, level) for row in rows if (level := _level(tidy(raw_text(sheet.rows[row][column])))) is not None]
    groups: dict[int, int] = {}
    for index, (row, level) in enumerate(levels[:-1]):
        if levels[index + 1][1] > level:
            ends = (later for later, other in levels[index + 1 :] if other <= level)
            groups[row] = next(ends, len(sheet.rows))
    return groups


def _level(text: str) -> int | None:
    number = text.strip(" .()'")
    level = next((level for pattern, level in _LEVELS if pattern.fullmatch(number)), None)
    return None if level is None else level + number.count(".")
