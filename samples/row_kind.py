"""How the rows of one level are laid out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RowKind:
    """How the rows of one level are laid out, in the plain export's letters.

    Attributes:
        code: Merged range of the code; None where code and description share one cell.
        text: Merged range of the description.
        text_style: Cell format of code and description.
        number_style: Cell format of the amounts.
        middle_style: Cell format of `Periode Lalu` and `Periode Ini`.
        percent_style: Cell format of the percentage.
        line: Characters that fit in one line of the description.
    """

    code: str | None
    text: str
    text_style: int
    number_style: int
    middle_style: int
    percent_style: int
    line: int
