"""What is wrong with a withdrawal plan."""

from collections.abc import Mapping, Sequence

from budget.issue import Issue
from budget.wording.rupiah import rupiah
from loaders.amount import Amounts
from loaders.plan_key import PlanKey
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec


def plan_faults(
    sheet: Sheet, spec: TableSpec, keys: Mapping[int, PlanKey], amounts: Amounts, blanks: Sequence[int]
) -> tuple[set[int], list[Issue]]:
    """Rows that cannot be part of a plan, and what to ask: blank and negative amounts, months that stand twice.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        keys: What each row is of.
        amounts: The plan's column, indexed by row.
        blanks: Rows that name a month and have no amount.

    Returns:
        The rows, each with an issue, and the issues.
    """
    by_jenis = {key.piece for key in keys.values() if key.jenis is not None}
    first: dict[PlanKey, int] = {}
    wrong: dict[int, Issue] = {row: _blank(sheet, spec, row) for row in blanks}
    for row, key in keys.items():
        cell, raw = _place(sheet, spec, row)
        if row in wrong:
            pass
        elif amounts.known[row] and amounts.values[row] < 0:
            raw = rupiah(int(amounts.values[row]))
            wrong[row] = Issue.of("plan-negative", sheet=sheet.name, cell=cell, raw=raw)
        elif key in first:
            wrong[row] = Issue.of(
                "plan-month-twice",
                sheet=sheet.name,
                cell=cell,
                raw=raw,
                row=row + 1,
                above=first[key] + 1,
                month=key.bulan,
                whose=key.whose,
            )
        elif key.jenis is None and key.piece in by_jenis:
            place = sheet.address(row, spec.columns["jenis"])
            wrong[row] = Issue.of("key-blank", sheet=sheet.name, cell=place, field="jenis belanja", row=row + 1)
        first.setdefault(key, row)
    return set(wrong), [wrong[row] for row in sorted(wrong)]


def _blank(sheet: Sheet, spec: TableSpec, row: int) -> Issue:
    cell, raw = _place(sheet, spec, row)
    if raw.strip(" -–—"):
        return Issue.of("not-a-number", sheet=sheet.name, cell=cell, raw=raw, expected="rupiah bulat")
    return Issue.of("plan-blank", sheet=sheet.name, cell=cell, raw=raw or None, row=row + 1)


def _place(sheet: Sheet, spec: TableSpec, row: int) -> tuple[str, str]:
    column = spec.columns["rencana_rp"]
    return sheet.address(row, column), raw_text(sheet.rows[row][column])
