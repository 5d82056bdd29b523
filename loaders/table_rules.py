"""How the amounts of a line belong together."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from budget.issue import Issue
from budget.lines import AMOUNTS
from budget.wording.rupiah import rupiah
from loaders.amount import Amounts
from loaders.raw_text import raw_text
from loaders.sheet import Cell, Sheet
from loaders.table_spec import TableSpec

Known = tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]
_PERCENT = re.compile(r"-?\d+(?:\.\d+)?")
_NEAR = 0.6
"""Percentage points by which a printed percent may differ: many sheets print whole percent."""


def table_rules(
    sheet: Sheet, spec: TableSpec, amounts: Mapping[str, Amounts], rows: Sequence[int]
) -> tuple[dict[str, Known], list[Issue]]:
    """The amounts of budget lines out of the amounts that a table prints.

    What was paid back is taken off the realisasi, so that pagu − realisasi = sisa holds on every line. A sisa that is
    not printed is computed where pagu and realisasi are known. Returned grants are sisa + jasa giro. A printed percent
    is compared and never used.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        amounts: Cast columns, by field, indexed by row.
        rows: Rows of the lines.

    Returns:
        Values and which of them are known, by field of a budget line, and an issue for each rule that is broken.
    """
    index = np.array(rows, dtype=np.int64)
    got = {name: (column.values[index], column.known[index]) for name, column in amounts.items()}
    values: dict[str, Known] = {name: got[name] for name in AMOUNTS if name in got}
    issues: list[Issue] = []
    nothing: Known = (np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.bool_))
    pagu, realisasi = values.get("pagu_rp", nothing), values.get("realisasi_rp", nothing)
    if spec.blank_is_zero and "sisa_rp" in got:
        proven = ~realisasi[1] & pagu[1] & got["sisa_rp"][1] & (pagu[0] == got["sisa_rp"][0])
        realisasi = (np.where(proven, 0, realisasi[0]), realisasi[1] | proven)
    if "pengembalian_rp" in got:
        realisasi = (realisasi[0] - np.where(got["pengembalian_rp"][1], got["pengembalian_rp"][0], 0), realisasi[1])
    if realisasi is not nothing:
        values["realisasi_rp"] = realisasi
    both = pagu[1] & realisasi[1]
    computed = np.where(both, pagu[0] - realisasi[0], 0)
    if "selisih_rp" in got:
        values["sisa_rp"] = (-got["selisih_rp"][0], got["selisih_rp"][1])
    sisa = values.get("sisa_rp", nothing)
    values["sisa_rp"] = (np.where(sisa[1], sisa[0], computed), sisa[1] | both)
    if "dikembalikan_rp" in got and "jasa_giro_rp" in got:
        issues += _returned(sheet, spec, rows, got, values["sisa_rp"])
    if "persen" in spec.columns:
        issues += _percent(sheet, spec, rows, pagu, realisasi)
    return values, issues


def _returned(sheet: Sheet, spec: TableSpec, rows: Sequence[int], got: Mapping[str, Known], sisa: Known) -> list[Issue]:
    returned, interest = got["dikembalikan_rp"], got["jasa_giro_rp"]
    expected = sisa[0] + interest[0]
    wrong = returned[1] & interest[1] & sisa[1] & (returned[0] != expected)
    column = spec.columns["dikembalikan_rp"]
    return [
        Issue.of(
            "returned-differs",
            sheet=sheet.name,
            cell=sheet.address(rows[position], column),
            raw=rupiah(int(returned[0][position])),
            expected=rupiah(int(expected[position])),
            row=rows[position] + 1,
        )
        for position in np.flatnonzero(wrong).tolist()
    ]


def _percent(sheet: Sheet, spec: TableSpec, rows: Sequence[int], pagu: Known, realisasi: Known) -> list[Issue]:
    column = spec.columns["persen"]
    issues = []
    for position, row in enumerate(rows):
        cell = sheet.rows[row][column]
        printed = _number(cell)
        if printed is None and ((row, column) in sheet.faults or (isinstance(cell, str) and cell.strip(" -–—%"))):
            raw = sheet.faults.get((row, column)) or raw_text(cell)
            place = sheet.address(row, column)
            issues.append(Issue.of("percent-not-a-number", sheet=sheet.name, cell=place, raw=raw))
        if printed is None or not (pagu[1][position] and realisasi[1][position]) or not pagu[0][position]:
            continue
        rate = float(realisasi[0][position]) * 100 / float(pagu[0][position])
        if min(abs(printed - rate), abs(printed * 100 - rate)) > _NEAR:
            issues.append(
                Issue.of(
                    "percent-differs",
                    sheet=sheet.name,
                    cell=sheet.address(row, column),
                    raw=raw_text(cell),
                    expected=f"{rate:.2f}".replace(".", ","),
                )
            )
    return issues


def _number(cell: Cell) -> float | None:
    """A percent as points or as a fraction; text may use a comma, a point and a percent sign."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    if not isinstance(cell, str):
        return None
    text = cell.replace("%", "").strip()
    text = text.replace(".", "").replace(",", ".") if "," in text else text
    return float(text) if _PERCENT.fullmatch(text) else None
