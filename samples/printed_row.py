"""One row of the printed table."""

from typing import NamedTuple


class PrintedRow(NamedTuple):
    """One row of the printed table: a heading or leaf, its continuation on the next page, or a footnote.

    Attributes:
        row: Index among the outline's rows; -1 for a footnote.
        text: What stands in the description cell.
        height: Points.
        repeated: Whether it continues a row that a page break cut.
    """

    row: int
    text: str
    height: int
    repeated: bool
