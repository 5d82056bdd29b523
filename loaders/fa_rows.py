"""The rows of a Fa Detail sheet, told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from budget.issue import Issue
from loaders.amount import looks_numeric
from loaders.code_levels import ITEM, looks_like_code
from loaders.fa_header import FaHeader
from loaders.label import label, tidy
from loaders.raw_text import raw_text
from loaders.sheet import Cell, Sheet

_TOTAL = re.compile(r"jumlah seluruhnya|grand total")


@dataclass
class FaRows:
    """The rows of a Fa Detail sheet, told apart; lists are parallel, one entry per row with a code or total.

    Attributes:
        rows: Zero-based rows of the sheet.
        codes: Codes as text; the empty text for `JUMLAH SELURUHNYA`; items as number and dot (`000017.`).
        texts: Descriptions.
        columns: Columns of each row's numbers, from left to right.
        values: Raw cells of each row's numbers.
        faulty: Positions (in these lists) of rows with an error cell or a formula never computed.
        notes: Rows that are titles, headings, footnotes or blank.
        dropped: Rows left out, each with an issue.
        issues: What is wrong with the dropped ones.
    """

    rows: list[int] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    columns: list[tuple[int, ...]] = field(default_factory=list)
    values: list[tuple[Cell, ...]] = field(default_factory=list)
    faulty: set[int] = field(default_factory=set)
    notes: int = 0
    dropped: int = 0
    issues: list[Issue] = field(default_factory=list)


def fa_rows(sheet: Sheet, header: FaHeader) -> FaRows:
    """Tells the rows of a sheet apart: the first text that looks like a code, the text after it, the numbers.

    Args:
        sheet: The sheet.
        header: Its heading; everything up to its end is a note.
    """
    out = FaRows(notes=header.last + 1)
    headings = {sheet.rows[number] for number in range(header.first, header.last + 1)}
    faulty = {row for row, _ in sheet.faults}
    texts_between: list[tuple[int, int, str]] = []
    for number in range(header.last + 1, len(sheet.rows)):
        row = sheet.rows[number]
        filled = [(column, cell) for column, cell in enumerate(row) if cell is not None]
        if number in faulty:
            out.issues += _faults(sheet, number)
            if _take(number, filled, len(header.fields), out):
                out.faulty.add(len(out.rows) - 1)
            else:
                out.dropped += 1
        elif not filled or row in headings:
            out.notes += 1
        elif not _take(number, filled, len(header.fields), out):
            amounts = [(column, cell) for column, cell in filled if looks_numeric(cell)]
            first = filled[0]
            if _is_note(filled, amounts):
                out.notes += 1
                if not raw_text(first[1]).lstrip().startswith("*"):
                    texts_between.append((number, first[0], raw_text(first[1])))
            else:
                out.dropped += 1
                out.issues.append(
                    Issue.of(
                        "row-not-understood",
                        sheet=sheet.name,
                        cell=sheet.address(number, first[0]),
                        raw=tidy(raw_text(first[1])),
                        expected="kode anggaran, mis. AA.6025, AEB.001, 051.0A atau 521211",
                    )
                )
    last = out.rows[-1] if out.rows else 0
    out.issues += [
        Issue.of("text-ignored", sheet=sheet.name, cell=sheet.address(number, column), raw=tidy(text))
        for number, column, text in texts_between
        if number < last
    ]
    return out


def _is_note(filled: Sequence[tuple[int, Cell]], amounts: Sequence[tuple[int, Cell]]) -> bool:
    """A text without money: a footnote, a page number, a signature block (long numbers there are NIPs)."""
    if any(not isinstance(cell, str) for _, cell in amounts):
        return False
    if len(amounts) >= 2 or (amounts and len(filled) == 2):
        return raw_text(filled[0][1]).lstrip().startswith(("*", "Hal"))
    return True


def _take(number: int, filled: Sequence[tuple[int, Cell]], fields: int, out: FaRows) -> bool:
    """Keeps a row that has a code or is the grand total; False for any other."""
    for position, (_, cell) in enumerate(filled):
        code = _code(cell, position)
        if code is None:
            if not isinstance(cell, str):
                return False
            continue
        rest = filled[position + 1 :]
        item = ITEM.fullmatch(code)
        if item:
            code, text = f"{item[1]}.", item[2]
        elif code == "":
            text = raw_text(cell)
        else:
            text = ""
            if rest and isinstance(rest[0][1], str) and not (len(rest) == fields and looks_numeric(rest[0][1])):
                text = rest[0][1]
                rest = rest[1:]
        out.rows.append(number)
        out.codes.append(code)
        out.texts.append(tidy(text))
        out.columns.append(tuple(column for column, _ in rest))
        out.values.append(tuple(value for _, value in rest))
        return True
    return False


def _code(cell: Cell, position: int) -> str | None:
    if isinstance(cell, str):
        text = cell.strip().lstrip("'")
        if looks_like_code(text):
            return text
        return "" if position == 0 and _TOTAL.fullmatch(label(text)) else None
    if (
        position == 0
        and isinstance(cell, int | float)
        and not isinstance(cell, bool)
        and looks_like_code(raw_text(cell))
    ):
        return raw_text(cell)
    return None


def _faults(sheet: Sheet, number: int) -> list[Issue]:
    return [
        Issue.of(
            "error-cell" if raw else "formula-not-computed",
            sheet=sheet.name,
            cell=sheet.address(row, column),
            raw=raw or None,
            expected="angka",
        )
        for (row, column), raw in sorted(sheet.faults.items())
        if row == number
    ]
