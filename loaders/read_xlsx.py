"""Workbooks of the Office Open XML kind."""

import re
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders.grid import grid
from loaders.guard import Tab, guard
from loaders.sheet import Cell, Sheet


def read_xlsx(content: bytes) -> tuple[Sheet, ...]:
    """Reads every worksheet of a guarded workbook.

    python-calamine parses, ten times faster, where the guard has seen nothing that it hides (error cells,
    formulas never computed, numbers shown with leading zeros); openpyxl parses the rest.

    Args:
        content: All bytes of the file.

    Raises:
        Unreadable: The guard refuses the file, or no parser gets through it.
    """
    tabs = guard(content)
    parse = parse_by_calamine if all(tab.scan.plain for tab in tabs) else parse_by_openpyxl
    grids = parse(content, tabs)
    return tuple(
        Sheet(
            name=tab.name,
            rows=rows,
            faults={**tab.scan.errors, **dict.fromkeys(tab.scan.uncomputed, "")},
            hidden=tab.hidden,
        )
        for tab, rows in zip(tabs, grids, strict=True)
    )


def parse_by_calamine(content: bytes, tabs: tuple[Tab, ...]) -> list[tuple[tuple[Cell, ...], ...]]:
    """The grids of the named tabs, by python-calamine."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return [grid(book.get_sheet_by_name(tab.name).to_python(skip_empty_area=False)) for tab in tabs]
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(Issue.of("workbook-damaged")) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a panic of the Rust side is no Exception
            raise
        raise Unreadable(Issue.of("workbook-damaged")) from error


def parse_by_openpyxl(content: bytes, tabs: tuple[Tab, ...]) -> list[tuple[tuple[Cell, ...], ...]]:
    """The grids of the named tabs, by openpyxl; numbers shown with leading zeros come as text."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
            return [grid(_rows(book[tab.name])) for tab in tabs]
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(Issue.of("workbook-damaged")) from error


def _rows(sheet: object) -> Iterator[list[object]]:
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # the declared dimension may lie
    for row in sheet.iter_rows():  # type: ignore[attr-defined]
        yield list(_shown(row))


def _shown(row: Iterable[object]) -> Iterator[object]:
    for cell in row:
        value = cell.value  # type: ignore[attr-defined]
        if isinstance(value, int | float) and not isinstance(value, bool):
            pattern = cell.number_format  # type: ignore[attr-defined]
            if isinstance(pattern, str) and re.fullmatch(r"0{2,}", pattern) and value == int(value):
                value = f"{int(value):0{len(pattern)}d}"
        yield value
