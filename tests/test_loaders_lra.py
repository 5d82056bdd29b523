"""A satker's Laporan Realisasi Anggaran."""

import pytest

from tests.write_tables import amounts, codes, read

LRA = [
    ["KPU KOTA SURABAYA"],
    ["LAPORAN REALISASI ANGGARAN UNTUK PERIODE YANG BERAKHIR 30 JUNI 2026"],
    ["(Dalam Rupiah)"],
    ["URAIAN", "ANGGARAN", "REALISASI", "REALISASI DI ATAS (DI BAWAH) ANGGARAN", "%"],
    ["PENDAPATAN", 10, 12, 2, 120],
    ["Belanja Pegawai", "2.000.000", "1.500.000", "(500.000)", "75,00"],
    ["Belanja Barang", "3.000.000", "900.000", "(2.100.000)", "30,00"],
    ["Belanja Modal", "100.000", "110.000", "10.000", "110,00"],
    ["JUMLAH BELANJA", "5.100.000", "2.510.000", "(2.590.000)", "49,22"],
]


def test_the_sign_of_the_fourth_column_of_an_lra():
    draft = read(LRA, sumber_dana="RM")
    assert draft.report.format == "lra-satker"
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-06/RM"]
    assert amounts(draft, "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("51", 2_000_000, 1_500_000, 500_000),
        ("52", 3_000_000, 900_000, 2_100_000),
        ("53", 100_000, 110_000, -10_000),
    ]
    assert codes(draft) == ["realisasi-above-pagu", "row-left-out"]
    assert [(control.field, control.printed, control.computed) for control in draft.report.control] == [
        ("selisih_rp", -2_590_000, -2_590_000),
        ("pagu_rp", 5_100_000, 5_100_000),
        ("realisasi_rp", 2_510_000, 2_510_000),
    ]
    assert draft.report.rows.read == len(LRA)


def test_an_lra_whose_sum_does_not_hold():
    rows = [list(row) for row in LRA]
    rows[6][2] = "900.001"
    draft = read(rows, sumber_dana="RM")
    assert [issue.cell for issue in draft.report.issues if issue.code == "total-differs"] == ["C9"]
    assert [issue.cell for issue in draft.report.issues if issue.code == "remainder-differs"] == ["D7"]


FACE = [
    ["KPU KOTA BATU s.d. Juni 2026"],
    LRA[3],
    ["A. PENDAPATAN NEGARA DAN HIBAH"],
    ["1. Penerimaan Negara Bukan Pajak", 0, 12, 12, None],
    ["JUMLAH PENDAPATAN", 0, 12, 12, None],
    ["B. BELANJA", 300, 200, -100, "66,67%"],
    ["1. Belanja Pegawai", 200, 150, -50, 75],
    ["2. Belanja Barang", 100, 50, -50, 50],
    ["JUMLAH BELANJA", 300, 200, -100, 0.6667],
]


def test_the_face_of_an_lra_with_revenue_and_numbered_rows():
    draft = read(FACE, sumber_dana="RM")
    assert amounts(draft, "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [("51", 200, 150, 50), ("52", 100, 50, 50)]
    [issue] = draft.report.issues
    assert issue.code == "row-left-out"
    assert issue.message == (
        "Baris di A4 bukan belanja (1. penerimaan negara bukan pajak, jumlah pendapatan); dilewati."
    )
    assert [(control.printed, control.computed) for control in draft.report.control[:2]] == [(-100, -100)] * 2
    assert (draft.report.rows.lines, draft.report.rows.totals, draft.report.rows.dropped) == (2, 2, 2)


@pytest.mark.parametrize("jenis", [["511111", "511119"], ["511111 - Gaji", "511119 - Pembulatan"]])
def test_a_jenis_above_its_own_akun_is_a_sum(jenis):
    rows = [["51 Belanja Pegawai", 100, 50, -50], [jenis[0], 60, 30, -30], [jenis[1], 40, 20, -20]]
    rows += [["52 Belanja Barang", 10, 5, -5], ["521211", 10, 5, -5], ["JUMLAH BELANJA", 110, 55, -55]]
    draft = read([FACE[0], LRA[3][:4], *rows], sumber_dana="RM")
    assert (codes(draft), draft.lines["akun"].tolist()) == ([], ["511111", "511119", "521211"])
    assert all(control.printed == control.computed for control in draft.report.control)
    rows[0][1] = 101
    wrong = read([FACE[0], LRA[3][:4], *rows], sumber_dana="RM").report.issues
    assert [(issue.code, issue.cell) for issue in wrong] == [("total-differs", "B3")]


def test_the_year_before_is_a_question():
    head = ["URAIAN", "ANGGARAN", "REALISASI", "REALISASI DI ATAS (DI BAWAH) ANGGARAN", "%", "REALISASI 2025"]
    draft = read([FACE[0], head, ["Belanja Pegawai", 200, 150, -50, 75, 9]], sumber_dana="RM")
    assert [(issue.code, issue.cell) for issue in draft.report.issues] == [("column-claimed-twice", "F2")]
