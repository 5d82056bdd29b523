"""A table as a workbook for spreadsheet programs."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from budget.neutralise import neutralise
from routes.file_parts import file_parts
from routes.too_many_rows import TooManyRows

MOST_ROWS: Final = 1_048_576
"""Rows that a sheet holds, the header among them."""

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BESIDE: Final = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
    f'ContentType="{_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Data" sheetId="1" '
    'r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{_OFFICE}/styles" '
    'Target="styles.xml"/></Relationships>',
    # Number format 3 is #,##0 with the separators of who opens the file, 49 is text.
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill '
    'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>'
    '<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" '
    'fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" '
    'xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="3" '
    'fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" '
    'borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" '
    'builtinId="0"/></cellStyles></styleSheet>',
}
_PLAIN, _HEADING, _RUPIAH, _TEXT = range(4)
_WIDTHS: Final = {_PLAIN: 11, _RUPIAH: 20, _TEXT: 18}
_ESCAPES: Final = {
    **{code: f"_x{code:04X}_" for code in range(0x20) if code not in {0x09, 0x0A}},
    **{ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", 0xFFFE: "_xFFFE_", 0xFFFF: "_xFFFF_"},
}
_LOOKS_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def write_xlsx(chunks: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """One sheet with a header that stays in sight; numbers are numbers, unknown is an empty cell, the rest is text.

    Written row by row (ECMA-376, SpreadsheetML with texts in their cells): openpyxl, which pandas would take, holds
    every cell in memory. The same table gives the same bytes.

    Args:
        chunks: The table in parts of the same types; the first is there even where the table has no rows.

    Yields:
        Nothing at all (`b""`) after each chunk, then the file in parts.

    Raises:
        TooManyRows: The table has more rows than a sheet.
    """
    with tempfile.TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as workbook:
            for name, text in _BESIDE.items():
                workbook.writestr(_entry(name), _HEAD + text)
            with workbook.open(_entry("xl/worksheets/sheet1.xml"), "w") as sheet:
                rows = 0
                for chunk in chunks:
                    if not rows:
                        sheet.write(_beginning(chunk).encode())
                        rows = 1
                    if rows + len(chunk) > MOST_ROWS:
                        raise TooManyRows(MOST_ROWS - 1)
                    sheet.write(_rows(chunk, rows + 1).encode())
                    rows += len(chunk)
                    yield b""
                sheet.write(b"</sheetData></worksheet>")
        yield from file_parts(file)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _beginning(chunk: pd.DataFrame) -> str:
    widths = "".join(
        f'<col min="{no}" max="{no}" width="{_WIDTHS[style]}" customWidth="1"/>'
        for no, style in enumerate(map(_style, chunk.columns, chunk.dtypes), start=1)
    )
    heading = "".join(
        f'<c r="{letter}1" s="{_HEADING}" t="inlineStr"><is><t>{name}</t></is></c>'
        for letter, name in zip(_letters(len(chunk.columns)), chunk.columns, strict=True)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
        f'{widths}</cols><sheetData><row r="1">{heading}</row>'
    )


def _rows(chunk: pd.DataFrame, first: int) -> str:
    columns = [
        _cells(letter, _style(name, column.dtype), column)
        for letter, (name, column) in zip(_letters(len(chunk.columns)), neutralise(chunk).items(), strict=True)
    ]
    return "".join(
        f'<row r="{no}">{"".join(cell.replace("#", str(no), 1) for cell in cells)}</row>'
        for no, cells in enumerate(zip(*columns, strict=True), start=first)
    )


def _cells(letter: str, style: int, column: "pd.Series[str]") -> Sequence[str]:
    """Cells with `#` in place of the row."""
    values = column.astype(object).where(column.notna(), None).tolist()
    if style != _TEXT:
        return ["" if value is None else f'<c r="{letter}#" s="{style}"><v>{value}</v></c>' for value in values]
    before = f'<c r="{letter}#" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
    return ["" if value is None else f"{before}{_escape(value)}</t></is></c>" for value in values]


def _escape(text: str) -> str:
    """Text for XML; what XML cannot hold is written as `_x0007_` (ECMA-376, 22.4.2.4), what looks so as well."""
    return _LOOKS_ESCAPED.sub("_x005F_", text).translate(_ESCAPES)


def _style(name: object, dtype: object) -> int:
    if dtype == "str":
        return _TEXT
    return _RUPIAH if str(name).endswith("_rp") else _PLAIN


def _letters(number: int) -> list[str]:
    """The first columns as spreadsheets call them: A to Z, then AA."""
    return [f"{chr(64 + no // 26) if no >= 26 else ''}{chr(65 + no % 26)}" for no in range(number)]
