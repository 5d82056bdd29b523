"""Cells of an OM-SPAN sheet that hold no amount."""

from collections.abc import Mapping, Sequence
from typing import Any

from budget.issue import Issue
from loaders.amount import Amounts
from loaders.omspan_block import OmspanBlock
from loaders.omspan_fields import OMSPAN_FIELDS
from loaders.raw_text import raw_text
from loaders.sheet import Sheet


def omspan_faults(
    sheet: Sheet, places: Mapping[str, int], blocks: Sequence[OmspanBlock], amounts: Mapping[str, Amounts]
) -> list[Issue]:
    """An issue for each cell of PAGU, REALISASI or SISA that holds something else; other ministries' rows included.

    Args:
        sheet: Where the table is.
        places: Columns of amounts: a jenis belanja (two digits) or `total`.
        blocks: All blocks, grand total included, which is an issue where it is missing.
        amounts: Cast columns, indexed by row.
    """
    issues: list[Issue] = []
    if blocks and not any(block.total for block in blocks):
        issues.append(Issue.of("grand-total-missing", sheet=sheet.name, expected="GRAND TOTAL"))
    for block in blocks:
        for kind, row in block.rows.items():
            for name, column in amounts.items():
                seen = sheet.faults.get((row, places[name]))
                fault = column.faults.get(row)
                if seen is not None:
                    fault = "error-cell" if seen else "formula-not-computed"
                if fault is None or kind == "persen":
                    continue
                raw = seen if seen is not None else raw_text(sheet.rows[row][places[name]])
                cell = sheet.address(row, places[name])
                facts: dict[str, Any] = {"field": OMSPAN_FIELDS[kind], "row": row + 1, "kode": name}
                issues.append(
                    Issue.of(fault, sheet=sheet.name, cell=cell, raw=raw or None, expected="rupiah bulat", **facts)
                )
    return issues
