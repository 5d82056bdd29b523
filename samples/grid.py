"""Where the columns of an export stand."""

from dataclasses import dataclass


def _letters(index: int) -> str:
    return chr(65 + index) if index < 26 else f"{chr(64 + index // 26)}{chr(65 + index % 26)}"


@dataclass(frozen=True)
class Grid:
    """Where the columns of an export stand; the one with items has one column more before the amounts.

    Attributes:
        shift: 0 for the plain export, 1 for the one with items.
    """

    shift: int

    @property
    def letters(self) -> tuple[str, ...]:
        """Names of all columns, `A` to `AH` (or `AI`)."""
        return tuple(_letters(index) for index in range(34 + self.shift))

    def column(self, letter: str) -> int:
        """Index of a column that the plain export calls so; from P on they move with the shift."""
        index = 0
        for sign in letter:
            index = index * 26 + ord(sign) - 64
        return index - 1 + (self.shift if index > 15 else 0)

    def span(self, span: str) -> tuple[int, int]:
        """First and last column of a merged range that the plain export calls so, e.g. `A:O`.

        A range of description cells, which ends in O, ends before the first amount in both exports.
        """
        first, last = span.split(":")
        return self.column(first), self.column("P") - 1 if last == "O" else self.column(last)
