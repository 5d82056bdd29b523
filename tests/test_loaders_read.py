"""What a file must pass before a parser sees it, and what parsers make of it."""

import io
import warnings
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from budget.declared import Declared
from budget.issue_catalogue import LEVELS, issue_catalogue
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders import limits, read_xlsx
from loaders.grid import grid
from loaders.guard import Book, guard
from loaders.load import load
from loaders.read import read
from loaders.scan_zip import ZipParts, scan_zip
from tests import corpus

GOOD = corpus.xlsx(corpus.grid())
SHEET = "xl/worksheets/sheet1.xml"


def _zip(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def _twice() -> bytes:
    out = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr(SHEET, b"<x/>")
    return out.getvalue()


def _edited(find: bytes, put: bytes, part: str = SHEET) -> bytes:
    return corpus.with_part(GOOD, part, None, find=find, put=put)


def _cell(xml: bytes) -> bytes:
    return _edited(b"</sheetData>", xml + b"</sheetData>")


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'

ENVELOPES = {
    "empty": (lambda: b"", "empty-file"),
    "blanks": (lambda: b" \n", "empty-file"),
    "random": (lambda: bytes(range(256)) * 9, "not-a-spreadsheet"),
    "pdf": (lambda: b"%PDF-1.7\n%", "other-kind-of-file"),
    "exe": (lambda: b"MZ\x90\0", "other-kind-of-file"),
    "docx": (lambda: _zip(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")), "other-kind-of-file"),
    "zip": (lambda: _zip(("a.txt", b"x")), "zip-not-workbook"),
    "half": (lambda: GOOD[: len(GOOD) // 2], "zip-damaged"),
    "re-encoded": (lambda: GOOD.decode("latin-1").encode(), "zip-damaged"),
    "password": (corpus.protected, "password-protected"),
    "xls": (lambda: corpus.protected()[:400], "xls-damaged"),
    "path": (lambda: corpus.with_part(GOOD, "../evil.xml", b"<x/>"), "zip-unsafe-name"),
    "twice": (_twice, "zip-duplicate-part"),
    "bomb": (lambda: corpus.with_part(GOOD, "xl/media/a.bin", bytes(30 * 1024**2)), "zip-bomb"),
    "doctype": (lambda: _edited(b"<worksheet", DOCTYPE), "doctype"),
    "doctype elsewhere": (lambda: corpus.with_part(GOOD, "xl/a.xml", b"<!DOCTYPE x><x/>"), "doctype"),
    "broken xml": (lambda: _edited(b"</sheetData>", b""), "xml-damaged"),
    "not utf-8": (lambda: _edited(b"Belanja", b"Bel\xff\xffnja"), "xml-damaged"),
    "deep": (lambda: _edited(b"<sheets>", b"<a>" * 99 + b"</a>" * 99 + b"<sheets>", "xl/workbook.xml"), "xml-too-deep"),
    "far": (lambda: _cell(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "far-cell"),
    "far, no row": (lambda: _cell(b'<row><c r="A1048576"><v>1</v></c></row>'), "far-cell"),
    "no address": (lambda: _cell(b'<row r="99"><c r="ZZZZ99999999"><v>1</v></c></row>'), "far-cell"),
    "row zero": (lambda: _cell(b'<row r="0"><c r="A0"><v>1</v></c></row>'), "far-cell"),
    "missing sheet": (
        lambda: _edited(b"worksheets/sheet1.xml", b"worksheets/no.xml", "xl/_rels/workbook.xml.rels"),
        "sheet-part-missing",
    ),
    "no sheets": (lambda: _edited(b"<sheet ", b"<leaf ", "xl/workbook.xml"), "no-sheets"),
    "long text": (lambda: corpus.csv([["a" * 40_000, "b"]]), "cell-too-long"),
    "broken quotes": (lambda: b'a;b\r\n"c;d\r\n', "csv-damaged"),
    "text": (lambda: b"bukan tabel sama sekali", "format-not-recognised"),
    "other workbook": (lambda: corpus.xlsx([["NO", "UNIT"], [1, "x"]]), "format-not-recognised"),
    "blank workbook": (lambda: corpus.xlsx([[]]), "empty-sheets"),
}


@pytest.mark.parametrize("name", ENVELOPES)
def test_refused(name: str) -> None:
    make, code = ENVELOPES[name]
    with pytest.raises(Unreadable) as caught:
        load(Upload("baik.xlsx", make()), Reference.load(), Declared())
    assert caught.value.issue.code == code
    assert "\n" not in caught.value.issue.message


def test_encrypted_flag() -> None:
    content = bytearray(GOOD)
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(Unreadable) as caught:
        read(Upload("x", bytes(content)))
    assert caught.value.issue.code == "password-protected"


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_ENTRIES", 3)
    with pytest.raises(Unreadable, match=r"Berkas tersusun dari \d+ bagian; batasnya 3\."):
        read(Upload("x", GOOD))


def test_only_cells_with_a_value_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "VALUED_CELLS", 500)
    blanks = b"".join(b'<c r="A%d" s="0"/>' % number for number in range(1, 2_000))
    read(Upload("x", _cell(b'<row r="100">' + blanks + b"</row>")))
    monkeypatch.setattr(limits, "VALUED_CELLS", 50)
    with pytest.raises(Unreadable) as caught:
        read(Upload("x", GOOD))
    assert caught.value.issue.code == "too-many-cells"


def test_the_guard_sees_what_calamine_hides() -> None:
    book = Workbook()
    sheet = book.active
    sheet["B2"], sheet["C2"], sheet["D2"], sheet["E2"] = "#REF!", "=SUM(A1:A2)", 51, 7
    sheet["D2"].number_format = "000"
    file = io.BytesIO()
    book.save(file)
    [tab] = guard(scan_zip(file.getvalue())).tabs
    assert tab.scan.errors == {(1, 1): "#REF!"}
    assert tab.scan.uncomputed == {(1, 2)}
    assert tab.scan.padded == {(1, 3): 3}
    [read_sheet] = read(Upload("x", file.getvalue()))
    assert read_sheet.rows[1] == (None, "#REF!", None, "051", 7)
    assert read_sheet.faults == {(1, 1): "#REF!", (1, 2): ""}


def test_a_parser_that_reads_more_than_the_guard_has_seen_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    def half_blind(parts: ZipParts) -> Book:
        book = guard(parts)
        book.tabs[0].scan.valued -= 1
        return book

    monkeypatch.setattr(read_xlsx, "guard", half_blind)
    with pytest.raises(Unreadable) as caught:
        read(Upload("x", GOOD))
    assert caught.value.issue.code == "workbook-damaged"


def _grids() -> dict[str, bytes]:
    made = {
        "akun": GOOD,
        "item": corpus.xlsx(corpus.grid(item=True)),
        "gaps": corpus.xlsx([[], [None, None, "a_x000D_b", 1.5, True], [], [None, 2**40, -3]]),
        "omspan": corpus.xlsx(corpus.omspan([(656560, "KPU", "DIPA", 1)])),
    }
    originals = sorted(corpus.SHARED.glob("*.xlsx")) if corpus.SHARED.exists() else []
    return made | {path.name: path.read_bytes() for path in originals}


def _by_openpyxl(content: bytes, name: str) -> object:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book[name]
    sheet.reset_dimensions()
    return grid(sheet.iter_rows(values_only=True), name).rows


@pytest.mark.parametrize("name", _grids())
def test_calamine_and_openpyxl_give_the_same_grid(name: str) -> None:
    content = _grids()[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for sheet in read(Upload("x", content)):
            assert sheet.rows == _by_openpyxl(content, sheet.name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_separated_text(encoding: str, delimiter: str) -> None:
    text = delimiter.join(["Uraian", "Café é", "-"]) + "\r\n" + delimiter.join(["NA", '"a, b; c"', "1"]) + "\r\n"
    [sheet] = read(Upload("x", text.encode(encoding)))
    assert sheet.rows == (("Uraian", "Café é", "-"), ("NA", "a, b; c", "1"))


def test_the_catalogue_is_whole() -> None:
    for code, kind in issue_catalogue().items():
        assert code == code.lower()
        assert kind.level in LEVELS
        assert kind.message.endswith((".", "}"))
        assert kind.remedy.endswith((".", "}", "?"))
