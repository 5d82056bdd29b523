"""Unit, year, source of funds, jenis belanja and month of each row of a withdrawal plan."""

from collections.abc import Sequence

from budget.issue import Issue
from budget.slice import RPD, Slice
from loaders.context import Context
from loaders.label import tidy
from loaders.plan_key import PlanKey
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.single_month import single_month
from loaders.table_akun import table_akun
from loaders.table_keys import table_keys
from loaders.table_spec import TableSpec

_JENIS = 2
"""Digits of a jenis belanja; a plan is not broken down further."""


def plan_keys(
    sheet: Sheet, context: Context, spec: TableSpec, rows: Sequence[int]
) -> tuple[dict[int, PlanKey], list[Issue]]:
    """What each row is of, as `table_keys` tells it; the month is always its own cell's.

    Args:
        sheet: Where the table is.
        context: What is declared and known.
        spec: What the columns are; monthly, with `jenis` where the plan is broken down.
        rows: Zero-based rows.

    Returns:
        Keys by row; a row that is not there has an issue that says why or asks.
    """
    issues: list[Issue] = []
    jenis: dict[int, str | None] = {}
    for row in rows:
        wrong = [issue for issue in (_month(sheet, spec, row), _jenis(sheet, spec, row, jenis)) if issue is not None]
        issues += wrong
        if wrong:
            jenis.pop(row, None)
    found, more = table_keys(sheet, context, spec, list(jenis))
    keys = {
        row: PlanKey(Slice(piece.tahun, None, piece.kode_satker, piece.sumber_dana, RPD), jenis[row], piece.bulan)
        for row, (piece, _) in found.items()
        if piece.bulan is not None
    }
    # A title may name the month of a revision; a plan is of its rows' months.
    return keys, [*issues, *(issue for issue in more if issue.code != "month-contradicts")]


def _month(sheet: Sheet, spec: TableSpec, row: int) -> Issue | None:
    column = spec.columns["bulan"]
    cell = sheet.rows[row][column]
    if cell is None or single_month(cell):
        return None
    place = sheet.address(row, column)
    return Issue.of("period-not-understood", sheet=sheet.name, cell=place, raw=tidy(raw_text(cell)))


def _jenis(sheet: Sheet, spec: TableSpec, row: int, found: dict[int, str | None]) -> Issue | None:
    column = spec.columns.get("jenis")
    text = "" if column is None else tidy(raw_text(sheet.rows[row][column]))
    code = table_akun(text) if text else None
    found[row] = code
    if column is None or not text or (code is not None and len(code) == _JENIS):
        return None
    return Issue.of("jenis-unknown", sheet=sheet.name, cell=sheet.address(row, column), raw=text)
