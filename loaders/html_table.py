"""A table of a web page."""

from dataclasses import dataclass, field


@dataclass
class HtmlTable:
    """A table of a web page while it is read.

    Attributes:
        row: Row of the sheet that is being filled.
        left: First column of the table.
        last: Last row that it has filled.
        column: Where the next cell goes.
        right: One past the last column that it has filled.
        covered: Columns that a cell above still covers, each with the last row.
        cell: Row and column of the open cell.
        number: What the open cell says its exact number is.
        formula: True when the open cell has a formula.
        text: Pieces of its text.
        length: Characters of its text.
    """

    row: int
    left: int
    last: int
    column: int = 0
    right: int = 0
    covered: dict[int, int] = field(default_factory=dict)
    cell: tuple[int, int] | None = None
    number: str | None = None
    formula: bool = False
    text: list[str] = field(default_factory=list)
    length: int = 0
