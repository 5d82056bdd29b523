"""Which rows of a table are the sum of akun below them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from budget.issue import Issue
from loaders.amount import Amounts
from loaders.label import tidy
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_akun import table_akun
from loaders.table_spec import TableSpec

Blank = npt.NDArray[np.bool_]
_KEYS = ("kode_satker", "tahun", "bulan", "sumber_dana")


def table_parents(
    sheet: Sheet, spec: TableSpec, rows: Sequence[int], amounts: Mapping[str, Amounts]
) -> tuple[dict[int, int], set[int], list[Issue]]:
    """Rows that sum the rows below them, so that no money is counted twice.

    A jenis belanja (`51`) above its own akun (`511111`) is a sum. A row without akun where others have one is
    a sum when the rows below it add up to it in every amount; else nobody can tell, and the report asks. Where
    there is no akun, the same holds for the uraian, but nothing is asked.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        rows: Zero-based rows of the lines, ascending.
        amounts: Cast columns, by field, indexed by row.

    Returns:
        For each sum, the row before which it ends; the rows that must be asked about; the questions.
    """
    column = spec.columns.get("akun", spec.columns.get("uraian"))
    blank = np.array([column is not None and sheet.rows[row][column] is None for row in rows], dtype=np.bool_)
    if column is None or blank.all():
        return {}, set(), []
    parents = _that_add_up(rows, blank, amounts)
    if "akun" not in spec.columns:
        return parents, set(), []
    parents = {**_of_jenis(sheet, spec, rows, column), **parents}
    asked = [row for row, is_blank in zip(rows, blank.tolist(), strict=True) if is_blank and row not in parents]
    return parents, set(asked), [_question(sheet, row, column) for row in asked]


def _of_jenis(sheet: Sheet, spec: TableSpec, rows: Sequence[int], column: int) -> dict[int, int]:
    codes = [table_akun(tidy(raw_text(sheet.rows[row][column]))) or "" for row in rows]
    places = [spec.columns[name] for name in _KEYS if name in spec.columns]
    keys = [tuple(raw_text(sheet.rows[row][place]) for place in places) for row in rows]
    parents = {}
    for index, row in enumerate(rows):
        inside = index + 1
        while inside < len(rows) and keys[inside] == keys[index] and _below(codes[index], codes[inside]):
            inside += 1
        if inside > index + 1:
            parents[row] = rows[inside] if inside < len(rows) else len(sheet.rows)
    return parents


def _below(code: str, other: str) -> bool:
    return bool(code) and len(other) > len(code) and other.startswith(code)


def _that_add_up(rows: Sequence[int], blank: Blank, amounts: Mapping[str, Amounts]) -> dict[int, int]:
    """Rows without akun to which the rows with one add up, down to some later row without or to the end."""
    index = np.array(rows, dtype=np.int64)
    known = [column.known[index] for column in amounts.values()]
    values = [np.where(column.known, column.values, 0)[index] for column in amounts.values()]
    sums = [np.concatenate(([0], np.cumsum(np.where(blank, 0, column)))).tolist() for column in values]
    ends = [*np.flatnonzero(blank).tolist(), len(rows)]
    with_akun = np.flatnonzero(~blank).tolist()
    found: dict[tuple[bool, ...], dict[tuple[int, ...], list[int]]] = {}
    parents = {}
    for position in ends[:-1]:
        mask = tuple(bool(column[position]) for column in known)
        used = [number for number, is_known in enumerate(mask) if is_known]
        if mask not in found:
            places = found[mask] = {}
            for end in ends:
                places.setdefault(tuple(sums[number][end] for number in used), []).append(end)
        wanted = tuple(sums[number][position] + int(values[number][position]) for number in used)
        first = bisect_right(with_akun, position)
        fitting = found[mask].get(wanted, [])
        least = bisect_right(fitting, with_akun[first]) if first < len(with_akun) else len(fitting)
        if least < len(fitting):
            end = fitting[least]
            parents[rows[position]] = rows[end] if end < len(rows) else rows[-1] + 1
    return parents


def _question(sheet: Sheet, row: int, column: int) -> Issue:
    return Issue.of("akun-missing", sheet=sheet.name, cell=sheet.address(row, column), row=row + 1)
