"""Tidy tables whose headings are known."""

import pytest

from tests.write_tables import amounts, codes, read

TITLE = [["Realisasi per akun s.d. September 2026"], []]
HEAD = ["Kode Satker", "Nama Satker", "Akun", "Uraian", "Pagu", "Realisasi", "Sisa", "%"]
ROWS = [
    [657942, "KPU KOTA SURABAYA", "521211", "Belanja Bahan", 1000, 400, 600, 0.4],
    ["657942", "KPU KOTA SURABAYA", 511111, "Gaji", 3000, 2000, 1000, 66.67],
    [657956, "KPU KOTA BATU", "52", "Barang", 500, "-", None, None],
]
TOTAL = [None, "GRAND TOTAL", None, None, 4500, 2400, 1600, None]


def test_one_row_is_one_line():
    draft = read([*TITLE, HEAD, *ROWS, TOTAL], sumber_dana="RM")
    assert (draft.report.format, codes(draft)) == ("tidy-table", [])
    assert amounts(draft, "kode_satker", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("657942", "521211", 1000, 400, 600),
        ("657942", "511111", 3000, 2000, 1000),
        ("657956", "52", 500, None, None),
    ]
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-09/RM", "657956/2026-09/RM"]
    assert (draft.report.rows.lines, draft.report.rows.totals, draft.report.rows.read) == (3, 1, 7)
    assert draft.lines["sumber_sel"].tolist() == ["F4", "F5", "F6"]


def test_period_and_source_may_be_columns():
    head = ["Satker", "Tahun", "Bulan", "Sumber Dana", "Pagu", "Realisasi"]
    rows = [["KPU KAB. MALANG", 2026, "Sept", "rm", 10, 5], ["KPU KOTA MALANG", 2026, 10, "HLD", 10, 6]]
    draft = read([head, *rows])
    assert [piece.key for piece in draft.report.slices] == [
        f"{draft.lines['kode_satker'][0]}/2026-09/RM",
        f"{draft.lines['kode_satker'][1]}/2026-10/HLD",
    ]
    assert codes(draft) == []


def test_subtotals_and_a_total_are_each_checked():
    head = ["Satker", "Uraian", "Pagu"]
    rows = [
        ["657942", "A", 10],
        ["657942", "B", 20],
        [None, "Jumlah", 30],
        ["657956", "C", 5],
        [None, "Sub Total", 5],
        [None, "Total", 35],
    ]
    draft = read([["TA 2026"], head, *rows], sumber_dana="RM")
    assert [(control.printed, control.computed) for control in draft.report.control] == [(30, 30), (5, 5), (35, 35)]
    assert draft.report.slices[0].bulan is None
    rows[-1][2] = 36
    [issue] = read([["TA 2026"], head, *rows], sumber_dana="RM").report.issues
    assert (issue.code, issue.cell) == ("total-differs", "C8")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["TA 2026"], ["Uraian", "Pagu"], ["A", 10]], ["unit-needed"]),
        ([["KPU KOTA BATU"], ["Uraian", "Pagu"], ["A", 10]], ["year-needed"]),
        ([["KPU KOTA BATU TA 2026"], ["Uraian", "Pagu", "Realisasi"], ["A", 10, 1]], ["month-needed"]),
        ([["KPU KOTA BATU s.d. Juni 2026"], ["Uraian", "Pagu", "Anggaran"], ["A", 10, 1]], ["column-claimed-twice"]),
        ([["KPU KOTA BATU TA 2026"], ["Akun", "Pagu"], ["Lain entah", 10]], ["code-unknown"]),
        ([["TA 2026"], ["Satker", "Pagu"], ["999999", 10]], ["satker-unknown"]),
        ([["TA 2026"], ["Satker", "Pagu"], ["KPU MALANG", 10]], ["satker-ambiguous"]),
        ([["TA 2026"], ["Satker", "Bulan", "Realisasi"], ["657942", "31/02/2026x", 1]], ["period-not-understood"]),
        ([["KPU KOTA BATU TA 2026"], ["Uraian", "Pagu"], ["A", "1.000"], ["B", "1,000"]], ["mixed-number-text"]),
    ],
)
def test_what_is_not_said_is_asked(rows, found):
    draft = read(rows, sumber_dana="RM")
    assert [code for code in codes(draft) if code != "number-without-name"] == found
    assert not draft.report.publishable
    assert draft.report.rows.read == len(rows)


def test_what_is_declared_answers():
    rows = [["Uraian", "Pagu", "Realisasi"], ["A", 10, 5]]
    draft = read(rows, sumber_dana="RM", kode_satker="657956", tahun=2026, bulan=6)
    assert ([piece.key for piece in draft.report.slices], codes(draft)) == (["657956/2026-06/RM"], [])


def test_thousands_of_rupiah_are_scaled():
    rows = [["KPU KOTA BATU s.d. Juni 2026 (dalam jutaan rupiah)"], ["Uraian", "Pagu", "Realisasi"], ["A", "10,5", 5]]
    assert amounts(read(rows, sumber_dana="RM"), "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (10_500_000, 5_000_000, 5_500_000)
    ]
