"""Which lines a total of a table sums."""

import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from loaders.label import label
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec

_ROMAN = re.compile(r"^[ivx]+$")

Numbers = npt.NDArray[np.int64]


def table_spans(
    sheet: Sheet, spec: TableSpec, lines: Sequence[int], totals: Sequence[int], leaves: Numbers, printed: Numbers
) -> tuple[Numbers, Numbers]:
    """First and one past the last line that each total sums.

    A roman group sums the lines below it up to the next group. Any other total sums the lines since the total before
    it, or all lines above; where only one of the two fits its printed amount that one is meant, else all lines are, so
    that a wrong total is held against everything. A total above all lines sums all of them.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        lines: Rows of the lines, ascending.
        totals: Rows of the totals, ascending.
        leaves: One amount of each line, for telling which lines a total means.
        printed: The same amount of each total.
    """
    number = spec.columns.get("no")
    roman = [
        spec.roman_groups and number is not None and bool(_ROMAN.match(label(raw_text(sheet.rows[row][number]))))
        for row in totals
    ]
    running = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(leaves, dtype=np.int64)))
    starts, stops, before = [], [], 0
    for index, row in enumerate(totals):
        stop = bisect_left(lines, row)
        if roman[index]:
            following = [later for later, is_roman in zip(totals, roman, strict=True) if is_roman and later > row]
            starts.append(stop)
            stops.append(bisect_left(lines, following[0]) if following else len(lines))
            continue
        start = before if running[stop] - running[before] == printed[index] else 0
        starts.append(start)
        stops.append(stop or len(lines))
        before = stop
    return np.array(starts, dtype=np.int64), np.array(stops, dtype=np.int64)
