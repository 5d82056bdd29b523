"""A sheet, put together cell by cell."""

from collections.abc import Iterable
from typing import NoReturn

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.address import address
from loaders.make_sheet import make_sheet
from loaders.sheet import Cell, Sheet
from loaders.visible import visible


class SheetBuilder:
    """Takes the cells of one tab in any order, and refuses what is too much or too far away.

    Attributes:
        name: The tab's name.
        hidden: True when a person does not see the tab.
        hidden_rows: Zero-based rows that a person does not see.
        hidden_columns: Zero-based columns that a person does not see.
    """

    def __init__(self, name: str) -> None:
        self.name = visible(name)
        self.hidden = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._cells: dict[int, dict[int, Cell]] = {}
        self._faults: dict[tuple[int, int], str] = {}
        self._count = 0
        self._last = (0, 0)

    def put(self, row: int, column: int, value: Cell, fault: str | None = None) -> None:
        """Keeps a cell with a value, or with a fault (what is seen there; empty: a formula never computed).

        Args:
            row: Zero-based row.
            column: Zero-based column.
            value: What the cell holds.
            fault: Why it cannot be trusted.

        Raises:
            Unreadable: The sheet has too many cells, the cell is too far away or was filled before, or its text is too
                long.
        """
        if not (0 <= row <= self._last[0] and 0 <= column <= self._last[1]):
            self._grow(row, column)
        self._count += 1
        if self._count > limits.VALUED_CELLS:
            raise Unreadable(Issue.of("too-many-cells", sheet=self.name, limit=limits.VALUED_CELLS))
        if isinstance(value, str) and len(value) > limits.CELL_CHARACTERS:
            raise Unreadable(
                Issue.of("cell-too-long", sheet=self.name, cell=address(row, column), limit=limits.CELL_CHARACTERS)
            )
        cells = self._cells.setdefault(row, {})
        if column in cells:
            raise Unreadable(Issue.of("cell-twice", sheet=self.name, cell=address(row, column)))
        cells[column] = value
        if fault is not None:
            self._faults[row, column] = fault

    def _grow(self, row: int, column: int) -> None:
        if row < 0 or column < 0:
            self.far(row, column)
        last_row, last_column = self._last = max(row, self._last[0]), max(column, self._last[1])
        too_far = last_row >= limits.ROWS or last_column >= limits.COLUMNS
        if too_far or (last_row + 1) * (last_column + 1) > limits.AREA_CELLS:
            self.far(row, column)

    def far(self, row: int, column: int) -> NoReturn:
        """Refuses a cell that is too far away."""
        raw = address(row, column) if 0 <= row < 10**9 and 0 <= column < 10**6 else f"baris {row + 1}"
        raise Unreadable(Issue.of("far-cell", sheet=self.name, raw=raw))

    def build(self, issues: Iterable[Issue] = ()) -> Sheet:
        """The sheet.

        Args:
            issues: What a person has to know about it beside what its cells tell.
        """
        width = self._last[1] + 1
        height = max(self._cells, default=-1) + 1
        rows = []
        for number in range(height):
            row: list[Cell] = [None] * width
            for column, value in self._cells.get(number, {}).items():
                row[column] = value
            rows.append(row)
        return make_sheet(
            self.name,
            rows,
            faults=self._faults,
            hidden=self.hidden,
            hidden_rows=self.hidden_rows,
            hidden_columns=self.hidden_columns,
            issues=issues,
        )
