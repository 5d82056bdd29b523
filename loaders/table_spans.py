"""Which lines a total of a table sums."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


def table_spans(
    lines: Sequence[int], totals: Sequence[int], ends: Mapping[int, int], leaves: Numbers, printed: Numbers
) -> tuple[Numbers, Numbers]:
    """First and one past the last line that each total sums.

    A group sums the lines below it up to its end. Any other total sums the lines since the total before
    it, or all lines above; where only one of the two fits its printed amount that one is meant, else all lines are, so
    that a wrong total is held against everything. A total above all lines sums all of them.

    Args:
        lines: Rows of the lines, ascending.
        totals: Rows of the totals, ascending.
        ends: For each group among the totals, the row before which it ends.
        leaves: One amount of each line, for telling which lines a total means.
        printed: The same amount of each total.
    """
    running = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(leaves, dtype=np.int64)))
    starts, stops, before = [], [], 0
    for index, row in enumerate(totals):
        stop = bisect_left(lines, row)
        if row in ends:
            starts.append(stop)
            stops.append(bisect_left(lines, ends[row]))
            continue
        start = before if running[stop] - running[before] == printed[index] else 0
        starts.append(start)
        stops.append(stop or len(lines))
        before = stop
    return np.array(starts, dtype=np.int64), np.array(stops, dtype=np.int64)
