"""What each row of a table is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from budget.issue import Issue
from loaders.amount import looks_numeric
from loaders.label import label
from loaders.raw_text import raw_text
from loaders.sheet import Cell, Sheet
from loaders.table_spec import TableSpec

_TOTAL = re.compile(r"^(?:sub ?-?total|grand total|total|jumlah|sub jumlah|rekapitulasi total)\b")
_ROMAN = re.compile(r"^[ivx]+$")
_AMOUNT = re.compile(r"_rp$")
_LONG = re.compile(r"\d{16}")
"""A NIP, NIK or account number: no amount is that long."""
_PERSON = re.compile(r"\b(nip|nik|npwp|rekening|norek)\b", re.IGNORECASE)


@dataclass
class TableRows:
    """What each row of a table is; rows are zero-based.

    Attributes:
        lines: Rows that hold a line.
        totals: Rows that hold a total.
        spans: For each total, how many of the lines stand before it, and from which of them on it sums.
        notes: How many rows are neither (titles, blanks, signature blocks).
        dropped: How many rows are left out, each with an issue.
        issues: What was found.
    """

    lines: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    notes: int = 0
    dropped: int = 0
    issues: list[Issue] = field(default_factory=list)


def table_rows(sheet: Sheet, spec: TableSpec) -> TableRows:
    """Sorts the rows of a table: a line names something and has an amount; a total says so; the rest are notes."""
    found = TableRows(notes=spec.header.first)
    amounts = [column for name, column in spec.columns.items() if _AMOUNT.search(name)]
    figures = {column for name, column in spec.columns.items() if _AMOUNT.search(name) or name == "persen"}
    words = [column for column in range(len(spec.header.labels)) if column not in figures]
    last = _last(sheet, spec.header.first, amounts)
    for number in range(spec.header.first, len(sheet.rows)):
        row = sheet.rows[number]
        if number > last:
            found.notes += 1
            continue
        faults = [column for column in (*amounts, *words) if (number, column) in sheet.faults]
        texts = [label(raw_text(row[column])) for column in words if row[column] is not None]
        has_amount = any(_is_amount(row[column]) for column in amounts)
        if faults:
            found.dropped += 1
            found.issues.append(_fault(sheet, number, faults[0]))
        elif not has_amount:
            _without_amount(sheet, number, amounts, texts, found)
        elif _is_total(row, texts, spec):
            found.totals.append(number)
        elif any(text.startswith(spec.left_out) for text in texts) if spec.left_out else False:
            found.dropped += 1
            place = sheet.address(number, words[0])
            found.issues.append(Issue.of("row-left-out", sheet=sheet.name, cell=place, raw=texts[0]))
        elif any(any(character.isalpha() for character in text) or text.isdigit() for text in texts):
            found.lines.append(number)
        else:
            found.dropped += 1
            column = next(column for column in amounts if _is_amount(row[column]))
            place, raw = sheet.address(number, column), raw_text(row[column])
            found.issues.append(Issue.of("number-without-name", sheet=sheet.name, cell=place, raw=raw))
    return found


def _last(sheet: Sheet, first: int, amounts: Sequence[int]) -> int:
    """The last row with an amount or a faulty one: below it are signatures, which are only counted."""
    faulty = [row for row, column in sheet.faults if column in amounts]
    numbers = (row for row in range(len(sheet.rows) - 1, first - 1, -1) if _has_number(sheet.rows[row], amounts))
    return max(next(numbers, first), *faulty, first)


def _has_number(row: Sequence[Cell], amounts: Sequence[int]) -> bool:
    return any(looks_numeric(row[column]) and not _LONG.search(raw_text(row[column])) for column in amounts)


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, str) and (_LONG.search(cell) or _PERSON.search(cell)):
        return False
    return looks_numeric(cell) or (isinstance(cell, str) and any(character.isdigit() for character in cell))


def _is_total(row: Sequence[Cell], texts: Sequence[str], spec: TableSpec) -> bool:
    if any(_TOTAL.match(text) for text in texts[:3]):
        return True
    number = spec.columns.get("no")
    return (
        spec.roman_groups
        and number is not None
        and isinstance(row[number], str)
        and _ROMAN.match(label(raw_text(row[number]))) is not None
    )


def _without_amount(sheet: Sheet, number: int, amounts: Sequence[int], texts: Sequence[str], found: TableRows) -> None:
    """A row without a number is a note, unless it stands among the lines and puts words where an amount belongs."""
    row = sheet.rows[number]
    wordy = [
        column for column in amounts if isinstance(row[column], str) and label(raw_text(row[column])) not in {"", "-"}
    ]
    if wordy and texts and found.lines and any(text.isdigit() for text in texts):
        found.dropped += 1
        place, raw = sheet.address(number, wordy[0]), raw_text(row[wordy[0]])
        found.issues.append(Issue.of("not-a-number", sheet=sheet.name, cell=place, raw=raw, expected="rupiah bulat"))
        return
    found.notes += 1


def _fault(sheet: Sheet, number: int, column: int) -> Issue:
    raw = sheet.faults[number, column]
    code = "error-cell" if raw else "formula-not-computed"
    return Issue.of(code, sheet=sheet.name, cell=sheet.address(number, column), raw=raw or None, expected="angka")
