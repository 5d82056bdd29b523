"""Recaps of pilkada grants."""

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


PLAIN = [["Keadaan s.d. 31 Maret 2025"], ["No", "Kabupaten/Kota", "Pagu NPHD", "Realisasi", "Sisa", "Jasa Giro"]]


def test_a_unit_that_stands_twice_or_has_no_amounts_is_named():
    rows = [[1, "KPU KOTA BATU", 100, 60, 40, 1], [2, "Kota Surabaya"], [3, "Kota Batu", 90, 50, 40, 1]]
    draft = read([*PLAIN, *rows])
    assert [(issue.code, issue.cell) for issue in draft.report.issues] == [
        ("row-twice", "B5"),
        ("unit-without-amounts", "B4"),
    ]
    assert draft.report.issues[0].message == "Baris 5 mengulang baris 3 (B5): uangnya akan terhitung dua kali."
    assert (draft.report.rows.lines, draft.report.rows.dropped, draft.report.rows.read) == (2, 1, 5)


def test_the_number_of_an_agreement_is_no_amount():
    head = ["No", "Kab/Kota", "Nomor NPHD", "Tanggal NPHD", "Nilai NPHD", "Realisasi", "Sisa", "Jasa Giro"]
    draft = read([PLAIN[0], head, [1, "Kota Batu", "270/1/2024", "1-2-2024", 100, 60, 40, 1]])
    assert (codes(draft), amounts(draft, "pagu_rp", "sisa_rp")) == ([], [(100, 40)])


def test_two_columns_of_realisasi_are_a_question():
    head = ["No", "Kab/Kota", "Nilai NPHD", "Realisasi Tahap I", "Realisasi Tahap II", "Sisa", "Jasa Giro"]
    draft = read([PLAIN[0], head, [1, "Kota Batu", 100, 30, 30, 40, 1]])
    issue = draft.report.issues[0]
    assert (issue.code, issue.cell) == ("column-claimed-twice", "E2")
    assert issue.message == (
        "Kolom realisasi tahap ii dan realisasi tahap i sama-sama dapat berarti Realisasi s.d. periode."
    )
