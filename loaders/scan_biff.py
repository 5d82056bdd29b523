"""A streaming look at the records of an Excel 97–2003 workbook."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from budget.issue import Issue
from budget.unreadable import Unreadable

_BOF = {0x0009, 0x0209, 0x0409, 0x0809}
_EOF, _FILEPASS, _BOUNDSHEET, _INDEX, _DBCELL = 0x000A, 0x002F, 0x0085, 0x020B, 0x00D7
_DIMENSIONS, _ROW, _FORMULA, _SUPBOOK = 0x0200, 0x0208, 0x0006, 0x01AE
_CELLS = {0x0201, 0x0203, 0x0204, 0x0205, 0x0006, 0x027E, 0x00BD, 0x00BE, 0x00FD, 0x00D6, 0x0406}
_LAST_RECORD = 0x10FF
_RECORDS = 8_000_000
_EMPTY_STRING = b"\x03\x00\x00\x00\x00\x00\xff\xff"
_ZERO = bytes(8)
_CALC_ON_LOAD = 0x2
_MACRO_SHEET = 1


@dataclass
class BiffSheet:
    """What a sheet's records tell that a parser does not.

    Attributes:
        declared: Rows that the sheet says it has.
        found: Rows that are there: one past the last row or cell record.
        blocks_declared: Blocks of rows that its index says it has.
        blocks: Blocks that are there.
        uncomputed: Formulas that were never computed, zero-based (row, column).
    """

    declared: int = 0
    found: int = 0
    blocks_declared: int = 0
    blocks: int = 0
    uncomputed: set[tuple[int, int]] = field(default_factory=set)


@dataclass
class BiffScan:
    """What the records of a workbook tell.

    Attributes:
        sheets: The sheets by the position where each begins.
        macros: True when there is a sheet of macros.
        linked: True when a formula takes from another file.
    """

    sheets: dict[int, BiffSheet] = field(default_factory=dict)
    macros: bool = False
    linked: bool = False


def scan_biff(stream: bytes) -> BiffScan:
    """Walks over all records; parsers stop at the first one they do not like, and call the rest of the file read.

    Args:
        stream: The workbook stream, from its first BOF record on.

    Raises:
        Unreadable: The stream ends inside a record or a sheet, has records that do not exist, is encrypted, or a
            sheet that it names does not begin where it says.
    """
    scan = BiffScan()
    named: list[int] = []
    began: set[int] = set()
    nested: list[int] = []
    sheet = BiffSheet()
    for at, kind, data in _records(stream):
        if kind in _BOF:
            if not nested:
                began.add(at)
                sheet = scan.sheets[at] = BiffSheet()
            nested.append(at)
        elif kind == _EOF:
            if not nested:
                raise _damaged()
            nested.pop()
        elif kind == _FILEPASS:
            raise Unreadable(Issue.of("password-protected"))
        elif kind == _BOUNDSHEET and len(data) >= 6:
            named.append(int.from_bytes(data[:4], "little"))
            scan.macros = scan.macros or data[5] == _MACRO_SHEET
        elif kind == _SUPBOOK and len(data) > 4 and data[2:4] != b"\x01\x04":
            scan.linked = True
        elif len(nested) == 1:
            _sheet_record(sheet, kind, data)
    if nested or not began or any(at not in began for at in named):
        raise _damaged()
    return scan


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = count = depth = 0
    end = len(stream)
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", stream, at)
        if depth == 0 and kind not in _BOF:
            if not stream[at:].strip(b"\0"):
                return
            raise _damaged()
        count += 1
        if at + 4 + length > end or kind > _LAST_RECORD or count > _RECORDS:
            raise _damaged()
        depth += (kind in _BOF) - (kind == _EOF)
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
    if depth:
        raise _damaged()


def _sheet_record(sheet: BiffSheet, kind: int, data: bytes) -> None:
    if kind in _CELLS or kind == _ROW:
        if len(data) < 4:
            raise _damaged()
        sheet.found = max(sheet.found, int.from_bytes(data[:2], "little") + 1)
        if kind == _FORMULA and len(data) >= 16:
            result, options = data[6:14], int.from_bytes(data[14:16], "little")
            if options & _CALC_ON_LOAD and result in {_EMPTY_STRING, _ZERO}:
                sheet.uncomputed.add((int.from_bytes(data[:2], "little"), int.from_bytes(data[2:4], "little")))
    elif kind == _DIMENSIONS and len(data) >= 8:
        sheet.declared = int.from_bytes(data[4:8], "little") if len(data) >= 14 else int.from_bytes(data[2:4], "little")
    elif kind == _INDEX and len(data) >= 16:
        sheet.blocks_declared = (len(data) - 16) // 4
    elif kind == _DBCELL:
        sheet.blocks += 1


def _damaged() -> Unreadable:
    return Unreadable(Issue.of("xls-damaged"))
