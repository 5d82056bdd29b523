"""Hostile cases that are read all the same (7, 9 to 11, 30, 32 to 39): the stated result, harmless and named.

Each through `load_safely` with the measures of `tests/test_hostile.py`.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from markupsafe import escape as escape_html

from budget.draft import Draft
from budget.issue import Issue
from budget.to_csv import to_csv
from loaders.address import address
from tests import containers, corpus
from tests.measured_load import GOOD, is_good, measured_load, next_is_read, nothing_stored
from views.render import render

GRID = corpus.grid()
TAB = "GLP039_LAPORAN "
SHEET = "xl/worksheets/sheet1.xml"
AKUN, TEXT = "521211", "Belanja Bahan"
Check = Callable[[Draft], None]


def _edited(find: bytes, put: bytes) -> bytes:
    return corpus.with_part(GOOD, SHEET, None, find=find, put=put)


def _with_value(place: str, cell: str) -> bytes:
    """The good workbook with one cell replaced by XML."""
    sheet = zipfile.ZipFile(io.BytesIO(GOOD)).read(SHEET).decode()
    made, count = re.subn(rf'<c r="{place}"[^>]*>.*?</c>', lambda _: cell, sheet, count=1)
    if count != 1:
        raise ValueError(place)
    return corpus.with_part(GOOD, SHEET, made.encode())


def _with_text(find: str, put: str) -> bytes:
    """The good workbook with a text replaced, every text inline and literal."""

    def cell(row: int, column: int, value: object) -> str:
        value = value.replace(find, put) if isinstance(value, str) else value
        if isinstance(value, str):
            text = f'<is><t xml:space="preserve">{escape(value, {chr(13): "&#13;"})}</t></is>'
            return f'<c r="{address(row, column)}" t="inlineStr">{text}</c>'
        return f'<c r="{address(row, column)}"><v>{value!r}</v></c>'

    rows = "".join(
        f'<row r="{number + 1}">'
        + "".join(cell(number, column, value) for column, value in enumerate(row) if value is not None)
        + "</row>"
        for number, row in enumerate(GRID)
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return corpus.with_part(GOOD, SHEET, sheet.encode())


def _linked() -> bytes:
    book = corpus.with_part(GOOD, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="x/externalLinkPath" Target="file:///C:\\Users\\budi\\pagu.xlsx" TargetMode="External"/>'
        b"</Relationships>"
    )
    return corpus.with_part(book, "xl/externalLinks/_rels/externalLink1.xml.rels", relation)


def _active_page() -> bytes:
    fetch = '<img src="http://127.0.0.1:9/x.png" onerror="alert(1)"><iframe src="file:///etc/passwd"></iframe>'
    script = "<script>document.body.innerHTML=''</script>"
    return containers.html(GRID).replace(b"<body>", f"<body>{script}{fetch}".encode())


def _issue(draft: Draft, code: str) -> Issue:
    [issue] = [issue for issue in draft.report.issues if issue.code == code]
    return issue


def _macros(draft: Draft) -> None:
    is_good(draft)
    assert _issue(draft, "macros").message == (
        "Berkas berisi makro (vbaProject.bin). Makro diabaikan dan tidak pernah dijalankan; datanya tetap dibaca."
    )


def _links(draft: Draft) -> None:
    is_good(draft)
    issue = _issue(draft, "external-links")
    assert (issue.level, issue.raw) == ("warning", "pagu.xlsx")


def _is_fault(code: str, raw: str | None, sheet: str = TAB) -> Check:
    def check(draft: Draft) -> None:
        assert not draft.report.publishable
        issue = _issue(draft, code)
        assert (issue.level, issue.sheet, issue.cell, issue.raw) == ("error", sheet, "Y16", raw)
        assert AKUN not in draft.lines["akun"].tolist()

    return check


def _says(text: str) -> Check:
    """The description is literally this, and every export of it is harmless to a spreadsheet program."""

    def check(draft: Draft) -> None:
        is_good(draft)
        line = draft.lines[draft.lines["akun"] == AKUN].iloc[0]
        assert line["uraian"] == text
        assert line["realisasi_rp"] == 78_859_391
        rows = to_csv(draft.lines[["uraian", "realisasi_rp"]]).splitlines()
        assert not any(row.lstrip('"').startswith(tuple("=+-@\t\r")) for row in rows)

    return check


def _says_and_names(text: str) -> Check:
    def check(draft: Draft) -> None:
        _says(text)(draft)
        issue = _issue(draft, "unseen-characters")
        assert (issue.level, issue.sheet, issue.cell, issue.raw) == ("warning", TAB, "L16", "L16")

    return check


def _value(xml: str) -> Callable[[], bytes]:
    return lambda: _with_value("Y16", f'<c r="Y16"{xml}</c>')


def _text(put: str) -> Callable[[], bytes]:
    return lambda: _with_text(TEXT, put)


READINGS: dict[str, tuple[Callable[[], bytes], Check]] = {
    "case-07 macros": (lambda: corpus.with_part(GOOD, "xl/vbaProject.bin", b"x"), _macros),
    "case-09 xls": (lambda: containers.xls({TAB: GRID}), is_good),
    "case-10 web page": (_active_page, is_good),
    "case-10 xml spreadsheet 2003": (lambda: containers.spreadsheetml({TAB: GRID}), is_good),
    "case-11 ods": (lambda: containers.ods({TAB: GRID}), is_good),
    "case-30 dimension too large": (
        lambda: _edited(b'<dimension ref="', b'<dimension ref="A1:XFD1048576" was="'),
        is_good,
    ),
    "case-30 dimension too small": (lambda: _edited(b'<dimension ref="', b'<dimension ref="A1" was="'), is_good),
    "case-32 NaN": (_value("><v>NaN</v>"), _is_fault("not-a-number", "nan")),
    "case-32 1e400": (_value("><v>1e400</v>"), _is_fault("not-a-number", "inf")),
    "case-32 text": (_value("><v>abc</v>"), _is_fault("not-a-number", "abc")),
    **{
        f"case-33 {error}": (_value(f' t="e"><v>{error}</v>'), _is_fault("error-cell", error))
        for error in ("#REF!", "#DIV/0!", "#N/A")
    },
    "case-34 never computed": (_value("><f>V16+W16</f>"), _is_fault("formula-not-computed", None)),
    "case-34 never computed, empty": (_value("><f>V16+W16</f><v/>"), _is_fault("formula-not-computed", None)),
    "case-35 external link": (_linked, _links),
    "case-36 hyperlink": (
        lambda: _with_value(
            "L16",
            '<c r="L16" t="str"><f>HYPERLINK("http://127.0.0.1:9/?"&amp;A1,"x")</f><v>Belanja Bahan</v></c>',
        ),
        _says(TEXT),
    ),
    "case-36 dde": (_text("=cmd|' /C calc'!A0"), _says("=cmd|' /C calc'!A0")),
    **{f"case-37 begins with {sign!r}": (_text(f"{sign}1+1"), _says(f"{sign}1+1".strip())) for sign in "=+-@\t\r"},
    "case-38 control characters": (_text("Belanja_x0000_ Ba_x001F_han"), _says_and_names(TEXT)),
    "case-38 direction of writing": (_text("Belanja \u202eBahan\u202c"), _says_and_names(TEXT)),
    "case-38 no width": (_text("Bel\u200banja Bah\u2060an\ufeff"), _says_and_names(TEXT)),
    "case-38 no-break space": (_text("Belanja\u00a0Bahan"), _says(TEXT)),
    "case-38 inside a code": (lambda: _with_text(AKUN, "521\u200b211"), is_good),
    **{
        f"case-39 {text}": (_text(text), _says(text))
        for text in ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "${7*7}")
    },
}


@pytest.mark.parametrize("name", [name for name in READINGS if name.startswith("case-39")])
def test_a_page_shows_it_literally(name: str) -> None:
    text = name.removeprefix("case-39 ")
    page = render("refusal.html", message=text)
    assert str(escape_html(text)) in page
    assert not re.search(r"<(?:script|img)", page)


@pytest.mark.parametrize(
    "write",
    [corpus.xlsx, *(lambda rows, name, write=write: write({name: rows}) for write in containers.WRITERS.values())],
)
def test_case_38_a_name_of_a_sheet_that_turns_the_direction_of_writing(write: Callable[..., bytes]) -> None:
    draft = measured_load(write(GRID, "Lap\u202exslx.\u200b"))
    assert isinstance(draft, Draft)
    assert set(draft.lines["sumber_lembar"]) == {"Lapxslx."}


@pytest.fixture(autouse=True)
def _nothing_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with nothing_stored(tmp_path, monkeypatch):
        yield


@pytest.mark.parametrize("name", READINGS)
def test_read(name: str) -> None:
    make, check = READINGS[name]
    draft = measured_load(make())
    assert isinstance(draft, Draft), draft
    check(draft)
    next_is_read()
