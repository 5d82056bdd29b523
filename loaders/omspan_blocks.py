"""Finding the blocks of an OM-SPAN sheet."""

import re
from collections.abc import Sequence

from budget.issue import Issue
from loaders.amount import looks_numeric
from loaders.label import label, tidy
from loaders.omspan_block import OmspanBlock
from loaders.raw_text import raw_text
from loaders.sheet import Cell, Sheet

_WORDS = {
    "persen": re.compile(r"%|\bpersen|^pros|^serapan"),
    "pagu": re.compile(r"^pagu"),
    "realisasi": re.compile(r"^realisasi"),
    "sisa": re.compile(r"^sisa"),
}
_TOTAL = re.compile(r"^(grand\s+)?(total|jumlah)\b\s*")
_FOOTER = re.compile(r"^(waktu unduh|dicetak|sumber|catatan)")
_HEADING = re.compile(r"^ket")


def omspan_blocks(
    sheet: Sheet, first: int, unit: int, words: int, numbers: Sequence[int]
) -> tuple[list[OmspanBlock], int, int, list[Issue]]:
    """Groups rows by unit; what a row is, its word says, never its position.

    A second PAGU, REALISASI or SISA without a new unit begins a block that nobody names.

    Args:
        sheet: Where the table is.
        first: First row below the heading.
        unit: Column of `code | name`, filled on a block's first row only.
        words: Column of PAGU, REALISASI, SISA.
        numbers: Columns of amounts.

    Returns:
        The blocks, how many rows are notes (footers, repeated headings, signatures), how many are dropped, and an
        issue for each dropped one.
    """
    blocks: list[OmspanBlock] = []
    notes, dropped = 0, 0
    issues: list[Issue] = []
    kinds = [_kind(row[words]) for row in sheet.rows]
    last = max((number for number in range(first, len(kinds)) if kinds[number]), default=first)
    for number in range(first, len(sheet.rows)):
        row, kind = sheet.rows[number], kinds[number]
        texts = [label(cell) for cell in row if isinstance(cell, str)]
        stray = 1 if number > last else 0
        empty = sum(looks_numeric(row[column]) for column in numbers) <= stray
        heading = _HEADING.match(label(raw_text(row[words])))
        if any(_FOOTER.match(text) for text in texts) or (kind is None and (heading or empty)):
            notes += 1
        elif kind is None:
            dropped += 1
            raw = tidy(raw_text(row[words])) or "tanpa keterangan"
            place, expected = sheet.address(number, words), "PAGU, REALISASI, atau SISA"
            issues.append(Issue.of("row-not-understood", sheet=sheet.name, cell=place, raw=raw, expected=expected))
        else:
            total = any(_TOTAL.match(text) for text in texts)
            if not blocks or _begins(sheet, blocks[-1], number, unit, kind, total=total):
                blocks.append(OmspanBlock(number, total))
            blocks[-1].all.append(number)
            blocks[-1].rows.setdefault(kind, number)
    return blocks, notes, dropped, issues


def _kind(cell: Cell) -> str | None:
    word = _TOTAL.sub("", label(raw_text(cell)))
    return next((kind for kind, pattern in _WORDS.items() if pattern.search(word)), None)


def _begins(sheet: Sheet, block: OmspanBlock, number: int, unit: int, kind: str, *, total: bool) -> bool:
    """Whether a row begins a block; a name that is repeated on every row of its block does not."""
    repeated = kind in block.rows
    if repeated or (total and not block.total):
        return True
    own = sheet.rows[number][unit]
    return own is not None and not total and raw_text(own) != raw_text(sheet.rows[block.row][unit])
