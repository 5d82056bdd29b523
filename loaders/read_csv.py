"""Text files with separated values."""

import csv
import io
from collections import Counter
from itertools import islice

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.make_sheet import make_sheet
from loaders.sheet import Sheet

DELIMITERS = (";", "\t", ",", "|")
_PROBE = 300


def read_csv(text: str) -> tuple[Sheet, ...]:
    """Reads separated text; the delimiter is told by consistency.

    Args:
        text: The text of the file.

    Returns:
        One sheet named `csv`; every value is text, addresses are those a spreadsheet would give.

    Raises:
        Unreadable: The quoting is broken, or there is too much of it.
    """
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    width = 0
    try:
        for row in reader:
            rows.append(row)
            width = max(width, len(row))
            if len(rows) > limits.ROWS or width > limits.COLUMNS or len(rows) * width > limits.AREA_CELLS:
                raise Unreadable(Issue.of("too-many-cells", sheet="csv", limit=limits.VALUED_CELLS))
    except csv.Error as error:
        if "field limit" in str(error):
            place = f"di baris {len(rows) + 1}"
            raise Unreadable(
                Issue.of("cell-too-long", sheet="csv", cell=place, limit=limits.CELL_CHARACTERS)
            ) from error
        raise Unreadable(Issue.of("csv-damaged", sheet="csv", row=reader.line_num)) from error
    return (make_sheet("csv", rows),)


def _delimiter(text: str) -> str:
    probe = io.StringIO(text, newline="")
    lines = list(islice(probe, _PROBE))

    def score(delimiter: str) -> int:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
        except csv.Error:
            return 0
        return max(((width - 1) * count for width, count in widths.items()), default=0)

    return max(DELIMITERS, key=score)
