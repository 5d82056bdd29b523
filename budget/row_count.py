"""What became of the rows that were read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RowCount:
    """What became of the rows that were read: each one is in exactly one of four classes.

    Attributes:
        lines: Budget lines.
        totals: Subtotals and totals, page-break repeats included.
        notes: Titles, headings, footnotes, signature blocks, blank rows inside the sheet.
        dropped: Rows left out, each with an issue.
    """

    lines: int
    totals: int
    notes: int
    dropped: int

    @property
    def read(self) -> int:
        """All rows that were read."""
        return self.lines + self.totals + self.notes + self.dropped
