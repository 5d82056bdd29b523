"""Every unit of money that a table names."""

import re

from loaders.header import Header
from loaders.label import label
from loaders.sheet import Sheet

_WORDS = (
    (re.compile(r"\btriliun(an)?\b"), 10**12),
    (re.compile(r"\bmili?ar(an)?\b|\bmilyar(an)?\b"), 10**9),
    (re.compile(r"\bjuta(an)?\b"), 10**6),
    (re.compile(r"\bribu(an)?\b|\bx\s*1\.?000\b|\brp\.?\s*000\b"), 10**3),
    (re.compile(r"\brupiah\b|\(rp\.?\)"), 1),
)
_LABEL = re.compile(r"\b(?:dalam|satuan|rp|rupiah)\b|\brp\.", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")


def units_of_money(sheet: Sheet, header: Header) -> list[tuple[int, tuple[int, int]]]:
    """Finds unit labels above and in the heading: `(dalam ribuan rupiah)`, `Satuan: juta`, `PAGU (Rp miliar)`.

    Returns:
        Rupiah per 1, and where the label stands (zero-based row and column), in the sheet's order.
    """
    found: list[tuple[int, tuple[int, int]]] = []
    for row in range(header.first):
        for column, cell in enumerate(sheet.rows[row]):
            if isinstance(cell, str):
                text = label(cell if _LABEL.search(cell) else " ".join(_BRACKETS.findall(cell)))
                size = next((size for pattern, size in _WORDS if pattern.search(text)), None)
                if size is not None:
                    found.append((size, (row, column)))
    return found
