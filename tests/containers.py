"""The same grid in every container: minimal writers, written from the formats' descriptions."""

import csv
import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

Rows = list[list[object]]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)


@dataclass(frozen=True)
class Fault:
    """A cell without a value: an error such as `#REF!`, or the empty text for a formula never computed."""

    shown: str


def ods(
    sheets: Mapping[str, Rows],
    *,
    hidden_rows: Set[int] = frozenset(),
    hidden_columns: Set[int] = frozenset(),
    hidden_sheets: Set[str] = frozenset(),
    body: str | None = None,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Sheets as an OpenDocument spreadsheet; `body` replaces the tables."""

    def cell(value: object) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, Fault):
            formula = 'table:formula="of:=[.A1]"'
            if not value.shown:
                return f"<table:table-cell {formula}/>"
            return (
                f'<table:table-cell {formula} office:value-type="string" office:string-value="">'
                f"<text:p>{value.shown}</text:p></table:table-cell>"
            )
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
        return (
            f'<table:table-cell office:value-type="float" office:value="{value!r}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )

    tables = []
    for name, rows in sheets.items():
        width = max(map(len, rows), default=1)
        columns = "".join(f"<table:table-column{_away(column in hidden_columns)}/>" for column in range(width))
        lines = "".join(
            f"<table:table-row{_away(number in hidden_rows)}>{''.join(map(cell, row))}</table:table-row>"
            for number, row in enumerate(rows)
        )
        style = "away" if name in hidden_sheets else "ta1"
        tables.append(
            f"<table:table table:name={quoteattr(name)} table:style-name={style!r}>{columns}{lines}</table:table>"
        )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_SPACES}><office:automatic-styles>'
        '<style:style style:name="away"><style:table-properties table:display="false"/></style:style>'
        f"</office:automatic-styles><office:body><office:spreadsheet>{body or ''.join(tables)}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        for name, part in {"content.xml": content.encode(), **(extra or {})}.items():
            archive.writestr(name, part)
    return out.getvalue()


def _away(hidden: bool) -> str:
    return ' table:visibility="collapse"' if hidden else ""


def spreadsheetml(
    sheets: Mapping[str, Rows],
    *,
    hidden_rows: Set[int] = frozenset(),
    hidden_columns: Set[int] = frozenset(),
    hidden_sheets: Set[str] = frozenset(),
) -> bytes:
    """Sheets as XML Spreadsheet 2003; blanks are left out, so that cells carry `ss:Index`."""

    def cell(column: int, value: object) -> str:
        at = f'<Cell ss:Index="{column + 1}"'
        if isinstance(value, Fault):
            if not value.shown:
                return f'{at} ss:Formula="=RC[-1]"/>'
            return f'{at} ss:Formula="=RC[-1]"><Data ss:Type="Error">{value.shown}</Data></Cell>'
        kind = "String" if isinstance(value, str) else "Number"
        return f'{at}><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'

    made = []
    for name, rows in sheets.items():
        columns = "".join(f'<Column ss:Index="{column + 1}" ss:Hidden="1"/>' for column in sorted(hidden_columns))
        lines = "".join(
            f'<Row ss:Index="{number + 1}"{" ss:Hidden=" + chr(34) + "1" + chr(34) if number in hidden_rows else ""}>'
            + "".join(cell(column, value) for column, value in enumerate(row) if value is not None)
            + "</Row>"
            for number, row in enumerate(rows)
        )
        away = "<x:Visible>SheetHidden</x:Visible>" if name in hidden_sheets else ""
        made.append(
            f"<Worksheet ss:Name={quoteattr(name)}><Table>{columns}{lines}</Table>"
            f"<x:WorksheetOptions>{away}</x:WorksheetOptions></Worksheet>"
        )
    spaces = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"'
    )
    begin = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    return f"{begin}<Workbook {spaces}>{''.join(made)}</Workbook>".encode()


def quoted_csv(rows: Rows, delimiter: str, encoding: str) -> bytes:
    """A grid as separated text with Indonesian numbers, in quotes where it has to be."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([_shown(value) for value in row] for row in rows)
    return out.getvalue().encode(encoding)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2%}".replace(".", ",")
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return "" if value is None else str(value)


def html(rows: Rows, *, hidden_rows: Set[int] = frozenset(), encoding: str = "utf-8") -> bytes:
    """A grid as a web page, with what such pages carry beside the table; numbers are written Indonesian."""

    def text(value: object) -> str:
        if isinstance(value, Fault):
            return value.shown
        return "&nbsp;" if value is None else escape(_shown(value))

    lines = "".join(
        f"<tr{' style=' + chr(34) + 'display: none' + chr(34) if number in hidden_rows else ''}>"
        + "".join(f"<td>{text(value)}</td>" for value in row)
        + "</tr>\n"
        for number, row in enumerate(rows)
    )
    page = (
        '<!DOCTYPE html><html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">'
        "<title>Laporan</title><style>td {mso-number-format:'\\@'}</style><script>document.write('<table>')</script>"
        f"</head><body><!-- <tr><td>lama</td></tr> --><table border=1>{lines}</table></body></html>"
    )
    return page.encode(encoding)


def xls(
    sheets: Mapping[str, Rows],
    *,
    hidden_rows: Set[int] = frozenset(),
    hidden_columns: Set[int] = frozenset(),
    hidden_sheets: Set[str] = frozenset(),
    declared: int | None = None,
    ole: bool = True,
    formats: bool = False,
    link: bool = False,
) -> bytes:
    """Sheets as BIFF8 in an OLE file; `formats` shows every number as `000`, `declared` is what DIMENSIONS says."""
    bodies = [_biff_sheet(rows, hidden_rows, hidden_columns, declared, formats) for rows in sheets.values()]

    def book(places: list[int]) -> bytes:
        names = [
            _record(
                0x85,
                struct.pack("<IBB", place, name in hidden_sheets, 0) + bytes([len(name), 1]) + name.encode("utf-16-le"),
            )
            for place, name in zip(places, sheets, strict=True)
        ]
        font = _record(0x31, struct.pack("<HHHHHBBBx", 200, 0, 0x7FFF, 400, 0, 0, 0, 0) + b"\x05\0Arial")
        padded = _record(0x41E, struct.pack("<H", 164) + struct.pack("<HB", 3, 0) + b"000")
        plain = _record(0xE0, struct.pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0))
        shown = _record(0xE0, struct.pack("<HHHBBBBIIH", 0, 164, 1, 0x20, 0, 0, 0, 0, 0, 0x20C0))
        linked = _record(0x1AE, struct.pack("<HHB", 1, 7, 0) + b"\x01a.xls\0\0") if link else b""
        return b"".join(
            [
                _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)),
                _record(0x42, struct.pack("<H", 1200)),
                font * 4,
                padded,
                plain * 15,
                plain,
                shown,
                *names,
                linked,
                _record(0x0A, b""),
            ]
        )

    places, at = [], len(book([0] * len(bodies)))
    for body in bodies:
        places.append(at)
        at += len(body)
    stream = book(places) + b"".join(bodies)
    return _ole(stream) if ole else stream


def _biff_sheet(
    rows: Rows, hidden_rows: Set[int], hidden_columns: Set[int], declared: int | None, formats: bool
) -> bytes:
    style = 16 if formats else 15
    width = max(map(len, rows), default=0)
    out = [_record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))]
    out += [_record(0x7D, struct.pack("<HHHHHH", column, column, 2000, 15, 1, 0)) for column in sorted(hidden_columns)]
    out.append(_record(0x200, struct.pack("<IIHHH", 0, len(rows) if declared is None else declared, 0, width, 0)))
    for number, row in enumerate(rows):
        options = 0x20 if number in hidden_rows else 0
        out.append(_record(0x208, struct.pack("<HHHHHHI", number, 0, width, 255, 0, 0, options | 0x100)))
        for column, value in enumerate(row):
            at = struct.pack("<HHH", number, column, style)
            if isinstance(value, Fault):
                if value.shown:
                    code = {
                        "#NULL!": 0,
                        "#DIV/0!": 7,
                        "#VALUE!": 15,
                        "#REF!": 23,
                        "#NAME?": 29,
                        "#NUM!": 36,
                        "#N/A": 42,
                    }
                    out.append(_record(0x205, at + bytes([code[value.shown], 1])))
                else:
                    out.append(_record(0x06, at + bytes(8) + struct.pack("<HIH", 2, 0, 3) + b"\x1e\1\0"))
            elif isinstance(value, str):
                text = value.encode("utf-16-le")
                out.append(_record(0x204, at + struct.pack("<HB", len(text) // 2, 1) + text))
            elif value is not None:
                out.append(_record(0x203, at + struct.pack("<d", value)))
    out.append(_record(0x0A, b""))
    return b"".join(out)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _ole(stream: bytes) -> bytes:
    """One stream named Workbook in a compound file of 512-byte sectors."""
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // 512)
    tables = 1
    while (sectors + 1 + tables) > tables * 128:
        tables += 1
    chain = [*range(1, sectors), 0xFFFFFFFE, 0xFFFFFFFE, *[0xFFFFFFFD] * tables]
    fat = b"".join(struct.pack("<I", entry) for entry in chain).ljust(tables * 512, b"\xff")
    header = _OLE + bytes(16) + struct.pack("<HHHHHH", 0x3E, 3, 0xFFFE, 9, 6, 0) + bytes(4)
    header += struct.pack("<IIIIIIIII", 0, tables, sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += b"".join(struct.pack("<I", sectors + 1 + number) for number in range(tables))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0"
        begin = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        return begin + bytes(36) + struct.pack("<III", start, size, 0)

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 0, len(stream))
    return header.ljust(512, b"\xff") + stream.ljust(sectors * 512, b"\0") + folder.ljust(512, b"\0") + fat


WRITERS: dict[str, Callable[..., bytes]] = {"ods": ods, "spreadsheetml": spreadsheetml, "xls": xls}
"""Those that take sheets by name and say what is hidden."""
