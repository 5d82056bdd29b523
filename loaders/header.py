"""The heading of a table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Header:
    """The heading of a table.

    Attributes:
        row: Its first row, zero-based.
        first: First row below it that is no heading and no row of column numbers, zero-based.
        labels: Normalised label of each column; over several heading rows joined with ` / `, a merged heading
            reaching over the blank columns to its right. Empty where a column has none.
    """

    row: int
    first: int
    labels: tuple[str, ...]
