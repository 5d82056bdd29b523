"""Recaps of pilkada grants and a satker's LRA."""

import json

from budget.reference import Reference
from tests.write_tables import amounts, codes, read

HEAD = [
    ["REKAPITULASI HIBAH PILKADA (NPHD) SE-JAWA TIMUR"],
    ["Keadaan s.d. 31 Maret 2025"],
    ["(dalam ribuan rupiah)"],
    ["No", "Kabupaten/Kota", "Pagu NPHD", "Realisasi", "Sisa", "Jasa Giro", "Total Dikembalikan"],
]
ROWS = [
    [1, "Kota Probolinggo", 23_116_413.98, 18_797_160.088, 4_319_253.892, 12.5, 4_319_266.392],
    [2, "KPU Kab. Malang", "101.094.000", "101.093.000", "1.000", 0, "1.000"],
]
TOTAL = [None, "JUMLAH", 124_210_413.98, 119_890_160.088, 4_320_253.892, 12.5, 4_320_266.392]


def test_grants_in_thousands_are_exact_rupiah_of_hld():
    draft = read([*HEAD, *ROWS, TOTAL])
    assert draft.report.format == "hibah-recap"
    assert codes(draft) == []
    assert amounts(draft, "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (23_116_413_980, 18_797_160_088, 4_319_253_892),
        (101_094_000_000, 101_093_000_000, 1_000_000),
    ]
    units = [unit.nama for unit in map(Reference.load().by_kode_satker.__getitem__, draft.lines["kode_satker"])]
    assert units == ["KPU Kota Probolinggo", "KPU Kabupaten Malang"]
    assert {(piece.tahun, piece.bulan, piece.sumber_dana) for piece in draft.report.slices} == {(2025, 3, "HLD")}
    assert json.loads(draft.lines["cells"].iloc[0])["jasa_giro_rp"] == ["F5", "12.5"]
    assert all(control.printed == control.computed for control in draft.report.control)
    assert len(draft.report.control) == 5


def test_what_is_returned_is_sisa_and_interest():
    rows = [[1, "Kota Probolinggo", 100, 60, 40, 2, 41]]
    draft = read([*HEAD[:2], HEAD[3], *rows])
    [issue] = [issue for issue in draft.report.issues if issue.code == "returned-differs"]
    assert (issue.cell, issue.raw, issue.expected) == ("G4", "Rp41", "Rp42")


def test_a_name_that_two_units_share_is_asked_about():
    draft = read([*HEAD, [1, "Malang", 100, 60, 40, 0, 40], ROWS[0]])
    assert (codes(draft), len(draft.lines)) == (["satker-ambiguous"], 1)
    [issue] = draft.report.issues
    assert issue.cell == "B5"
    units = Reference.load().by_kode_wilayah
    kabupaten, kota = units["35.07"], units["35.73"]
    assert issue.expected == f"{kabupaten.nama} ({kabupaten.kode_satker}) atau {kota.nama} ({kota.kode_satker})"


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
