"""The heading of a Fa Detail sheet."""

import re
from dataclasses import dataclass

from loaders.label import label
from loaders.sheet import Sheet

_LABELS = (
    ("pagu_rp", re.compile(r"pagu( revisi)?")),
    ("lock_rp", re.compile(r"lock pagu")),
    ("realisasi_lalu_rp", re.compile(r"(realisasi )?periode lalu")),
    ("realisasi_ini_rp", re.compile(r"(realisasi )?periode ini")),
    ("realisasi_rp", re.compile(r"(realisasi )?s\.? ?/?d\.?( periode)?( ini)?")),
    ("persen", re.compile(r"%|persen(tase)?|% realisasi")),
    ("sisa_rp", re.compile(r"sisa( (anggaran|pagu|dana))?")),
)
_ABOVE = re.compile(r"realisasi( ta \d{4})?|uraian|kode|kode dan uraian")
_NEEDED = frozenset({"pagu_rp", "realisasi_rp", "sisa_rp"})
_WITHIN = 60


@dataclass(frozen=True)
class FaHeader:
    """The heading of a Fa Detail sheet.

    Attributes:
        first: Zero-based row of `Uraian` and `Pagu Revisi`.
        last: Zero-based row of the heading's last line.
        fields: What the numbers of a row mean, in order: amounts of `budget.lines.AMOUNTS`, or `persen`. The
            columns where the labels stand are not those where the values stand.
        unknown: Labels of the heading that mean nothing here: zero-based (row, column) and text.
    """

    first: int
    last: int
    fields: tuple[str, ...]
    unknown: tuple[tuple[int, int, str], ...]


def fa_header(sheet: Sheet) -> FaHeader | None:
    """Finds the heading by its words; None where the sheet is no Fa Detail."""
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        labels = {label(cell) for cell in row if isinstance(cell, str)}
        if "uraian" in labels and any(text.startswith("pagu") for text in labels):
            found = _from(sheet, number)
            if found and set(found.fields) >= _NEEDED:
                return found
    return None


def _from(sheet: Sheet, first: int) -> FaHeader | None:
    fields: dict[int, str] = {}
    unknown: list[tuple[int, int, str]] = []
    last = first
    for number in range(first, min(first + 4, len(sheet.rows))):
        row = sheet.rows[number]
        found: dict[int, str] = {}
        strange: list[tuple[int, int, str]] = []
        for column, cell in enumerate(row):
            if not isinstance(cell, str) or not cell.strip():
                continue
            text = label(cell)
            name = next((name for name, pattern in _LABELS if pattern.fullmatch(text)), None)
            if name:
                found[column] = name
            elif not _ABOVE.fullmatch(text):
                strange.append((number, column, cell))
        if number > first and not found:
            break
        last = number
        fields |= found
        unknown += strange
    names = [fields[column] for column in sorted(fields)]
    if len(set(names)) != len(names):
        return None
    return FaHeader(first, last, tuple(names), tuple(unknown))
