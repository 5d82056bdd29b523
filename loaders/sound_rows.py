"""Lines of a table whose amounts can be read."""

from collections.abc import Mapping

from budget.issue import Issue
from loaders.amount import Amounts
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_rows import TableRows
from loaders.table_spec import TableSpec


def sound_rows(
    sheet: Sheet, spec: TableSpec, found: TableRows, amounts: Mapping[str, Amounts]
) -> tuple[list[int], list[Issue]]:
    """The lines whose amounts can be read; an issue for every amount that cannot, of lines and of totals.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        found: What each row is.
        amounts: Cast columns, by field, indexed by row.
    """
    issues = []
    faulty = set()
    for name, column in amounts.items():
        for row, fault in sorted(column.faults.items()):
            faulty.add(row)
            where = spec.columns[name]
            raw = raw_text(sheet.rows[row][where])
            facts = {"field": name, "row": row + 1, "kode": ""}
            cell = sheet.address(row, where)
            issues.append(Issue.of(fault, sheet=sheet.name, cell=cell, raw=raw, expected="rupiah bulat", **facts))
    return [row for row in found.lines if row not in faulty], issues
