"""Cells left blank that say elsewhere in their column what a line is of."""

from collections.abc import Set
from typing import Final

from budget.field_words import FIELD_WORDS
from budget.issue import Issue
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec

KEYS: Final = ("kode_satker", "tahun", "bulan")


def table_gaps(sheet: Sheet, spec: TableSpec, filled: Set[str], row: int) -> list[Issue]:
    """A question for each key cell of a line that is blank though others of its column are not.

    It may belong to the cell above (merged) or to what the title says: nobody can tell.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        filled: Which of `KEYS` some line of the table fills in.
        row: Zero-based row of the line.
    """
    return [
        Issue.of(
            "key-blank",
            sheet=sheet.name,
            cell=sheet.address(row, spec.columns[name]),
            field=FIELD_WORDS[name].casefold(),
            row=row + 1,
        )
        for name in KEYS
        if name in filled and sheet.rows[row][spec.columns[name]] is None
    ]
