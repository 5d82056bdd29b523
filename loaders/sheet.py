"""One tab as a raw grid."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from budget.issue import Issue
from loaders.address import address

Cell = str | int | float | bool | date | time | timedelta | None
"""The value of a cell as its file holds it; None where there is none."""


@dataclass(frozen=True)
class Sheet:
    """One tab as a raw grid with real cell addresses.

    Attributes:
        name: The tab's name as the file has it, `csv` for a text file.
        rows: Cells row by row, from A1 up to the last row that has a value; all rows are equally long.
        faults: Cells whose value cannot be trusted, by zero-based (row, column): what is seen there, e.g.
            `#REF!`, or the empty text for a formula that was never computed.
        hidden: True when a person does not see the tab.
        hidden_rows: Zero-based rows that a person does not see; they are read like any other.
        hidden_columns: Zero-based columns that a person does not see; they are read like any other.
        issues: What a person has to know about the file or the tab before any meaning is looked for.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: Set[int] = frozenset()
    hidden_columns: Set[int] = frozenset()
    issues: tuple[Issue, ...] = ()

    def address(self, row: int, column: int) -> str:
        """The address of a cell as a spreadsheet writes it, from zero-based row and column."""
        return address(row, column)
