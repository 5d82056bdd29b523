"""Layouts that nobody knew, explained once."""

import pytest

from budget.declared import Declared
from budget.layout import Layout
from budget.reference import Reference
from budget.unreadable import Unreadable
from loaders.fingerprint import fingerprint
from loaders.labels_of import labels_of
from loaders.propose_layout import propose_layout
from tests.write_tables import amounts, codes, read, workbook

ROWS = [
    ["Daftar pos s.d. September 2026"],
    ["Kd Kantor", "Mata Rek", "Nama Pos", "Plafon", "Terpakai", "Saldo Akhir"],
    ["657942", "521211", "Pos A", 900_000, 300_000, 600_000],
    ["657942", "511111", "Pos B", 800_000, 500_000, 300_000],
]
FIELDS = ("kode_satker", "akun", "uraian", "pagu_rp", "realisasi_rp", "sisa_rp")
LABELS = labels_of((tuple(ROWS[1]),), 1)
LAYOUT = Layout(fingerprint(LABELS), LABELS, FIELDS)
REFERENCE = Reference.load()


def test_a_proposal_is_filled_in_from_the_data():
    proposal = propose_layout(workbook(ROWS))
    assert (proposal.sheet, proposal.header_row) == ("Sheet1", 2)
    assert proposal.labels == ("kd kantor", "mata rek", "nama pos", "plafon", "terpakai", "saldo akhir")
    assert proposal.fields == FIELDS
    assert proposal.rows[2] == ("657942", "521211", "Pos A", "900000", "300000", "600000")


def test_once_explained_every_file_of_that_shape_is_read():
    with pytest.raises(Unreadable) as unknown:
        read(ROWS)
    assert unknown.value.issue.code == "format-not-recognised"
    labels = labels_of(propose_layout(workbook(ROWS)).rows, 2)
    layout = Layout(fingerprint(labels), labels, FIELDS, 1000)
    later = [[], ["Daftar pos s.d. Oktober 2026"], *ROWS[1:]]
    draft = read(later, layouts=[layout], sumber_dana="RM")
    assert (draft.report.format, codes(draft)) == ("known-layout", [])
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-10/RM"]
    assert amounts(draft, "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("521211", 900_000_000, 300_000_000, 600_000_000),
        ("511111", 800_000_000, 500_000_000, 300_000_000),
    ]


def test_another_heading_is_another_layout():
    assert fingerprint(("a", "b", "")) == fingerprint(("a", "b"))
    assert fingerprint(("a", "b")) != fingerprint(("b", "a"))
    other = [ROWS[0], ["Kantor", *ROWS[1][1:]], *ROWS[2:]]
    with pytest.raises(Unreadable):
        read(other, layouts=[Layout(fingerprint(labels_of(((*ROWS[1],),), 1)), (), FIELDS)])


def test_names_of_units_and_years_are_known_by_their_data():
    rows = [
        ["Tempat", "Thn", "Kapan", "Jatah", "Keluar", "Ket"],
        ["KPU KAB. MALANG", 2026, "Maret", "900.000", "300.000", None],
        ["KPU KOTA MALANG", 2026, "Maret", "1.800.000", "500.000", "x"],
    ]
    assert propose_layout(workbook(rows), REFERENCE).fields == (
        *("kode_satker", "tahun", "bulan", "pagu_rp", "realisasi_rp", "uraian"),
    )
    assert propose_layout(workbook(rows)).fields[0] == "uraian"


def test_the_declared_sheet_is_proposed():
    upload = workbook([["a", "b"], [1, 2], [3, 4]], hidden=[["c", "d"], [5, 6]])
    assert propose_layout(upload).sheet == "Sheet1"
    assert propose_layout(upload, REFERENCE, Declared(sheet="Lama")).labels == ("c", "d")


def test_a_row_of_column_numbers_is_no_line():
    draft = read([*ROWS[:2], [1, 2, 3, 4, 5, 6], *ROWS[2:]], layouts=[LAYOUT], sumber_dana="RM")
    assert (codes(draft), draft.report.rows.lines, draft.report.rows.notes) == ([], 2, 3)


def test_a_unit_of_money_that_the_layout_does_not_know_is_a_question():
    rows = [["Daftar pos s.d. September 2026 (dalam jutaan rupiah)"], *ROWS[1:]]
    issue = read(rows, layouts=[LAYOUT], sumber_dana="RM").report.issues[0]
    assert (issue.code, issue.cell) == ("layout-unit-differs", "A1")


def test_two_columns_explained_as_the_same_are_a_question():
    layout = Layout(LAYOUT.fingerprint, LAYOUT.labels, (*FIELDS[:5], "pagu_rp"))
    draft = read(ROWS, layouts=[layout], sumber_dana="RM")
    assert draft.report.issues[0].code == "column-claimed-twice"
    assert not draft.report.publishable


def test_amounts_are_told_by_how_they_add_up():
    rows = [
        ["Pos", "Harga Lama", "Akhir", "Jatah", "Dulu", "Kini", "Keluar"],
        ["Pos A", 9_900_000, 600_000, 900_000, 100_000, 200_000, 300_000],
        ["Pos B", 9_800_000, 300_000, 800_000, 400_000, 100_000, 500_000],
    ]
    assert propose_layout(workbook(rows)).fields == (
        *("uraian", "", "sisa_rp", "pagu_rp", "realisasi_lalu_rp", "realisasi_ini_rp", "realisasi_rp"),
    )
    labelled = [["Pos", "Harga Lama", "Akhir", "Jatah", "Dulu", "Kini", "Sisa"], *rows[1:]]
    assert propose_layout(workbook(labelled)).fields[2:] == ("realisasi_rp", "pagu_rp", "", "", "sisa_rp")


def test_each_proposal_has_its_reason():
    proposal = propose_layout(workbook(ROWS))
    assert proposal.reasons == (
        "isinya enam angka",
        "isinya enam angka yang diawali 5",
        "isinya tulisan",
        *["pagu − realisasi = sisa cocok di 2 baris"] * 3,
    )
