"""A streaming look at one sheet part of a workbook."""

from collections.abc import Callable, Iterable, Mapping

from loaders.scan_plain_cells import PlainCells
from loaders.sheet_scan import SheetScan
from loaders.sheet_scanner import SheetScanner
from loaders.unaddressed_error import UnaddressedError


def scan_sheet(part: Callable[[], Iterable[bytes]], sheet: str, padded_styles: Mapping[str, int]) -> SheetScan:
    """Scans one sheet part without building a tree.

    Plain cells are cut out and counted before the parser sees the rest (`loaders.scan_plain_cells`). A sheet with a
    cell that has no address counts on the cells before it, so it is scanned whole.

    Args:
        part: Gives the XML of the sheet in pieces, from the start at each call.
        sheet: Name of the sheet, for issues.
        padded_styles: Digits shown, by index of the cell styles whose number format pads with zeros.

    Raises:
        Unreadable: A DOCTYPE, damaged XML, too many cells or rows, a cell far away, nesting too deep.
    """
    try:
        return scan_whole(part(), sheet, padded_styles, PlainCells(blanks_only=bool(padded_styles)))
    except UnaddressedError:
        return scan_whole(part(), sheet, padded_styles)


def scan_whole(
    pieces: Iterable[bytes], sheet: str, padded_styles: Mapping[str, int], plain: PlainCells | None = None
) -> SheetScan:
    """Scans one sheet part in one go; arguments as for `scan_sheet`.

    Args:
        pieces: The XML of the sheet.
        sheet: Name of the sheet.
        padded_styles: Digits shown, by index of cell style.
        plain: What cuts out the plain cells first; None to leave them to the parser.
    """
    return SheetScanner(sheet, padded_styles, plain).run(pieces)
