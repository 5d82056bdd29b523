"""What is left, column by column, of an OM-SPAN block."""

from collections.abc import Mapping
from typing import Any

from budget.issue import Issue
from budget.wording.rupiah import rupiah
from loaders.amount import Amounts
from loaders.omspan_block import OmspanBlock
from loaders.omspan_fields import OMSPAN_FIELDS
from loaders.sheet import Sheet


def omspan_remainders(
    sheet: Sheet, places: Mapping[str, int], blocks: Mapping[str, OmspanBlock], amounts: Mapping[str, Amounts]
) -> list[Issue]:
    """Checks pagu − realisasi = sisa where no budget line does it: the Total column, and columns without money.

    Args:
        sheet: Where the table is.
        places: Columns: a jenis belanja (two digits) or `total`.
        blocks: Blocks by satker code; one without PAGU or REALISASI is an issue.
        amounts: Cast columns, indexed by row.
    """
    issues: list[Issue] = []
    for code, block in blocks.items():
        for word in ("pagu", "realisasi"):
            if word not in block.rows:
                facts: dict[str, Any] = {"row": block.row + 1, "kode": code, "field": OMSPAN_FIELDS[word]}
                issues.append(Issue.of("amount-missing", sheet=sheet.name, expected=word.upper(), **facts))
        if not all(word in block.rows for word in OMSPAN_FIELDS):
            continue
        for name, column in amounts.items():
            pagu, spent, left = (int(column.values[block.rows[word]]) for word in OMSPAN_FIELDS)
            row = block.rows["sisa"]
            if (name != "total" and (pagu or spent)) or not column.known[row] or pagu - spent == left:
                continue
            issues.append(
                Issue.of(
                    "remainder-differs",
                    sheet=sheet.name,
                    cell=sheet.address(row, places[name]),
                    raw=rupiah(left),
                    expected=rupiah(pagu - spent),
                    row=row + 1,
                    kode=f"{code}, {name}",
                    difference=rupiah(left - pagu + spent),
                )
            )
    return issues
