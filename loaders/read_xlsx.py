"""Workbooks of the Office Open XML kind."""

from collections.abc import Sequence
from io import BytesIO
from typing import cast

from python_calamine import CalamineWorkbook

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders.guard import Tab, guard
from loaders.make_sheet import make_sheet
from loaders.padded import padded
from loaders.scan_zip import ZipParts
from loaders.sheet import Cell, Sheet


def read_xlsx(parts: ZipParts) -> tuple[Sheet, ...]:
    """Reads every worksheet of a workbook, which is guarded first.

    python-calamine parses, ten times faster than openpyxl; what it hides (error cells, formulas never computed,
    numbers shown with leading zeros, what is hidden) the guard has seen and is put in its place.

    Args:
        parts: The archive, its directory checked by `scan_zip`.

    Raises:
        Unreadable: The guard refuses the file, or the parser does not get through it.
    """
    book = guard(parts)
    grids = _parse(parts.content, book.tabs)
    return tuple(
        make_sheet(
            tab.name,
            _shown(rows, tab),
            faults={**tab.scan.errors, **dict.fromkeys(tab.scan.uncomputed, "")},
            hidden=tab.hidden,
            hidden_rows=tab.scan.hidden_rows,
            hidden_columns=tab.scan.hidden_columns,
            issues=() if number else book.issues,
        )
        for number, (tab, rows) in enumerate(zip(book.tabs, grids, strict=True))
    )


def _parse(content: bytes, tabs: tuple[Tab, ...]) -> list[list[list[Cell]]]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        grids = [book.get_sheet_by_name(tab.name).to_python(skip_empty_area=False) for tab in tabs]
    except Exception as error:
        raise Unreadable(Issue.of("workbook-damaged")) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a panic of the Rust side is no Exception
            raise
        raise Unreadable(Issue.of("workbook-damaged")) from error
    if any(_valued(rows) > tab.scan.valued for tab, rows in zip(tabs, grids, strict=True)):
        raise Unreadable(Issue.of("workbook-damaged"))  # the parser reads more than the guard has seen
    return cast(list[list[list[Cell]]], grids)


def _valued(rows: Sequence[Sequence[object]]) -> int:
    return sum(len(row) - row.count("") for row in rows)


def _shown(rows: list[list[Cell]], tab: Tab) -> list[list[Cell]]:
    """The rows with what the parser hides put in its place."""
    scan = tab.scan
    for (row, column), digits in scan.padded.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = padded(rows[row][column], digits)
    for row, column in scan.uncomputed:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = None
    for (row, column), text in scan.errors.items():
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = text
    return rows
