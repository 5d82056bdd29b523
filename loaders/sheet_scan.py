"""What a sheet part holds, as the guard saw it."""

from dataclasses import dataclass, field


@dataclass
class SheetScan:
    """What a sheet part holds that a parser would hide or choke on; rows and columns are zero-based.

    Attributes:
        valued: Cells having a value.
        errors: Error cells (`t="e"`) by (row, column), with the text shown.
        uncomputed: Formulas without a cached value, (row, column).
        padded: Numbers shown with leading zeros (`051` stored as 51), with the count of digits shown.
        hidden_rows: Rows that a person does not see.
        hidden_columns: Columns that a person does not see.
    """

    valued: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    padded: dict[tuple[int, int], int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
