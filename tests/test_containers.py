"""Every container gives the same budget lines, told by its first bytes, and what it hides is named."""

import random
import zlib

import pandas as pd
import pytest

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders import scan_sheet
from loaders.load import load
from loaders.read import read
from loaders.scan_plain_cells import PlainCells
from tests import containers, corpus
from tests.containers import WRITERS, Fault

GRID = corpus.grid()
XLSX = corpus.xlsx(GRID)
SHEET = "xl/worksheets/sheet1.xml"
TAB = "GLP039_LAPORAN "
BESIDE = ["sumber_lembar", "cells"]
CONTAINERS = {
    "xlsx": XLSX,
    "xlsm": corpus.with_part(XLSX, "xl/vbaProject.bin", b"x"),
    "xls": containers.xls({TAB: GRID}),
    "xls without OLE": containers.xls({TAB: GRID}, ole=False),
    "ods": containers.ods({TAB: GRID}),
    "spreadsheetml": containers.spreadsheetml({TAB: GRID}),
    "spreadsheetml utf-16": containers.spreadsheetml({TAB: GRID}).decode().encode("utf-16"),
    "html": containers.html(GRID),
    "html utf-16": containers.html(GRID, encoding="utf-16"),
    **{
        f"csv {encoding} {delimiter!r}": containers.quoted_csv(GRID, delimiter, encoding)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
        for delimiter in ";,\t|"
    },
}


def _load(content: bytes, name: str = "apa pun.xls") -> Draft:
    return load(Upload(name, content), Reference.load(), Declared(sumber_dana="RM"))


def _codes(draft: Draft) -> list[str]:
    return [issue.code for issue in draft.report.issues]


EXPECTED = _load(XLSX)


@pytest.mark.parametrize("name", CONTAINERS)
def test_every_container_gives_the_same_lines(name: str) -> None:
    draft = _load(CONTAINERS[name])
    assert draft.report.publishable
    assert draft.lines["pagu_rp"].sum() == 2_279_979_000
    pd.testing.assert_frame_equal(draft.lines.drop(columns=BESIDE), EXPECTED.lines.drop(columns=BESIDE))
    assert _codes(draft) == (["macros"] if name == "xlsm" else [])


def _xlsx_hiding() -> bytes:
    book = corpus.with_part(XLSX, SHEET, None, find=b'<row r="16"', put=b'<row r="16" hidden="1"')
    return corpus.with_part(
        book, SHEET, None, find=b"<sheetData>", put=b'<cols><col min="16" max="16" hidden="1"/></cols><sheetData>'
    )


HIDING = {
    "xlsx": _xlsx_hiding(),
    **{name: write({TAB: GRID}, hidden_rows={15}, hidden_columns={15}) for name, write in WRITERS.items()},
}


@pytest.mark.parametrize("name", HIDING)
def test_hidden_rows_and_columns_are_read_and_named(name: str) -> None:
    draft = _load(HIDING[name])
    pd.testing.assert_frame_equal(draft.lines.drop(columns=BESIDE), EXPECTED.lines.drop(columns=BESIDE))
    rows, columns = draft.report.issues
    assert (rows.code, rows.level, rows.sheet, rows.cell, rows.raw) == ("rows-hidden", "warning", TAB, "A16", "16")
    assert (columns.code, columns.cell, columns.raw) == ("columns-hidden", "P1", "P")
    assert rows.message == (
        f"Lembar {TAB} punya baris tersembunyi yang berisi: 16. Isinya ikut dibaca dan ikut dijumlahkan."
    )


def test_a_hidden_row_of_a_web_page() -> None:
    assert [issue.raw for issue in _load(containers.html(GRID, hidden_rows={15, 16, 18})).report.issues] == [
        "16–17, 19"
    ]


def test_hidden_blanks_are_not_worth_a_word() -> None:
    assert _codes(_load(containers.ods({TAB: [*GRID, [None]]}, hidden_rows={len(GRID)}, hidden_columns={31}))) == []


@pytest.mark.parametrize("name", WRITERS)
def test_hidden_sheets(name: str) -> None:
    write = WRITERS[name]
    alone = _load(write({TAB: GRID, "catatan": [["x"]]}, hidden_sheets={TAB}))
    assert alone.report.publishable
    assert _codes(alone) == ["sheet-hidden-read", "sheet-ignored"]
    beside = _load(write({TAB: GRID, "lama": GRID, "x": [["x"]]}, hidden_sheets={"lama", "x"}))
    pd.testing.assert_frame_equal(beside.lines.drop(columns=BESIDE), EXPECTED.lines.drop(columns=BESIDE))
    assert _codes(beside) == ["sheet-hidden-left", "sheet-hidden"]
    assert beside.report.issues[0].message == (
        "Lembar tersembunyi lama juga berisi tabel yang dikenali; angkanya tidak dihitung, "
        "karena ada lembar lain yang kelihatan."
    )


def _faulty(fault: Fault) -> list[list[object]]:
    rows = [list(row) for row in GRID]
    rows[15][24] = fault
    return rows


@pytest.mark.parametrize("name", [*WRITERS, "html"])
@pytest.mark.parametrize(
    ("shown", "code"), [("#REF!", "error-cell"), ("#N/A", "error-cell"), ("", "formula-not-computed")]
)
def test_errors_and_formulas_never_computed_are_issues_at_their_cell(name: str, shown: str, code: str) -> None:
    if name == "html" and not shown:
        pytest.skip("a web page has no formulas")
    rows = _faulty(Fault(shown))
    draft = _load(containers.html(rows) if name == "html" else WRITERS[name]({TAB: rows}))
    assert not draft.report.publishable
    [issue] = [issue for issue in draft.report.issues if issue.code == code]
    assert (issue.cell, issue.raw) == ("Y16", shown or None)
    assert "521211" not in draft.lines["akun"].tolist()


def test_a_formula_never_computed_in_the_last_cell() -> None:
    [sheet] = read(Upload("x", containers.ods({"a": [["x"], [None, Fault("")]]})))
    assert (sheet.rows, sheet.faults) == ((("x", None), (None, None)), {(1, 1): ""})


def test_numbers_shown_with_leading_zeros() -> None:
    xml = containers.spreadsheetml({"a": [[51, 7.5]]})
    styles = b'<Styles><Style ss:ID="s1"><NumberFormat ss:Format="000"/></Style></Styles><Worksheet'
    xml = xml.replace(b"<Worksheet", styles, 1).replace(b'ss:Index="1"', b'ss:Index="1" ss:StyleID="s1"')
    ods = containers.ods({"a": [[51, 7.5]]})
    shown = containers.ods(
        {},
        body=(
            '<table:table table:name="a"><table:table-row><table:table-cell '
            'office:value-type="float" office:value="51"><text:p>051</text:p>'
            "</table:table-cell></table:table-row></table:table>"
        ),
    )
    assert read(Upload("x", containers.xls({"a": [[51, 7.5]]}, formats=True)))[0].rows == (("051", 7.5),)
    assert read(Upload("x", xml))[0].rows == (("051", 7.5),)
    assert read(Upload("x", ods))[0].rows == ((51.0, 7.5),)
    assert read(Upload("x", shown))[0].rows == (("051",),)


PAGES = {
    "spans": (
        "<table><tr><td colspan=2>a</td><td rowspan=2>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>",
        (("a", None, "b", None), ("c", "d", None, "e")),
    ),
    "lines between tables": (
        "<h3>Judul</h3><p>Periode<br>Maret<table><tr><td>a</table><table><tr><td>b</table>akhir",
        (("Judul",), ("Periode",), ("Maret",), ("a",), ("b",), ("akhir",)),
    ),
    "nested": (
        "<table><tr><td><table><tr><td>a<td>b<tr><td>c</table></td></tr><tr><td>d</td></tr></table>",
        (("a", "b"), ("c", None), ("d", None)),
    ),
    "nested beside another": (
        "<table><tr><td><table><tr><td>a<td>b</table></td><td>c</td></tr></table>",
        (("a", "b", "c"),),
    ),
    "nested between texts": (
        "<table><tr><td>x<table><tr><td>a</table>y</td><td>z</td></tr></table>",
        (("x", None), ("a", None), ("y", "z")),
    ),
    "unclosed": ("<table><tr><td>a<td>b<tr><td>c", (("a", "b"), ("c", None))),
    "no rows": ("<table><td>a<td>b</table>", (("a", "b"),)),
    "scripts": (
        "<table><tr><td>a<script>document.write('<td>x')</script></td><td onclick=x><b>b</b></td></table>",
        (("a", "b"),),
    ),
    "a long script": (f"<script>{'a(b)<c;' * 200_000}</script><table><tr><td>a</table>", (("a",),)),
    "exact numbers": (
        "<table><tr><td x:num='12.5'>13</td><td x:num>1.234</td><td x:num='1_0'>9</td></table>",
        ((12.5, "1.234", "9"),),
    ),
    "entities": ("<table><tr><td>a&amp;b&nbsp;</td><td>&lt;script&gt;</td></table>", (("a&b", "<script>"),)),
}


@pytest.mark.parametrize("name", PAGES)
def test_web_pages(name: str) -> None:
    page, rows = PAGES[name]
    [sheet] = read(Upload("x.xls", page.encode()))
    assert sheet.rows == rows


def test_a_formula_of_a_web_page_without_a_value() -> None:
    [sheet] = read(Upload("x", b"<table><tr><td x:fmla='=A1'></td><td>x</td></table>"))
    assert sheet.faults == {(0, 0): ""}


def test_merged_cells_of_xml_spreadsheet_2003() -> None:
    xml = containers.spreadsheetml({"a": [["a", "b"]]}).replace(b'ss:Index="1">', b'ss:Index="1" ss:MergeAcross="2">')
    assert read(Upload("x", xml.replace(b'<Cell ss:Index="2"', b"<Cell")))[0].rows == (("a", None, None, "b"),)


def test_comments_are_no_cells() -> None:
    note = b'<Comment ss:Author="x"><ss:Data>rahasia</ss:Data></Comment></Cell>'
    xml = containers.spreadsheetml({"a": [["a"]]}).replace(b"</Cell>", note)
    body = (
        '<table:table table:name="a"><table:table-row><table:table-cell office:value-type="string">'
        "<office:annotation><text:p>rahasia</text:p></office:annotation><text:p>a<text:s text:c='2'/>b</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    assert read(Upload("x", xml))[0].rows == (("a",),)
    assert read(Upload("x", containers.ods({}, body=body)))[0].rows == (("a  b",),)


def test_repeated_cells_and_rows_of_ods() -> None:
    body = (
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>a</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row></table:table>"
    )
    assert read(Upload("x", containers.ods({}, body=body)))[0].rows == ((None, "a", "a"),) * 2


REFUSED = {
    "xlsb": (corpus.with_part(XLSX, "xl/workbook.bin", b"x"), "other-kind-of-file"),
    "Excel's lock file": (b"\x04Budi".ljust(55) + b"\x04\0" + "Budi".encode("utf-16-le").ljust(108, b" "), "lock-file"),
    "LibreOffice's lock file": (b",budi,komputer,24.11.2026 09:00,file:///home/budi;", "lock-file"),
    "a single-file web page": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "other-kind-of-file"),
    "a page without a table": (b"<html><body><p>Sesi berakhir</p></body></html>", "html-without-table"),
    "xml": (b'<?xml version="1.0"?><rss/>', "other-kind-of-file"),
    "ods, a text": (
        containers.ods({}, body=""),
        "no-sheets",
    ),
    "ods, encrypted": (
        containers.ods({"a": [["a"]]}, extra={"META-INF/manifest.xml": b"<m><encryption-data/></m>"}),
        "password-protected",
    ),
    "xls, cut": (containers.xls({TAB: GRID}, ole=False)[:-900], "xls-damaged"),
    "xls, cut inside OLE": (containers.xls({TAB: GRID})[:6000], "xls-damaged"),
    "xls, a record that does not exist": (
        containers.xls({TAB: GRID}).replace(b"\x03\x02\x0e\x00", b"\x03\x52\x0e\x00"),
        "xls-damaged",
    ),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "other-kind-of-file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    content, code = REFUSED[name]
    with pytest.raises(Unreadable) as caught:
        read(Upload("baik.xlsx", content))
    assert caught.value.issue.code == code


def test_rows_that_a_damaged_xls_has_lost() -> None:
    draft = _load(containers.xls({TAB: GRID[:14]}, declared=len(GRID)))
    assert not draft.report.publishable
    [issue] = [issue for issue in draft.report.issues if issue.code == "rows-cut"]
    assert issue.message == (
        f"Lembar {TAB} menyatakan punya {len(GRID)} baris, tetapi yang terbaca hanya 14: berkas mungkin terpotong."
    )


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_xls_never_passes_for_a_whole_one(seed: int) -> None:
    """One byte changed or a run of bytes cut: refused, or an error, or the same lines; never less money."""
    chance = random.Random(seed)
    content = bytearray(containers.xls({TAB: GRID}))
    at = chance.randrange(512, len(content) - 2048)
    if seed % 2:
        content[at] ^= 1 << chance.randrange(8)
    else:
        del content[at : at + chance.randrange(1, 64)]
    try:
        draft = _load(bytes(content))
    except Unreadable:
        return
    if draft.report.publishable:
        assert draft.lines["pagu_rp"].sum() == EXPECTED.lines["pagu_rp"].sum()
        assert len(draft.lines) == len(EXPECTED.lines)


PIECES = [
    '<c r="A1"/>',
    '<c r="B2" s="4"/>',
    '<c r="C3" s="1" t="inlineStr"></c>',
    '<c r="D4" t="n"><v>1.5</v></c>',
    '<c r="E5" t="s"><v>3</v></c>',
    '<c r="F6" t="inlineStr"><is><t>a b</t></is></c>',
    '<mergeCell ref="A1:B2"/>',
    '<c r="G7" t="inlineStr"><is><r>\n<t xml:space="preserve">x</t></r>\n</is></c>',
    '<c r="H8" t="e"><v>#REF!</v></c>',
    '<c r="I9"><f>A1</f></c>',
    '<c r="J10"><f>A1</f><v>2</v></c>',
    "<c><v>1</v></c>",
    "<c/>",
    "<row>",
    "</row>",
    '<row r="12" hidden="1">',
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x",
    "?>",
    "-",
    ">",
    "<",
    "]",
    " ",
    "<!-",
    "</c",
    "<x a='",
    "'>",
    "</x>",
    "<x>",
    '"',
    "<c r='K1'>",
    "</c>",
    "\n",
    "&",
    "é",
]


def _scan(pieces: list[bytes], plain: PlainCells | None) -> object:
    try:
        scan = scan_sheet.scan_whole(pieces, "x", {}, plain)
    except Unreadable as error:
        return error.issue.code
    except scan_sheet.UnaddressedError:
        return "unaddressed"
    return scan.valued, set(scan.errors), scan.uncomputed, scan.hidden_rows


def test_cutting_plain_cells_cannot_be_fooled() -> None:
    """Random XML, most of it broken: with and without the cut, the same verdict and the same findings."""
    chance = random.Random(1)
    whole = 0
    for _ in range(20_000):
        body = "".join(chance.choices(PIECES, k=chance.randrange(1, 12)))
        if chance.random() < 0.7:
            body = "<row>" + "".join(chance.choices(PIECES[:11], k=4)) + body + "</row>"
        xml = f"<worksheet><sheetData>{body}</sheetData></worksheet>".encode()
        expected = _scan([xml], None)
        found = _scan([xml], PlainCells(blanks_only=False))
        if found == "unaddressed":
            continue
        if "<!--" in body or "<![CDATA[" in body or "<?x" in body:  # cells in a comment may count, never hide
            if not isinstance(expected, str) and not isinstance(found, str):
                assert found[0] >= expected[0]
                assert found[1:] == expected[1:]
            else:
                assert isinstance(expected, str) == isinstance(found, str)
            continue
        assert found == expected, xml
        whole += not isinstance(expected, str)
    assert whole > 2_000


def test_plain_cells_over_the_limits_are_seen() -> None:
    for cell in ('<c r="A200001"><v>1</v></c>', '<c r="ZZZ1" t="n"><v>1</v></c>', '<c r="A0"><v>1</v></c>'):
        xml = f"<worksheet><sheetData><row>{cell}</row></sheetData></worksheet>".encode()
        assert _scan([xml], PlainCells(blanks_only=False)) == "far-cell"
        assert _scan([xml], None) == "far-cell"


def test_a_header_after_the_last_formula_is_not_its_value() -> None:
    xml = b'<w><sheetData><row r="1"><c r="A1"><f>A2</f><v></v></c></row></sheetData><oddHeader>9</oddHeader></w>'
    assert _scan([xml], PlainCells(blanks_only=False))[2] == {(0, 0)}


def test_an_archive_is_unpacked_no_further_than_its_directory_says() -> None:
    part = corpus.with_part(XLSX, "xl/media/a.xml", b"<a>" + b" " * 5_000 + b"</a>")
    at = part.rindex(b"xl/media/a.xml") - 46
    assert part[at : at + 4] == b"PK\x01\x02"
    lying = bytearray(part)
    lying[at + 24 : at + 28] = (7).to_bytes(4, "little")
    lying[at + 16 : at + 20] = zlib.crc32(b"<a>    ").to_bytes(4, "little")
    with pytest.raises(Unreadable) as caught:
        read(Upload("x", bytes(lying)))
    assert caught.value.issue.code == "zip-bomb"
