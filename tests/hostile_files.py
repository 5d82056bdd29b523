"""Files that mean harm, made here: the cases of the list of bad input by number."""

import io
import random
import struct
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from loaders import limits
from tests import containers, corpus

GRID = corpus.grid()
TAB = "GLP039_LAPORAN "
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
GOOD = corpus.xlsx(GRID)
WATCHED = "http://127.0.0.1:{port}/x"
"""What a file asks a parser to fetch; the test listens there."""
_MEGABYTE = 1024**2
_PIECES = 64


@dataclass(frozen=True)
class Refusal:
    """A file that must be refused: number of the case, what is special, how it is made, the code of the issue."""

    case: int
    name: str
    make: Callable[[], bytes]
    code: str


def edited(find: bytes, put: bytes, part: str = SHEET) -> bytes:
    """The good workbook with one text in one part replaced."""
    made = corpus.with_part(GOOD, part, None, find=find, put=put)
    if find not in zipfile.ZipFile(io.BytesIO(GOOD)).read(part):
        raise ValueError(f"{find!r} is not in {part}")
    return made


def shared_strings(xml: bytes) -> bytes:
    """The good workbook with a table of shared strings, whose text 0 is in A99."""
    kinds = b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    kinds += b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    relation = b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    relation += b'sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    made = cell(b'<row r="99"><c r="A99" t="s"><v>0</v></c></row>')
    made = corpus.with_part(made, "[Content_Types].xml", None, find=b"</Types>", put=kinds)
    made = corpus.with_part(made, "xl/_rels/workbook.xml.rels", None, find=b"</Relationships>", put=relation)
    return corpus.with_part(made, STRINGS, xml)


def strings(*texts: bytes) -> bytes:
    """A table of shared strings."""
    items = b"".join(b"<si><t>" + text + b"</t></si>" for text in texts)
    return b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + items + b"</sst>"


def cell(xml: bytes) -> bytes:
    """The good workbook with more XML at the end of its rows."""
    return edited(b"</sheetData>", xml + b"</sheetData>")


def archive(parts: Iterable[tuple[str, Iterable[bytes]]]) -> bytes:
    """A zip archive, written piece by piece so that a bomb is never whole in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, pieces in parts:
            with made.open(name, "w", force_zip64=False) as part:
                for piece in pieces:
                    part.write(piece)
    return out.getvalue()


def with_sheet(pieces: Iterable[bytes], more: Iterable[tuple[str, Iterable[bytes]]] = ()) -> bytes:
    """The good workbook with its sheet's part written anew from pieces, and parts added."""
    old = zipfile.ZipFile(io.BytesIO(GOOD))
    kept = [(name, [old.read(name)]) for name in old.namelist() if name != SHEET]
    return archive([*kept, (SHEET, pieces), *more])


def worksheet(body: Iterable[bytes]) -> Iterable[bytes]:
    """The XML of a sheet around the rows given."""
    yield b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    yield from body
    yield b"</sheetData></worksheet>"


def directory(content: bytes, name: str, change: Callable[[bytearray, int], None]) -> bytes:
    """An archive with one entry of its directory falsified in place."""
    made = bytearray(content)
    at = made.rindex(name.encode()) - 46
    if made[at : at + 4] != b"PK\x01\x02":
        raise ValueError(f"{name} has no entry")
    change(made, at)
    return bytes(made)


def _overlapping() -> bytes:
    """Two names for the bytes of one part."""
    content = corpus.with_part(GOOD, "xl/media/b.xml", b"<a/>")
    theirs = content.index(b"xl/media/b.xml") - 30

    def point(made: bytearray, at: int) -> None:
        made[at + 42 : at + 46] = struct.pack("<I", theirs)

    more = corpus.with_part(content, "xl/media/c.xml", b"<a/>")
    theirs = more.index(b"xl/media/b.xml") - 30
    return directory(more, "xl/media/c.xml", point)


def _lying() -> bytes:
    """A part of 30 MB that the directory calls 1 kB."""
    content = with_sheet(worksheet([]), [("xl/media/a.xml", [b"<a>", *[b" " * _MEGABYTE] * 30, b"</a>"])])

    def small(made: bytearray, at: int) -> None:
        made[at + 24 : at + 28] = struct.pack("<I", 1024)

    return directory(content, "xl/media/a.xml", small)


def _noise(size: int) -> Iterable[bytes]:
    """Bytes of hexadecimal digits, which pack to half."""
    chance = random.Random(size)
    for _ in range(size // _MEGABYTE or 1):
        yield chance.randbytes(min(size, _MEGABYTE) // 2).hex().encode()


def _millions_of_cells() -> Iterable[bytes]:
    for number in range(1, 40_001):
        yield b'<row r="%d">' % number + b'<c t="n"><v>1</v></c>' * 100 + b"</row>"


def _millions_of_addressed_cells() -> Iterable[bytes]:
    """Half as many with addresses and figures that differ, so that the ratio of packing is that of a real sheet."""
    chance = random.Random(13)
    letters = [f"{a}{b}" for a in ("", "A", "B", "C") for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"][:100]
    rows = [
        "".join(f'<c r="{letter}#"><v>{chance.randrange(10**4)}</v></c>' for letter in letters).encode()
        for _ in range(40)
    ]
    for number in range(1, 21_001):
        row = b"%d" % number
        yield b'<row r="' + row + b'">' + chance.choice(rows).replace(b"#", row) + b"</row>"


def _deep(*, alike: bool = False) -> bytes:
    """Elements 200,000 deep; those that are all alike pack too well and are a bomb, if there are more than 140,000."""
    chance = random.Random(23)
    names = [b"a"] * 140_000 if alike else [b"a%d" % chance.randrange(10**4) for _ in range(200_000)]
    return b"".join(b"<" + name + b">" for name in names) + b"".join(b"</" + name + b">" for name in reversed(names))


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
).encode()
QUADRATIC = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 50_000 + b'">]>'
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def external(port: int) -> bytes:
    """A DOCTYPE that asks for a file over the network."""
    return b'<!DOCTYPE x SYSTEM "' + WATCHED.format(port=port).encode() + b'">'


def with_doctype(doctype: bytes, entity: bytes = b"&a;") -> dict[str, bytes]:
    """A DOCTYPE in every kind of XML that a parser here reads."""
    string = b'<row r="99"><c r="A99" t="inlineStr"><is><t>' + entity + b"</t></is></c></row></sheetData>"
    sheet = corpus.with_part(
        edited(b"</sheetData>", string), SHEET, None, find=b"<worksheet", put=doctype + b"<worksheet"
    )
    ods = containers.ods({TAB: GRID})
    xml = containers.spreadsheetml({TAB: GRID})
    flat = zipfile.ZipFile(io.BytesIO(ods)).read("content.xml")
    return {
        "sheet": sheet,
        "workbook": edited(b"<workbook", doctype + b"<workbook", "xl/workbook.xml"),
        "relations": edited(b"<Relationships", doctype + b"<Relationships", "xl/_rels/workbook.xml.rels"),
        "styles": edited(b"<styleSheet", doctype + b"<styleSheet", "xl/styles.xml"),
        "shared strings": shared_strings(doctype + strings(entity)),
        "properties": edited(b"<Properties", doctype + b"<Properties", "docProps/app.xml"),
        "drawing": corpus.with_part(GOOD, "xl/drawings/a.vml", doctype + b"<xml/>"),
        "ods": corpus.with_part(
            ods, "content.xml", None, find=b"<office:document-content", put=doctype + b"<office:document-content"
        ),
        "ods styles": corpus.with_part(ods, "styles.xml", doctype + b"<x/>"),
        "ods manifest": corpus.with_part(ods, "META-INF/manifest.xml", doctype + b"<x/>"),
        "ods flat": flat.replace(b"<office:document-content", doctype + b"<office:document-content", 1),
        "xml 2003": xml.replace(b"<Workbook", doctype + b"<Workbook", 1),
        "xml 2003 utf-16": xml.replace(b"<Workbook", doctype + b"<Workbook", 1).decode().encode("utf-16"),
    }


def _bad_book(sheets: str) -> bytes:
    start = b"<sheets>"
    old = zipfile.ZipFile(io.BytesIO(GOOD)).read("xl/workbook.xml")
    begin, end = old.index(start), old.index(b"</sheets>")
    return corpus.with_part(GOOD, "xl/workbook.xml", old[:begin] + start + sheets.encode() + old[end:])


def _thousand_xlsx() -> bytes:
    return _bad_book("".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 1_001)))


def _sheets(count: int) -> dict[str, containers.Rows]:
    return {f"s{number}": [["a"]] for number in range(count)}


def _renamed(part: str) -> bytes:
    return archive([("[Content_Types].xml", [b"<x/>"]), (part, [b"<x/>"])])


def _twice(name: str) -> bytes:
    """A part twice: the second name is put in place of one of the same length, as zipfile warns otherwise."""
    made = corpus.with_part(GOOD, "xl/worksheets/sheet9.xml", b"<x/>")
    return made.replace(b"xl/worksheets/sheet9.xml", name.encode())


def _named(name: str) -> bytes:
    stand_in = "q" * len(name)
    return corpus.with_part(GOOD, stand_in, b"<x/>").replace(stand_in.encode(), name.encode())


def _encrypted() -> bytes:
    def flag(made: bytearray, at: int) -> None:
        made[at + 8] |= 1

    return directory(GOOD, SHEET, flag)


def _filepass() -> bytes:
    stream = containers.xls({TAB: GRID}, ole=False)
    first = 4 + int.from_bytes(stream[2:4], "little")
    return stream[:first] + struct.pack("<HHH", 0x2F, 2, 0) + stream[first:]


def _two_workbooks() -> bytes:
    """A workbook that is looked at, and one in the usual place that a parser reads."""
    old = zipfile.ZipFile(io.BytesIO(GOOD))
    relations = old.read("xl/_rels/workbook.xml.rels").replace(b"sheet1.xml", b"sheet2.xml")
    made = corpus.with_part(GOOD, "_rels/.rels", None, find=b"xl/workbook.xml", put=b"xl/book.xml")
    made = corpus.with_part(made, "xl/book.xml", old.read("xl/workbook.xml"))
    made = corpus.with_part(made, "xl/_rels/book.xml.rels", relations)
    return corpus.with_part(made, "xl/worksheets/sheet2.xml", b"".join(worksheet([])))


def _two_sheets(sheets: str, target: str = "worksheets/sheet2.xml", identity: str = "rId77") -> bytes:
    """The good sheet and an empty one of which guard and parser might each take another; `sheets` names both."""
    relation = (
        f'<Relationship Id="{identity}" Target="{target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/worksheet"/></Relationships>'
    )
    made = corpus.with_part(
        _bad_book(sheets), "xl/_rels/workbook.xml.rels", None, find=b"</Relationships>", put=relation.encode()
    )
    made = corpus.with_part(made, f"xl/{target}", b"".join(worksheet([])))
    return made if "sheet2" in target else corpus.with_part(made, "xl/worksheets/sheet2.xml", b"".join(worksheet([])))


def _row_twice() -> bytes:
    xml = zipfile.ZipFile(io.BytesIO(GOOD)).read(SHEET)
    return cell(xml[xml.index(b'<row r="16"') : xml.index(b'<row r="17"')])


def _ods_body(cells: str) -> bytes:
    return containers.ods({}, body=f'<table:table table:name="a">{cells}</table:table>')


def _text_document() -> bytes:
    """An OpenDocument text with a table in it."""
    body = _ods_body(f"<table:table-row><table:table-cell {_VALUE}/></table:table-row>")
    made = corpus.with_part(body, "content.xml", None, find=b"<office:spreadsheet>", put=b"<office:text>")
    return corpus.with_part(made, "content.xml", None, find=b"</office:spreadsheet>", put=b"</office:text>")


def _html(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


def _xml_deep() -> bytes:
    xml = containers.spreadsheetml({TAB: GRID})
    return xml.replace(b"<Table>", b"<Table>" + _deep(), 1)


def _ods_deep() -> bytes:
    deep = _deep() + b"<table:table "
    return corpus.with_part(containers.ods({TAB: GRID}), "content.xml", None, find=b"<table:table ", put=deep)


_A_BILLION = 'table:number-{}-repeated="1000000000"'
_VALUE = 'office:value-type="float" office:value="1"'
_LONG = "a1" * (5 * _MEGABYTE)


def _long_xlsx() -> bytes:
    string = [b'<row r="1"><c r="A1" t="inlineStr"><is><t>', *_noise(10 * _MEGABYTE), b"</t></is></c></row>"]
    return with_sheet(worksheet(string))


def _long_shared() -> bytes:
    return shared_strings(strings(b"".join(_noise(10 * _MEGABYTE))))


REFUSALS = (
    Refusal(1, "", lambda: b"", "empty-file"),
    Refusal(1, "blanks", lambda: b"\xef\xbb\xbf \r\n"[3:] * 9, "empty-file"),
    Refusal(2, "", lambda: random.Random(2).randbytes(50_000), "not-a-spreadsheet"),
    Refusal(2, "after the mark of a zip", lambda: b"PK\x03\x04" + random.Random(2).randbytes(50_000), "zip-damaged"),
    Refusal(
        2,
        "after the mark of OLE",
        lambda: containers.xls({TAB: GRID})[:8] + random.Random(2).randbytes(50_000),
        "xls-damaged",
    ),
    Refusal(3, "half", lambda: GOOD[: len(GOOD) // 2], "zip-damaged"),
    Refusal(3, "last byte", lambda: GOOD[:-1], "zip-damaged"),
    Refusal(3, "first kB", lambda: GOOD[:1024], "zip-damaged"),
    Refusal(3, "ods", lambda: containers.ods({TAB: GRID})[:-30], "zip-damaged"),
    Refusal(4, "", lambda: b"PK\x03\x04".ljust(limits.FILE_BYTES + 1, b"\0"), "file-too-large"),
    Refusal(5, "more than was said", lambda: GOOD + bytes(limits.FILE_BYTES), "file-too-large"),
    Refusal(5, "less than was said", lambda: GOOD[:-200], "zip-damaged"),
    Refusal(6, "pdf", lambda: b"%PDF-1.7\n%" + bytes(99), "other-kind-of-file"),
    Refusal(6, "exe", lambda: b"MZ\x90\0" + bytes(99), "other-kind-of-file"),
    Refusal(6, "docx", lambda: _renamed("word/document.xml"), "other-kind-of-file"),
    Refusal(6, "pptx", lambda: _renamed("ppt/presentation.xml"), "other-kind-of-file"),
    Refusal(6, "xlsb", lambda: _renamed("xl/workbook.bin"), "other-kind-of-file"),
    Refusal(6, "odt", _text_document, "other-kind-of-file"),
    Refusal(6, "zip", lambda: archive([("laporan.xlsx", [GOOD])]), "zip-not-workbook"),
    Refusal(8, "", corpus.protected, "password-protected"),
    Refusal(8, "xls", _filepass, "password-protected"),
    Refusal(
        8,
        "ods",
        lambda: containers.ods(
            {TAB: GRID}, extra={"META-INF/manifest.xml": b'<m xmlns:a="x"><a:encryption-data/></m>'}
        ),
        "password-protected",
    ),
    Refusal(
        11,
        "cells",
        lambda: _ods_body(
            f"<table:table-row><table:table-cell {_A_BILLION.format('columns')} {_VALUE}/></table:table-row>"
        ),
        "far-cell",
    ),
    Refusal(
        11,
        "rows",
        lambda: _ods_body(
            f"<table:table-row {_A_BILLION.format('rows')}><table:table-cell {_VALUE}/></table:table-row>"
        ),
        "far-cell",
    ),
    Refusal(
        11,
        "rows of cells within the limits of each",
        lambda: _ods_body(
            '<table:table-row table:number-rows-repeated="190000"><table:table-cell '
            f'table:number-columns-repeated="100" {_VALUE}/></table:table-row>'
        ),
        "too-many-cells",
    ),
    Refusal(
        11,
        "blanks before a value",
        lambda: _ods_body(
            f"<table:table-row {_A_BILLION.format('rows')}><table:table-cell/></table:table-row>"
            f"<table:table-row><table:table-cell {_VALUE}/></table:table-row>"
        ),
        "far-cell",
    ),
    Refusal(
        11,
        "spaces",
        lambda: _ods_body(
            '<table:table-row><table:table-cell office:value-type="string"><text:p>'
            '<text:s text:c="1000000000"/></text:p></table:table-cell></table:table-row>'
        ),
        "cell-too-long",
    ),
    Refusal(12, "", lambda: with_sheet(worksheet([b" " * _MEGABYTE] * 300)), "zip-bomb"),
    Refusal(
        12,
        "in a picture",
        lambda: with_sheet(worksheet([]), [("xl/media/a.png", [bytes(_MEGABYTE)] * 300)]),
        "zip-bomb",
    ),
    Refusal(12, "a header that lies", _lying, "zip-bomb"),
    Refusal(
        12,
        "many parts, each within its ratio",
        lambda: with_sheet(
            worksheet([]),
            [(f"xl/media/{n}.bin", [b"ab" * 500, bytes(limits.RATIO_GRACE_BYTES - 2_000)]) for n in range(301)],
        ),
        "zip-bomb",
    ),
    Refusal(13, "", lambda: with_sheet(worksheet(_millions_of_cells())), "zip-bomb"),
    Refusal(
        13, "packed like a real sheet", lambda: with_sheet(worksheet(_millions_of_addressed_cells())), "too-many-cells"
    ),
    Refusal(
        14,
        "",
        lambda: with_sheet(worksheet([]), [(f"xl/media/{n}", [b""]) for n in range(20_000)]),
        "zip-too-many-parts",
    ),
    Refusal(15, "", _overlapping, "zip-overlap"),
    Refusal(16, "", lambda: _twice(SHEET), "zip-duplicate-part"),
    Refusal(16, "in capitals", lambda: _twice("XL/worksheets/SHEET1.xml"), "zip-duplicate-part"),
    Refusal(16, "workbooks", _two_workbooks, "zip-not-workbook"),
    Refusal(
        16,
        "names of sheets",
        lambda: _two_sheets('<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="A" sheetId="2" r:id="rId77"/>'),
        "zip-duplicate-part",
    ),
    Refusal(
        16,
        "relations",
        lambda: _two_sheets('<sheet name="a" sheetId="1" r:id="rId1"/>', identity="rId1"),
        "zip-duplicate-part",
    ),
    Refusal(16, "rows", _row_twice, "xml-damaged"),
    Refusal(
        16,
        "rows of xml 2003",
        lambda: containers.spreadsheetml({TAB: GRID}).replace(b'<Row ss:Index="17"', b'<Row ss:Index="16"'),
        "cell-twice",
    ),
    Refusal(17, "", lambda: _named("../../evil.xml"), "zip-unsafe-name"),
    Refusal(17, "inside", lambda: _named("xl/../../evil.xml"), "zip-unsafe-name"),
    Refusal(17, "from the root", lambda: _named("/etc/evil.xml"), "zip-unsafe-name"),
    Refusal(17, "of Windows", lambda: _named("..\\evil.xml"), "zip-unsafe-name"),
    Refusal(17, "of a drive", lambda: _named("C:/evil.xml"), "zip-unsafe-name"),
    Refusal(18, "", _encrypted, "password-protected"),
    *(Refusal(19, name, lambda name=name: with_doctype(LAUGHS, b"&j;")[name], "doctype") for name in with_doctype(b"")),
    *(
        Refusal(20, name, lambda name=name: with_doctype(QUADRATIC, b"&a;" * 9)[name], "doctype")
        for name in ("sheet", "ods", "xml 2003")
    ),
    *(Refusal(21, name, lambda name=name: with_doctype(ENTITY)[name], "doctype") for name in with_doctype(b"")),
    Refusal(23, "sheet", lambda: cell(_deep()), "xml-too-deep"),
    Refusal(23, "sheet, packed small", lambda: cell(_deep(alike=True)), "xml-too-deep"),
    Refusal(23, "workbook", lambda: edited(b"<sheets>", _deep() + b"<sheets>", "xl/workbook.xml"), "xml-too-deep"),
    Refusal(23, "drawing", lambda: corpus.with_part(GOOD, "xl/drawings/a.xml", _deep()), "xml-too-deep"),
    Refusal(23, "ods", _ods_deep, "xml-too-deep"),
    Refusal(23, "xml 2003", _xml_deep, "xml-too-deep"),
    Refusal(23, "html", lambda: _html("<table><tr><td>" * 200_000), "xml-too-deep"),
    Refusal(
        24,
        "sheet",
        lambda: cell(b'<row r="99"><c r="A99" t="inlineStr"><is><t>\xff\xfe</t></is></c></row>'),
        "xml-damaged",
    ),
    Refusal(24, "shared strings", lambda: shared_strings(strings(b"Bel\xff\xffnja")), "xml-damaged"),
    Refusal(
        24,
        "ods",
        lambda: corpus.with_part(containers.ods({TAB: GRID}), "content.xml", None, find=b"Belanja", put=b"Bel\xc3(nja"),
        "xml-damaged",
    ),
    Refusal(
        24,
        "utf-16",
        lambda: corpus.with_part(GOOD, SHEET, b"".join(worksheet([])).decode().encode("utf-16")),
        "xml-damaged",
    ),
    Refusal(
        25,
        "",
        lambda: edited(b"worksheets/sheet1.xml", b"worksheets/no.xml", "xl/_rels/workbook.xml.rels"),
        "sheet-part-missing",
    ),
    Refusal(
        25,
        "a part that the parser seeks elsewhere",
        lambda: _two_sheets(f'<sheet name="{TAB}" sheetId="1" r:id="rId77"/>', "xl/worksheets/sheet1.xml"),
        "sheet-part-missing",
    ),
    Refusal(
        25,
        "two relations of one sheet",
        lambda: _two_sheets(f'<sheet name="{TAB}" sheetId="1" x:id="rId1" r:id="rId77" xmlns:x="x"/>'),
        "sheet-part-missing",
    ),
    Refusal(26, "xlsx", lambda: _bad_book(""), "no-sheets"),
    Refusal(26, "ods", lambda: containers.ods({}), "no-sheets"),
    Refusal(26, "xml 2003", lambda: containers.spreadsheetml({}), "no-sheets"),
    Refusal(26, "xls", lambda: containers.xls({}), "no-sheets"),
    Refusal(27, "xlsx", _thousand_xlsx, "too-many-sheets"),
    Refusal(27, "ods", lambda: containers.ods(_sheets(1_000)), "too-many-sheets"),
    Refusal(27, "xml 2003", lambda: containers.spreadsheetml(_sheets(1_000)), "too-many-sheets"),
    Refusal(27, "xls", lambda: containers.xls(_sheets(1_000)), "too-many-sheets"),
    Refusal(28, "", lambda: shared_strings(strings()), "workbook-damaged"),
    Refusal(28, "negative", lambda: cell(b'<row r="99"><c r="A99" t="s"><v>-1</v></c></row>'), "workbook-damaged"),
    Refusal(28, "no number", lambda: cell(b'<row r="99"><c r="A99" t="s"><v>x</v></c></row>'), "workbook-damaged"),
    Refusal(29, "", lambda: cell(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "far-cell"),
    Refusal(
        29,
        "a text",
        lambda: cell(b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'),
        "far-cell",
    ),
    Refusal(
        29,
        "xml 2003",
        lambda: containers.spreadsheetml({TAB: GRID}).replace(
            b"</Table>",
            b'<Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row></Table>',
        ),
        "far-cell",
    ),
    Refusal(29, "html", lambda: _html("<table><tr><td colspan=65534>a<td>b</table>"), "far-cell"),
    Refusal(29, "csv", lambda: b";" * 1_000_000 + b"1", "too-many-cells"),
    Refusal(31, "", lambda: cell(b'<row r="99"><c r="ZZZZ99999999"><v>1</v></c></row>'), "far-cell"),
    Refusal(31, "row 0", lambda: cell(b'<row r="0"><c r="A0"><v>1</v></c></row>'), "far-cell"),
    Refusal(31, "no letters", lambda: cell(b'<row r="99"><c r="99"><v>1</v></c></row>'), "far-cell"),
    Refusal(31, "negative", lambda: cell(b'<row r="-1"><c r="A-1"><v>1</v></c></row>'), "far-cell"),
    Refusal(
        31,
        "xml 2003",
        lambda: containers.spreadsheetml({TAB: GRID}).replace(b'<Row ss:Index="1"', b'<Row ss:Index="0"'),
        "far-cell",
    ),
    Refusal(
        31,
        "xml 2003, no number",
        lambda: containers.spreadsheetml({TAB: GRID}).replace(b'<Row ss:Index="1"', b'<Row ss:Index="ZZ"'),
        "far-cell",
    ),
    Refusal(40, "xlsx", _long_xlsx, "cell-too-long"),
    Refusal(40, "shared string", _long_shared, "cell-too-long"),
    Refusal(
        40,
        "ods",
        lambda: containers.ods({TAB: [["".join(p.decode() for p in _noise(10 * _MEGABYTE))]]}),
        "cell-too-long",
    ),
    Refusal(40, "xml 2003", lambda: containers.spreadsheetml({TAB: [[_LONG]]}), "cell-too-long"),
    Refusal(40, "html", lambda: containers.html([[_LONG]]), "cell-too-long"),
    Refusal(40, "csv", lambda: corpus.csv([[_LONG, "b"]]), "cell-too-long"),
)
"""The files that are refused, with the code that says why."""
