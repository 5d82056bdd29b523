"""SIPD: what the local government reports."""

from pathlib import Path

import pytest

from budget.declared import Declared
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.load import load
from tests.write_sipd import sipd
from tests.write_tables import amounts, codes, read

SUB = "2.16.01.2.01.0001"
LEAVES = {
    (SUB, "5.1.02.01.001.00024"): (1000, 100, 0, 0, 0, 0, 0, 0),
    (SUB, "5.1.02.02.001.00071"): (2000, 1000, 0, 0, 0, 0, 0, 0),
    (SUB, "5.2.02.01.001.00001"): (0, 0, 500, 50, 0, 0, 0, 0),
}
ASKED = {"kode_satker": "657942", "bulan": 4, "sumber_dana": "HLD"}


def sheet(text=False):
    """A small sheet of 23 rows: leaves in rows 17, 19 and 22, Jumlah in row 23."""
    return sipd(LEAVES, text=text)


@pytest.mark.parametrize("text", [False, True])
def test_the_deepest_accounts_are_lines_and_everything_above_is_checked(text):
    draft = read(sheet(text), **ASKED)
    assert (draft.report.format, codes(draft)) == ("sipd-lra", [])
    assert amounts(draft, "program", "kegiatan", "ro", "item", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("2.16.01", "2.16.01.2.01", SUB, "5.1.02.01.001.00024", None, 1000, 100, 900),
        ("2.16.01", "2.16.01.2.01", SUB, "5.1.02.02.001.00071", None, 2000, 1000, 1000),
        ("2.16.01", "2.16.01.2.01", SUB, "5.2.02.01.001.00001", None, 500, 50, 450),
    ]
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-04/HLD"]
    rows = draft.report.rows
    assert (rows.lines, rows.totals, rows.notes, rows.dropped, rows.read) == (3, 12, 8, 0, 23)
    assert len(draft.report.control) == 12 * 8
    assert draft.lines["sumber_sel"].tolist() == ["G17", "G19", "I22"]


def test_a_rekening_of_two_kelompok_is_their_sum():
    draft = read(sipd({(SUB, "5.1.02.01.001.00024"): (1000, 100, 20, 3, 0, 0, 4, 1)}), **ASKED)
    assert amounts(draft, "pagu_rp", "realisasi_rp", "sisa_rp") == [(1024, 104, 920)]
    assert '"operasi pagu_rp": ["F17", "1000"]' in draft.lines["cells"].iloc[0]


def test_blank_everywhere_is_not_known():
    rows = sheet()
    for column in (6, 8, 10, 12):
        rows[21][column] = None
    draft = read(rows, **ASKED)
    assert amounts(draft, "pagu_rp", "realisasi_rp", "sisa_rp")[2] == (500, None, None)


def test_unit_and_month_are_asked_and_the_totals_are_shown_all_the_same():
    draft = read(sheet())
    assert codes(draft) == ["unit-needed", "month-needed"]
    assert {issue.raw for issue in draft.report.issues} == {"baris 17–22"}
    assert (draft.report.slices, draft.report.rows.dropped, draft.report.rows.read) == ((), 3, 23)
    printed = [control.printed for control in draft.report.control if control.level == "jumlah operasi"]
    assert printed == [3000, 1100]


@pytest.mark.parametrize(
    ("declared", "source", "found"),
    [
        ("HLD", "HLD", []),
        (None, "tidak dirinci", ["source-of-funds-unknown"]),
        ("PNBP", "PNBP", ["source-of-funds-contradicts"]),
    ],
)
def test_of_two_sources_on_the_sheet_the_declared_one_counts_and_no_third(declared, source, found):
    rows = sheet()
    rows[3] = ["SUMBER DANA : RM dan HLD"]
    draft = read(rows, **{**ASKED, "sumber_dana": declared})
    assert (codes(draft), [piece.sumber_dana for piece in draft.report.slices]) == (found, [source])
    assert draft.report.publishable == (found != ["source-of-funds-contradicts"])


@pytest.mark.parametrize(
    ("title", "source"),
    [
        (["Sumber Dana : HLD"], "HLD"),
        (["Sumber dana", ":", "hld - hibah"], "HLD"),
        (["Sumber Dana : Pendapatan Asli Daerah"], "PNBP"),
        (["KAB. HLD"], "PNBP"),
    ],
)
def test_the_source_of_funds_is_the_sheets_own_else_the_declared_one(title, source):
    rows = sheet()
    rows[3] = title
    assert [piece.sumber_dana for piece in read(rows, **{**ASKED, "sumber_dana": "PNBP"}).report.slices] == [source]


def test_the_month_of_the_title_counts_before_the_declared_one():
    rows = sheet()
    rows[1] = ["REALISASI SAMPAI DENGAN : MARET  "]
    assert [piece.key for piece in read(rows, **ASKED).report.slices] == ["657942/2026-03/HLD"]


@pytest.mark.parametrize(
    ("row", "column", "value", "code", "cell"),
    [
        (16, 5, 1001, "total-differs", "F9"),
        (22, 6, 1101, "total-differs", "G23"),
        (15, 7, 1, "total-differs", "H16"),
        (16, 5, "seribu", "not-a-number", "F17"),
        (16, 5, "21,276,070,424,00", "not-a-number", "F17"),
        (16, 5, "1.000,50", "fractional-rupiah", "F17"),
        (16, 5, "=1+#REF!", "formula-not-computed", "F17"),
        (8, 5, "#REF!", "error-cell", "F9"),
        (18, 3, "5.1.02.01.001.00024", "duplicate-path", "A19"),
        (16, 3, None, "total-differs", "F15"),
        (22, 4, "Selesai", "grand-total-missing", None),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(row, column, value, code, cell):
    rows = sheet()
    rows[row][column] = value
    draft = read(rows, **ASKED)
    assert (code, cell) in [(issue.code, issue.cell) for issue in draft.report.issues]
    assert not draft.report.publishable
    assert draft.report.rows.read == 23


def test_money_without_a_code_is_no_note():
    rows = sheet()
    rows[16][:4] = [None] * 4
    draft = read(rows, **ASKED)
    found = [(issue.code, issue.cell, issue.raw) for issue in draft.report.issues]
    assert ("row-not-understood", "F17", "1000") in found
    assert draft.report.rows.read == 23
    assert not draft.report.publishable


def test_what_stands_below_jumlah_is_counted_and_never_shown():
    rows = [*sheet(), [], [None] * 5 + ["Contoh, 4 Mei 2026"], [None] * 5 + ["Siti Contoh"], [None] * 5 + [1.97e17]]
    draft = read(rows, **ASKED)
    assert (codes(draft), draft.report.rows.notes, draft.report.rows.read) == ([], 12, 27)
    assert "Siti" not in f"{draft.report.as_dict()}{draft.lines.to_dict()}"


def test_a_heading_without_one_of_its_columns_is_not_this_format():
    rows = sheet()
    rows[6][6] = "Serapan"
    with pytest.raises(Unreadable) as caught:
        read(rows, **ASKED)
    assert caught.value.issue.code == "format-not-recognised"


ORIGINAL = Path(__file__).parents[1].parent / "shared" / "sheets" / "sipd-lra-2026-04.xlsx"
if ORIGINAL.exists():

    def test_the_original_reads_to_its_totals():
        declared = Declared(kode_satker="657942", bulan=4)
        draft = load(Upload(ORIGINAL.name, ORIGINAL.read_bytes()), Reference.load(), declared)
        totals = {
            (control.level, control.field): control.printed
            for control in draft.report.control
            if control.level.startswith("jumlah")
        }
        assert totals["jumlah operasi", "pagu_rp"] == 10_701_893_800
        assert totals["jumlah operasi", "realisasi_rp"] == 1_142_726_955
        assert all(control.printed == control.computed for control in draft.report.control)
        assert (len(draft.lines), draft.report.rows.read, draft.report.publishable) == (192, 490, True)

    def test_the_original_alone_asks_and_shows_its_totals():
        draft = load(Upload(ORIGINAL.name, ORIGINAL.read_bytes()), Reference.load())
        assert [issue.code for issue in draft.report.issues if issue.level == "error"] == [
            "unit-needed",
            "month-needed",
        ]
        assert (len(draft.lines), draft.report.rows.dropped, draft.report.rows.read) == (0, 192, 490)
        assert 1_142_726_955 in [control.printed for control in draft.report.control if "operasi" in control.level]
