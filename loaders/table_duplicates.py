"""Rows of a table that stand in it twice."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from budget.issue import Issue
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_key import TableKey
from loaders.table_spec import TableSpec


def table_duplicates(sheet: Sheet, spec: TableSpec, keys: Mapping[int, TableKey], totals: Sequence[int]) -> list[Issue]:
    """An issue for each line that repeats an earlier one.

    Lines between the same two totals are compared cell by cell, the running number aside; in a table of one line per
    unit all lines are compared by unit, period and source of funds.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        keys: What each line is of, by zero-based row.
        totals: Rows of the totals, ascending: the same spending may stand in two groups.
    """
    seen: dict[object, int] = {}
    issues = []
    number = spec.columns.get("no")
    for row in sorted(keys):
        texts = [raw_text(cell).strip() for column, cell in enumerate(sheet.rows[row]) if column != number]
        same: object = keys[row] if spec.one_per_unit else (bisect_left(totals, row), *texts)
        if same in seen:
            column = _place(spec)
            cell = sheet.address(row, column)
            issues.append(Issue.of("row-twice", sheet=sheet.name, cell=cell, row=row + 1, above=seen[same] + 1))
        seen.setdefault(same, row)
    return issues


def _place(spec: TableSpec) -> int:
    names: Sequence[str] = ("kode_satker", "akun", "uraian")
    return next((spec.columns[name] for name in names if name in spec.columns), 0)
