"""Rows and cells of an SIPD sheet that cannot be used."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from budget.issue import Issue
from loaders.amount import Amounts, looks_numeric
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.sipd_kelompok import SipdPair
from loaders.sipd_row import SipdRow


def sipd_faults(
    sheet: Sheet,
    first: int,
    rows: Sequence[SipdRow],
    grand: Sequence[int],
    pairs: Mapping[SipdPair, int],
    amounts: Mapping[SipdPair, Amounts],
) -> tuple[list[Issue], int]:
    """An issue for each cell that is no amount, each row with amounts but no code, each rekening that comes twice.

    Below `Jumlah` everything without a code is a note (signatures).

    Args:
        sheet: Where the table is.
        first: First row below the heading.
        rows: All rows that have a code.
        grand: Rows of `Jumlah`; none is an issue, since only they tell whether the file is whole.
        pairs: Column by kelompok and amount.
        amounts: Cast columns, indexed by row.

    Returns:
        The issues, and how many rows without a code are dropped.
    """
    found = [] if grand else [Issue.of("grand-total-missing", sheet=sheet.name, expected="Jumlah")]
    known = {one.row for one in rows} | set(grand)
    last = max(known, default=first)
    dropped = 0
    for row in range(first, last):
        filled = [column for column in pairs.values() if looks_numeric(sheet.rows[row][column])]
        if row not in known and filled:
            dropped += 1
            raw, expected = raw_text(sheet.rows[row][filled[0]]), "kode rekening"
            place = sheet.address(row, filled[0])
            found.append(Issue.of("row-not-understood", sheet=sheet.name, cell=place, raw=raw, expected=expected))
    seen: Counter[tuple[str, ...]] = Counter()
    for one in rows:
        seen[one.codes] += one.leaf
        if one.leaf and seen[one.codes] > 1:
            path, place = " ".join(code for code in one.codes if code), sheet.address(one.row, 0)
            found.append(Issue.of("duplicate-path", sheet=sheet.name, cell=place, path=path, row=one.row + 1))
    for pair, column in pairs.items():
        for row in sorted(known):
            error = sheet.faults.get((row, column))
            fault = amounts[pair].faults.get(row)
            if error is not None:
                fault = "error-cell" if error else "formula-not-computed"
            if fault is not None:
                raw = error if error is not None else raw_text(sheet.rows[row][column])
                facts: dict[str, Any] = {"field": pair[1], "row": row + 1, "kode": pair[0], "expected": "rupiah bulat"}
                place = sheet.address(row, column)
                found.append(Issue.of(fault, sheet=sheet.name, cell=place, raw=raw or None, **facts))
    return found, dropped
