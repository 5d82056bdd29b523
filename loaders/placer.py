"""Where totals stand."""

from collections.abc import Callable, Sequence

from loaders.raw_text import raw_text
from loaders.sheet import Sheet


def placer(sheet: Sheet, rows: Sequence[int], column: int) -> Callable[[int], tuple[str, str, str]]:
    """For `loaders.reconcile`: sheet, cell and raw text of a total, by its index among `rows`."""

    def place(index: int) -> tuple[str, str, str]:
        return sheet.name, sheet.address(rows[index], column), raw_text(sheet.rows[rows[index]][column])

    return place
