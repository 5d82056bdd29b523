"""Hand-kept POK recaps."""

from pathlib import Path

import pytest

from budget.declared import Declared
from budget.reference import Reference
from budget.upload import Upload
from loaders.load import load
from tests.write_tables import amounts, codes, read

HEAD = [
    ["REKAPITULASI ALOKASI PAGU PER UNIT KERJA/BAGIAN"],
    ["NOMOR : SP DIPA- 076.01.2.657942/2026"],
    ["PER 01276/KPU/2026, tgl. 19 Okt 2026"],
    [],
    ["NO", "UNIT", "PAGU", "REALISASI ", "PENGEMBALIAN BELANJA", "SISA PAGU", "%"],
    [1, 2, 3, 4, 5, 6, 7],
]
GROUP = ["I", "SEKRETARIAT", 3000, 1500, 100, 1600, 0.4667]
ROWS = [
    [1, "  Bagian A", 1000, 600, 100, 500, 0.5],
    [2, "Bagian B_x000D_", 1500, 900, 0, 600, "60"],
    [3, "Bagian C", 500, None, None, 500, None],
]
SIGNED = [
    [],
    [None, None, None, None, "Surabaya,  12 Oktober 2026"],
    [None, None, 3000, None, "Surabaya,  2026"],
    [None, None, None, None, "Kepala Bagian Keuangan"],
    [None, None, None, None, "ANI BUDIARTI, S.E."],
    [None, None, None, None, "NIP. 19800101 200501 2 001"],
]
ASKED = {"bulan": 10, "sumber_dana": "RM"}


def test_a_recap_adds_up_and_what_was_paid_back_is_taken_off():
    draft = read([*HEAD, GROUP, *ROWS, *SIGNED], **ASKED)
    assert draft.report.format == "recap-pok"
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-10/RM"]
    assert amounts(draft, "pagu_rp", "realisasi_rp", "sisa_rp") == [(1000, 500, 500), (1500, 900, 600), (500, 0, 500)]
    assert draft.lines["uraian"].tolist() == ["Bagian A", "Bagian B", "Bagian C"]
    assert [(c.field, c.printed, c.computed) for c in draft.report.control] == [
        ("pagu_rp", 3000, 3000),
        ("realisasi_rp", 1500, 1500),
        ("pengembalian_rp", 100, 100),
        ("sisa_rp", 1600, 1600),
    ]
    rows = draft.report.rows
    assert (rows.lines, rows.totals, rows.notes, rows.dropped, rows.read) == (3, 1, 11, 1, 16)
    assert codes(draft) == ["number-without-name"]
    assert draft.report.publishable


def test_nobody_is_named_in_lines_or_issues():
    draft = read([*HEAD, GROUP, *ROWS, *SIGNED], **ASKED)
    said = " ".join(str(value) for issue in draft.report.issues for value in issue.as_dict().values())
    kept = said + draft.lines.to_csv()
    assert not any(word in kept for word in ("ANI", "BUDIARTI", "NIP", "19800101", "Kepala", "Surabaya,"))


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (lambda rows: rows[0].__setitem__(2, 1001), "total-differs", "C7"),
        (lambda rows: rows[0].__setitem__(5, 501), "remainder-differs", "F8"),
        (lambda rows: rows[2].__setitem__(5, 499), "total-differs", "F7"),
        (lambda rows: rows[1].__setitem__(3, "sembilan ratus 900"), "not-a-number", "D9"),
        (lambda rows: rows[1].__setitem__(6, "61,5"), "percent-differs", "G9"),
        (lambda rows: rows[1].__setitem__(2, 1500.5), "fractional-rupiah", "C9"),
        (lambda rows: rows[1].__setitem__(3, "=D8+#REF!"), "formula-not-computed", "D9"),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(change, code, cell):
    rows = [list(row) for row in ROWS]
    change(rows)
    issues = read([*HEAD, GROUP, *rows], **ASKED).report.issues
    assert (code, cell) in [(issue.code, issue.cell) for issue in issues]


def test_a_blank_realisasi_is_zero_only_where_sisa_proves_it():
    rows = [[1, "A", 1000, None, None, 400, None]]
    draft = read(HEAD + rows, **ASKED)
    assert amounts(draft, "pagu_rp", "realisasi_rp", "sisa_rp") == [(1000, None, 400)]


def test_the_date_of_a_letter_is_no_period_so_the_month_is_asked():
    draft = read([*HEAD, GROUP, *ROWS], sumber_dana="RM")
    assert (codes(draft), draft.report.slices, len(draft.lines)) == (["month-needed"], (), 0)
    assert draft.report.rows.read == 10
    assert [control.printed for control in draft.report.control] == [3000, 1500, 100, 1600]


def test_hidden_old_sheets_are_named():
    draft = read([*HEAD, GROUP, *ROWS], hidden=[["lama", 1]], **ASKED)
    assert "sheet-hidden" in codes(draft)


def test_groups_and_the_whole_are_each_checked():
    rows = [
        ["A", "SEKRETARIAT", 10, 5, 0, 5, 0.5],
        ["I", "Umum", 10, 5, 0, 5, 0.5],
        ["1", "a", 4, 3, 0, 1, 0.75],
        ["2.", "b", 6, 2, 0, 4, 0.33],
        ["B", "ANGGOTA", 7, 7, 0, 0, 1],
        [None, "JUMLAH", 17, 12, 0, 5, 0.7],
    ]
    draft = read(HEAD + rows, **ASKED)
    assert (codes(draft), draft.lines["uraian"].tolist()) == ([], ["a", "b", "ANGGOTA"])
    assert [(c.printed, c.computed) for c in draft.report.control[:3]] == [(10, 10), (10, 10), (17, 17)]
    rows[1][2] = 11
    issues = read(HEAD + rows, **ASKED).report.issues
    assert [(issue.code, issue.cell) for issue in issues] == [("total-differs", "C8")]


def test_a_list_numbered_i_ii_iii_has_no_groups():
    rows = [["I", "A", 10, 5, 0, 5, 0.5], ["II", "B", 6, 2, 0, 4, 0.33]]
    draft = read(HEAD + rows, **ASKED)
    assert (codes(draft), len(draft.lines), draft.report.rows.totals) == ([], 2, 0)


def test_an_error_in_one_cell_is_named_there_and_its_neighbours_still_add_up():
    rows = [list(row) for row in ROWS]
    rows[0][3] = "#REF!"
    issues = read([*HEAD, GROUP, *rows], **ASKED).report.issues
    assert ("error-cell", "D8", "#REF!") in [(issue.code, issue.cell, issue.raw) for issue in issues]


@pytest.mark.parametrize(("label", "found"), [("% SISA PAGU", []), ("PAGU AWAL", ["column-claimed-twice"])])
def test_a_further_column_of_percent_is_nothing_and_one_of_pagu_a_question(label, found):
    rows = [["KPU KOTA BATU"], [*HEAD[4], label], *([*row, 5] for row in ROWS)]
    assert codes(read(rows, tahun=2026, **ASKED)) == found


ORIGINAL = Path(__file__).parents[1].parent / "shared" / "sheets" / "recap-pok-2020-10.xlsx"
if ORIGINAL.exists():

    def test_the_original_reads_to_its_totals():
        declared = Declared(any_satker=True, bulan=10)
        draft = load(Upload(ORIGINAL.name, ORIGINAL.read_bytes()), Reference.load(), declared)
        totals = [control.printed for control in draft.report.control]
        assert totals == [control.computed for control in draft.report.control]
        assert totals == [31_159_253_000, 18_271_261_363, 0, 12_887_991_637]
        assert draft.report.slices[0].key == "448302/2020-10/tidak dirinci"
        assert (len(draft.lines), draft.report.rows.read, draft.report.publishable) == (16, 36, True)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ((1, "   521211 Belanja Bahan"), ("521211", None, None, "Belanja Bahan")),
        (("  524111", "Perjalanan"), ("524111", None, None, "Perjalanan")),
        ((521213, "Honor"), ("521213", None, None, "Honor")),
        (("'521211", "Bahan"), ("521211", None, None, "Bahan")),
        ((1, "CQ.6709 - Tahapan"), (None, "CQ.6709", None, "Tahapan")),
        ((1, "QGE.001 Pelaksanaan"), (None, None, "QGE.001", "Pelaksanaan")),
        ((1, "076.01.CQ.6709.QGE.001.113.A.521211 Bahan"), ("521211", "CQ.6709", "QGE.001", "Bahan")),
        ((1, "657942 KPU KOTA SURABAYA"), (None, None, None, "657942 KPU KOTA SURABAYA")),
        ((1, "II A UMUM"), (None, None, None, "II A UMUM")),
        ((1, "TU. BIRO"), (None, None, None, "TU. BIRO")),
    ],
)
def test_codes_in_the_rows(cells, found):
    draft = read([*HEAD, [*cells, 10, 5, 0, 5, 0.5]], **ASKED)
    assert amounts(draft, "akun", "kegiatan", "ro", "uraian") == [found]


def test_a_whole_path_is_written_as_fa_detail_writes_it():
    draft = read([*HEAD, [1, "076.01.CQ.6709.QGE.001.113.A.521211", 10, 5, 0, 5, 0.5]], **ASKED)
    [codes_found] = amounts(draft, "program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun")
    assert codes_found == ("CQ", "CQ.6709", "QGE", "QGE.001", "113", "113.0A", "521211")


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ([1, "A", 1000, None, 0, 1000, None], []),
        ([1, "A", 1000, 400, None, 600, None], []),
        ([1, "A", 1000, None, 0, 400, None], ["D7"]),
        ([1, "A", 1000, "-", 0, None, None], ["D7"]),
        ([1, "A", None, 400, 0, 600, None], ["C7"]),
        ([1, "A", 1000, 400, None, None, None], ["E7"]),
    ],
)
def test_a_blank_that_nothing_settles_is_an_error_at_its_cell(row, cells):
    issues = read([*HEAD, row], **ASKED).report.issues
    assert [issue.cell for issue in issues if issue.code == "amount-missing"] == cells


@pytest.mark.parametrize("name", ["No. Rekening BRI", "NIP", "Nomor Rekening", "NIK bendahara", "NPWP :"])
def test_numbers_of_accounts_and_people_are_notes(name):
    draft = read([*HEAD, *ROWS, [None, name, None, 3_320_100_012_345, None, None, None]], **ASKED)
    assert (len(draft.lines), draft.report.rows.notes, codes(draft)) == (3, 7, [])
