"""What each row of a table is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from budget.issue import Issue
from loaders.amount import looks_numeric
from loaders.label import label, tidy
from loaders.raw_text import raw_text
from loaders.sheet import Cell, Sheet
from loaders.single_month import single_month
from loaders.table_groups import table_groups
from loaders.table_repeats import HEADING, NUMBERING, table_repeats
from loaders.table_spec import TableSpec
from loaders.without_enumerator import without_enumerator

_TOTAL = re.compile(r"^(?:sub ?-?total|grand total|total|jumlah|sub jumlah|rekapitulasi total)\b")
_AMOUNT = re.compile(r"_rp$")
_LONG = re.compile(r"\d{16}")
"""A NIP, NIK or account number: no amount is that long."""
_PERSON = re.compile(r"\b(nip|nik|npwp|rekening|norek)\b", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?:nip|nik|npwp|norek)\b|(?:no|nomor)\b\.?\s*(?:rek|npwp|nip|nik|hp|telp)")
"""How a row begins that numbers a person or a bank account and not money."""
_SIGNED = re.compile(r"\s*[^\W\d][^\d,]*,\D*(?:\d{1,2}\s+[^\W\d]+\s+)?20\d\d\s*$")
"""Place and date above a signature."""
_NAMED = 3
"""How many rows that are left out are named in their issue."""


@dataclass
class TableRows:
    """What each row of a table is; rows are zero-based.

    Attributes:
        lines: Rows that hold a line.
        totals: Rows that hold a total.
        blanks: Rows of a monthly table that name a month and have no amount; who reads it drops them with an issue.
        ends: For each total above what it sums, the row before which that ends.
        notes: How many rows are neither (titles, blanks, signature blocks).
        dropped: How many rows are left out, each with an issue.
        issues: What was found.
    """

    lines: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    blanks: list[int] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    notes: int = 0
    dropped: int = 0
    issues: list[Issue] = field(default_factory=list)


def table_rows(sheet: Sheet, spec: TableSpec) -> TableRows:
    """Sorts the rows of a table: a line names something and has an amount; a total says so; the rest are notes.

    A heading that a page break repeats is a note; where another table begins, its rows are dropped, with an issue.
    """
    found = TableRows(notes=spec.header.first)
    amounts = [column for name, column in spec.columns.items() if _AMOUNT.search(name)]
    figures = {column for name, column in spec.columns.items() if _AMOUNT.search(name) or name == "persen"}
    words = [column for column in range(len(spec.header.labels)) if column not in figures]
    last = _last(sheet, spec, amounts)
    left_out: list[tuple[int, str]] = []
    for number in range(spec.header.first, len(sheet.rows)):
        row = sheet.rows[number]
        repeated = table_repeats(row, spec)
        if repeated is not None and repeated not in {HEADING, NUMBERING}:
            found.dropped += len(sheet.rows) - number
            found.issues.append(Issue.of("second-table", sheet=sheet.name, cell=sheet.address(number, 0)))
            break
        if number > last or repeated is not None:
            found.notes += 1
            continue
        faults = [column for column in (*amounts, *words) if (number, column) in sheet.faults]
        texts = [label(raw_text(row[column])) for column in words if row[column] is not None]
        if any(_ACCOUNT.match(text) for text in texts):
            found.notes += 1
        elif faults:
            found.dropped += 1
            found.issues.append(_fault(sheet, number, faults[0]))
        elif _is_blank(row, spec, amounts):
            found.blanks.append(number)
        elif not any(_is_amount(row[column]) for column in amounts):
            _without_amount(sheet, number, amounts, texts, found, spec)
        elif _is_left_out(texts, spec):
            left_out.append((number, texts[0]))
        elif any(_TOTAL.match(text) or without_enumerator(text) in spec.sums for text in texts[:3]):
            found.totals.append(number)
        elif _is_named(texts) or _names_a_month(row, spec):
            found.lines.append(number)
        else:
            found.dropped += 1
            column = next(column for column in amounts if _is_amount(row[column]))
            place, raw = sheet.address(number, column), raw_text(row[column])
            found.issues.append(Issue.of("number-without-name", sheet=sheet.name, cell=place, raw=raw))
    if left_out:
        found.dropped += len(left_out)
        found.issues.append(_left_out(sheet, left_out, words[0]))
    found.ends = table_groups(sheet, spec, found.lines)
    found.totals = sorted([*found.totals, *found.ends])
    found.lines = [row for row in found.lines if row not in found.ends]
    return found


def _last(sheet: Sheet, spec: TableSpec, amounts: Sequence[int]) -> int:
    """The last row with an amount, a faulty or a blank one: below it are signatures, which are only counted."""
    first = spec.header.first
    faulty = [row for row, column in sheet.faults if column in amounts]
    numbers = (row for row in range(len(sheet.rows) - 1, first - 1, -1) if _has_number(sheet.rows[row], amounts))
    last = max(next(numbers, first), *faulty, first)
    below = range(len(sheet.rows) - 1, last, -1) if spec.monthly else ()
    return next((row for row in below if _is_blank(sheet.rows[row], spec, amounts)), last)


def _is_named(texts: Sequence[str]) -> bool:
    return any(any(character.isalpha() for character in text) or text.isdigit() for text in texts)


def _names_a_month(row: Sequence[Cell], spec: TableSpec) -> bool:
    return spec.monthly and single_month(row[spec.columns["bulan"]])


def _is_blank(row: Sequence[Cell], spec: TableSpec, amounts: Sequence[int]) -> bool:
    return _names_a_month(row, spec) and not any(_is_amount(row[column]) for column in amounts)


def _has_number(row: Sequence[Cell], amounts: Sequence[int]) -> bool:
    return any(looks_numeric(row[column]) and not _LONG.search(raw_text(row[column])) for column in amounts)


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, str) and (_LONG.search(cell) or _PERSON.search(cell) or _SIGNED.match(cell)):
        return False
    return looks_numeric(cell) or (isinstance(cell, str) and any(character.isdigit() for character in cell))


def _is_left_out(texts: Sequence[str], spec: TableSpec) -> bool:
    bare = [re.sub(_TOTAL, "", without_enumerator(text)).strip() for text in texts]
    return bool(spec.left_out) and any(text.startswith(spec.left_out) for text in bare)


def _left_out(sheet: Sheet, rows: Sequence[tuple[int, str]], column: int) -> Issue:
    more = len(rows) - _NAMED
    names = ", ".join(text for _, text in rows[:_NAMED]) + (f" dan {more} baris lain" if more > 0 else "")
    return Issue.of("row-left-out", sheet=sheet.name, cell=sheet.address(rows[0][0], column), raw=names)


def _without_amount(
    sheet: Sheet, number: int, amounts: Sequence[int], texts: Sequence[str], found: TableRows, spec: TableSpec
) -> None:
    """A row without a number is a note, unless it names a unit, or puts words where an amount belongs."""
    row = sheet.rows[number]
    wordy = [
        column for column in amounts if isinstance(row[column], str) and label(raw_text(row[column])) not in {"", "-"}
    ]
    unit = spec.columns.get("kode_satker")
    if wordy and texts and found.lines and any(text.isdigit() for text in texts):
        found.dropped += 1
        place, raw = sheet.address(number, wordy[0]), raw_text(row[wordy[0]])
        found.issues.append(Issue.of("not-a-number", sheet=sheet.name, cell=place, raw=raw, expected="rupiah bulat"))
    elif unit is not None and row[unit] is not None and not wordy and not any(map(_TOTAL.match, texts)):
        found.dropped += 1
        place, raw = sheet.address(number, unit), tidy(raw_text(row[unit]))
        found.issues.append(Issue.of("unit-without-amounts", sheet=sheet.name, cell=place, raw=raw))
    else:
        found.notes += 1


def _fault(sheet: Sheet, number: int, column: int) -> Issue:
    raw = sheet.faults[number, column]
    code = "error-cell" if raw else "formula-not-computed"
    return Issue.of(code, sheet=sheet.name, cell=sheet.address(number, column), raw=raw or None, expected="angka")
