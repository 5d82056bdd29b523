"""Excel 97–2003 workbooks."""

import io
import re
from collections.abc import Iterator
from datetime import datetime

import xlrd
import xlrd.compdoc

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.padded import padded
from loaders.scan_biff import BiffScan, BiffSheet, scan_biff
from loaders.sheet import Cell, Sheet
from loaders.sheet_builder import SheetBuilder

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = ("Workbook", "Book")
_OTHER_KINDS = {"WordDocument": "Word 97–2003 (.doc)", "PowerPoint Document": "PowerPoint 97–2003 (.ppt)"}
_MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")
_PADDED = re.compile(r"0{2,}")


def read_xls(content: bytes) -> tuple[Sheet, ...]:
    """Reads every worksheet by xlrd, after a walk of our own over the records.

    A damaged file makes parsers stop early and call it read. So a sheet whose last record, count of rows or count
    of row blocks is not what the sheet itself declares gets an error issue; what is damaged without a trace there
    is left to the control totals.

    Args:
        content: All bytes of the file.

    Raises:
        Unreadable: The file is encrypted, damaged, or holds no workbook, or too much.
    """
    stream = _stream(content)
    scan = scan_biff(stream)
    try:
        book = xlrd.open_workbook(file_contents=stream, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except Exception as error:
        raise Unreadable(Issue.of("xls-damaged")) from error
    if not book.nsheets:
        raise Unreadable(Issue.of("no-sheets"))
    if book.nsheets > limits.SHEETS:
        raise Unreadable(Issue.of("too-many-sheets", count=book.nsheets, limit=limits.SHEETS))
    found = [_sheet(book, number, scan) for number in range(book.nsheets)]
    issues = _notices(content, scan)
    return tuple(sheet.build([*(issues if number == 0 else ()), *own]) for number, (sheet, own) in enumerate(found))


def _stream(content: bytes) -> bytes:
    if not content.startswith(OLE):
        return content
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable(Issue.of("password-protected"))
    for name, kind in _OTHER_KINDS.items():
        if name.encode("utf-16-le") in content:
            raise Unreadable(Issue.of("other-kind-of-file", kind=kind))
    try:
        document = xlrd.compdoc.CompDoc(content, logfile=io.StringIO())
        stream = next((found for name in _STREAMS if (found := document.get_named_stream(name))), None)
    except Exception as error:
        raise Unreadable(Issue.of("xls-damaged")) from error
    if stream is None:
        raise Unreadable(Issue.of("other-kind-of-file", kind="berkas Office lama tanpa lembar kerja"))
    return bytes(stream)


def _sheet(book: xlrd.Book, number: int, scan: BiffScan) -> tuple[SheetBuilder, list[Issue]]:
    source = book.sheet_by_index(number)
    sheet = SheetBuilder(source.name)
    sheet.hidden = source.visibility != 0
    sheet.hidden_rows = {row for row, info in source.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {column for column, info in source.colinfo_map.items() if info.hidden}
    records = scan.sheets.get(book._sh_abs_posn[number], BiffSheet())
    for row in range(source.nrows):
        for column, cell in enumerate(source.row(row)):
            if (row, column) in records.uncomputed:
                sheet.put(row, column, None, "")
            elif cell.ctype == xlrd.XL_CELL_ERROR:
                shown = xlrd.error_text_from_code.get(cell.value, "#ERROR")
                sheet.put(row, column, shown, shown)
            elif (value := _value(book, cell)) is not None:
                sheet.put(row, column, value)
    return sheet, list(_cut(source.name, records))


def _value(book: xlrd.Book, cell: xlrd.sheet.Cell) -> Cell:
    if cell.ctype in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}:
        return None
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            moment: datetime = xlrd.xldate_as_datetime(cell.value, book.datemode)
        except (ValueError, OverflowError):
            return float(cell.value)
        return moment
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        shown = book.format_map[book.xf_list[cell.xf_index].format_key].format_str.partition(";")[0]
        number = float(cell.value)
        return padded(number, len(shown)) if _PADDED.fullmatch(shown) else number
    return str(cell.value) or None


def _cut(name: str, records: BiffSheet) -> Iterator[Issue]:
    if records.found < records.declared:
        yield Issue.of("rows-cut", sheet=name, raw=str(records.found), expected=str(records.declared))
    elif records.blocks < records.blocks_declared:
        yield Issue.of("rows-cut", sheet=name, raw=f"{records.blocks} blok", expected=f"{records.blocks_declared} blok")


def _notices(content: bytes, scan: BiffScan) -> list[Issue]:
    issues = []
    if scan.macros or _MACROS in content:
        issues.append(Issue.of("macros", raw="VBA" if _MACROS in content else "lembar makro"))
    if scan.linked:
        issues.append(Issue.of("external-links", raw="namanya tidak disebut"))
    return issues
