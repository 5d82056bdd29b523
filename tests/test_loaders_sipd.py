"""SIPD: what the local government reports."""

from pathlib import Path

import pytest

from budget.declared import Declared
from budget.reference import Reference
from budget.upload import Upload
from loaders.load import load
from tests.write_tables import amounts, codes, read

HEAD = [
    ["KAB. CONTOH"],
    ["REKAPITULASI BELANJA MENURUT URUSAN"],
    ["TAHUN ANGGARAN 2026"],
    [],
    ["Kode", None, None, None, "Uraian Urusan, Organisasi, Program", "Kelompok Belanja"],
    [None] * 5 + ["Operasi", None, "Modal", None, "Tak Terduga", None, "Transfer", None],
    [None] * 5 + ["Anggaran", "Realisasi"] * 4,
    ["1", None, None, None, "2", "3", "4", "5", "6", "7", "8", "9", "10"],
]
ORG, SUB = "2.16.2.20.2.21.01.0000", "2.16.01.2.01.0001"
ZERO = ["0,00"] * 4


def sheet(text=False):
    """A small sheet; `text` writes every amount as text, as the later files do."""

    def row(a, b, c, d, uraian, pagu, spent, modal=0, used=0):
        four = [pagu, spent, modal, used]
        if text:
            four = [f"{value:,}".replace(",", ".") + ",00" for value in four]
        return [a, b, c, d, uraian, *four, *ZERO]

    return [
        *HEAD,
        row("2", None, None, None, "URUSAN", 3000, 1100, 500, 50),
        row("2.16", None, None, None, "BIDANG", 3000, 1100, 500, 50),
        row("2.16", ORG, None, None, "Dinas", 3000, 1100, 500, 50),
        row("2.16", ORG, "2.16.01", None, "PROGRAM", 3000, 1100, 500, 50),
        row("2.16", ORG, "2.16.01.2.01", None, "Kegiatan", 3000, 1100, 500, 50),
        row("2.16", ORG, SUB, None, "Sub kegiatan", 3000, 1100, 500, 50),
        row("2.16", ORG, SUB, "5.1.02", "Belanja Barang dan Jasa", 3000, 1100),
        row("2.16", ORG, SUB, "5.1.02.01", "Belanja Barang", 1000, 100),
        row("2.16", ORG, SUB, "5.1.02.01.001.00024", "ATK", 1000, 100),
        row("2.16", ORG, SUB, "5.1.02.02", "Belanja Jasa", 2000, 1000),
        row("2.16", ORG, SUB, "5.1.02.02.001.00071", "Lembur", 2000, 1000),
        row("2.16", ORG, SUB, "5.2.02", "Belanja Modal", 0, 0, 500, 50),
        row("2.16", ORG, SUB, "5.2.02.01.001.00001", "Mesin", 0, 0, 500, 50),
        row(None, None, None, None, "Jumlah", 3000, 1100, 500, 50),
    ]


ASKED = {"kode_satker": "657942", "bulan": 4, "sumber_dana": "HLD"}


@pytest.mark.parametrize("text", [False, True])
def test_the_deepest_accounts_are_lines_and_everything_above_is_checked(text):
    draft = read(sheet(text), **ASKED)
    assert (draft.report.format, codes(draft)) == ("sipd-lra", [])
    assert amounts(draft, "program", "ro", "item", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("2.16.01", SUB, "5.1.02.01.001.00024", None, 1000, 100, 900),
        ("2.16.01", SUB, "5.1.02.02.001.00071", None, 2000, 1000, 1000),
        ("2.16.01", SUB, "5.2.02.01.001.00001", None, 500, 50, 450),
    ]
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-04/HLD"]
    rows = draft.report.rows
    assert (rows.lines, rows.totals, rows.notes, rows.dropped, rows.read) == (3, 11, 8, 0, 22)
    assert len(draft.report.control) == 11 * 8
    assert draft.lines["sumber_sel"].tolist() == ["G17", "G19", "I21"]


def test_unit_and_month_are_asked_and_the_totals_are_shown_all_the_same():
    draft = read(sheet())
    assert codes(draft) == ["unit-needed", "month-needed"]
    assert (draft.report.slices, draft.report.rows.dropped, draft.report.rows.read) == ((), 3, 22)
    printed = [control.printed for control in draft.report.control if control.level == "jumlah operasi"]
    assert printed == [3000, 1100]


@pytest.mark.parametrize(
    ("row", "column", "value", "code", "cell"),
    [
        (16, 5, 1001, "total-differs", "F9"),
        (21, 6, 1101, "total-differs", "G22"),
        (15, 7, 1, "total-differs", "H16"),
        (16, 5, "seribu", "not-a-number", "F17"),
        (16, 5, "1.000,50", "fractional-rupiah", "F17"),
        (16, 5, "=1+#REF!", "formula-not-computed", "F17"),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(row, column, value, code, cell):
    rows = sheet()
    rows[row][column] = value
    draft = read(rows, **ASKED)
    assert (code, cell) in [(issue.code, issue.cell) for issue in draft.report.issues]
    assert not draft.report.publishable
    assert draft.report.rows.read == 22


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
