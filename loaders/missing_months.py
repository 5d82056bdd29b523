"""Months that a withdrawal plan lacks."""

from collections.abc import Mapping

from budget.issue import Issue
from loaders.plan_key import PlanKey
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec

_MONTHS = range(1, 13)


def missing_months(sheet: Sheet, spec: TableSpec, keys: Mapping[int, PlanKey]) -> list[Issue]:
    """A question for each plan, or jenis belanja of one, that lacks a month: missing is not zero.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        keys: What each row is of, those included whose amount cannot be used.
    """
    plans: dict[PlanKey, dict[int, int]] = {}
    by_jenis = {key.piece for key in keys.values() if key.jenis is not None}
    for row, key in keys.items():
        # A row without a jenis among rows with one is asked about already.
        if key.jenis is not None or key.piece not in by_jenis:
            plans.setdefault(key._replace(bulan=0), {}).setdefault(key.bulan, row)
    issues = []
    for key, rows in plans.items():
        raw = ", ".join(str(month) for month in _MONTHS if month not in rows)
        if raw:
            cell = sheet.address(max(rows.values()), spec.columns["rencana_rp"])
            issues.append(Issue.of("plan-month-missing", sheet=sheet.name, cell=cell, raw=raw, whose=key.whose))
    return issues
