"""Finding the blocks of an OM-SPAN sheet."""

import re

from budget.issue import Issue
from loaders.label import label, tidy
from loaders.omspan_block import OmspanBlock
from loaders.raw_text import raw_text
from loaders.sheet import Sheet

_WORDS = {
    "pagu": re.compile(r"^pagu"),
    "realisasi": re.compile(r"^realisasi"),
    "sisa": re.compile(r"^sisa"),
    "persen": re.compile(r"%|^persen|^pros"),
}
_TOTAL = re.compile(r"\b(grand )?total\b|^jumlah")
_FOOTER = re.compile(r"^(waktu unduh|dicetak|sumber|catatan)")


def omspan_blocks(sheet: Sheet, first: int, unit: int, words: int) -> tuple[list[OmspanBlock], int, int, list[Issue]]:
    """Groups rows by unit; what a row is, its word says, never its position.

    Args:
        sheet: Where the table is.
        first: First row below the heading.
        unit: Column of `code | name`, filled on a block's first row only.
        words: Column of PAGU, REALISASI, SISA.

    Returns:
        The blocks, how many rows are notes, how many are dropped, and an issue for each dropped one.
    """
    blocks: list[OmspanBlock] = []
    notes, dropped = 0, 0
    issues: list[Issue] = []
    for number in range(first, len(sheet.rows)):
        row = sheet.rows[number]
        texts = [label(raw_text(cell)) for cell in row if isinstance(cell, str)]
        if not any(cell is not None for cell in row) or any(_FOOTER.match(text) for text in texts):
            notes += 1
            continue
        word = label(raw_text(row[words]))
        kind = next((kind for kind, pattern in _WORDS.items() if pattern.search(word)), None)
        named = row[unit] is not None and label(raw_text(row[unit])) not in _WORDS
        total = any(_TOTAL.search(text) for text in texts if text != word)
        if kind is None:
            dropped += 1
            place, raw = sheet.address(number, words), tidy(raw_text(row[words])) or None
            expected = "PAGU, REALISASI, atau SISA"
            issues.append(Issue.of("row-not-understood", sheet=sheet.name, cell=place, raw=raw, expected=expected))
            continue
        if named or total or not blocks:
            blocks.append(OmspanBlock(number, total))
        blocks[-1].all.append(number)
        blocks[-1].rows.setdefault(kind, number)
    return blocks, notes, dropped, issues
