"""OM-SPAN realisasi per jenis belanja, in triples and quadruples."""

import pytest

from tests.write_omspan import FOOTER, HEAD, SIGNED, block, total
from tests.write_tables import amounts, codes, read

SURABAYA = {"pagu": (3000, 5000, 0), "realisasi": (2000, 1500, 0)}
BATU = {"pagu": (1000, 2000, 500), "realisasi": (700, 100, 0)}
OTHER = {"pagu": (9, 9, 9), "realisasi": (1, 1, 1)}
ASKED = {"tahun": 2026, "sumber_dana": "RM"}
NAME = "657942 | KPU KOTA SURABAYA"


@pytest.mark.parametrize("percent", [True, False])
@pytest.mark.parametrize("text", [True, False])
def test_blocks_are_read_by_their_words(percent, text):
    rows = [
        *(list(row) for row in HEAD),
        *block(1, NAME, SURABAYA, percent=percent, text=text),
        *block(2, "418471 | MADRASAH", OTHER, percent=percent, text=text),
        *block(3, "657956|KPU  KOTA BATU", BATU, percent=percent, text=text),
        *total(SURABAYA, OTHER, BATU),
        *FOOTER,
    ]
    draft = read(rows, **ASKED)
    assert draft.report.format == "omspan-realisasi"
    assert amounts(draft, "kode_satker", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("657942", "51", 3000, 2000, 1000),
        ("657942", "52", 5000, 1500, 3500),
        ("657956", "51", 1000, 700, 300),
        ("657956", "52", 2000, 100, 1900),
        ("657956", "53", 500, 0, 500),
    ]
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-09/RM", "657956/2026-09/RM"]
    assert codes(draft) == ["other-ministry"]
    assert all(control.printed == control.computed for control in draft.report.control)
    counted = draft.report.rows
    assert (counted.lines, counted.totals, counted.notes) == (4, 6, 6 if percent else 4)
    assert (counted.dropped, counted.read) == (4 if percent else 3, len(rows))
    assert draft.report.publishable


def test_order_of_the_rows_does_not_matter():
    pagu, spent, _, sisa = block(1, NAME, SURABAYA)
    draft = read([*HEAD, pagu, sisa, spent, *total(SURABAYA)], **ASKED)
    assert codes(draft) == []
    assert amounts(draft, "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("51", 3000, 2000, 1000),
        ("52", 5000, 1500, 3500),
    ]


def test_a_name_on_every_row_of_its_block_is_one_block():
    rows = block(1, NAME, SURABAYA)
    for row in rows:
        row[1] = NAME
    draft = read([*HEAD, *rows, *total(SURABAYA)], **ASKED)
    assert (codes(draft), len(draft.lines)) == ([], 2)


def test_a_block_whose_name_is_gone_is_not_taken_for_the_one_above():
    lost = block(None, None, BATU)
    draft = read([*HEAD, *block(1, NAME, SURABAYA), *lost, *total(SURABAYA, BATU)], **ASKED)
    [issue] = draft.report.issues
    assert (issue.code, issue.cell, issue.message) == (
        "block-without-unit",
        "B8",
        "Baris PAGU di B8 tidak berada di bawah nama satker.",
    )
    assert (len(draft.lines), draft.report.rows.dropped, draft.report.rows.read) == (2, 4, 15)


def test_signatures_are_notes_and_never_shown():
    rows = [*HEAD, *block(1, NAME, SURABAYA), *total(SURABAYA), *FOOTER, *SIGNED]
    draft = read(rows, **ASKED)
    assert (codes(draft), draft.report.rows.notes, draft.report.rows.read) == ([], 3 + 1 + 1 + 6, len(rows))
    shown = f"{draft.report.as_dict()}{draft.lines.to_dict()}"
    assert "Siti" not in shown and "19700101" not in shown


def test_a_heading_that_a_page_break_repeats_is_a_note():
    rows = [*HEAD, *block(1, NAME, SURABAYA), HEAD[-1], *block(2, "657956 | KPU KOTA BATU", BATU)]
    draft = read([*rows, *total(SURABAYA, BATU)], **ASKED)
    assert (codes(draft), len(draft.lines)) == ([], 5)


def with_cell(row, column, value):
    rows = [*map(list, HEAD), *block(1, NAME, SURABAYA), *total(SURABAYA)]
    rows[row][column] = value
    return rows


@pytest.mark.parametrize(
    ("row", "column", "value", "code", "cell"),
    [
        (7, 3, 3001, "total-differs", "D8"),
        (3, 8, 8001, "total-differs", "I4"),
        (6, 3, 999, "remainder-differs", "D7"),
        (6, 5, 1, "remainder-differs", "F7"),
        (6, 8, 1, "remainder-differs", "I7"),
        (4, 4, "banyak", "not-a-number", "E5"),
        (4, 4, "#REF!", "error-cell", "E5"),
        (7, 4, "=1+1", "formula-not-computed", "E8"),
        (4, 4, 1500.5, "fractional-rupiah", "E5"),
        (4, 4, "21,276,070,424,00", "not-a-number", "E5"),
        (3, 1, "657942 | KPU KOTA BATU", "satker-name-differs", "B4"),
        (3, 1, "999999 | KPU KOTA BARU", "satker-unknown", "B4"),
        (3, 1, "KPU KOTA SURABAYA", "satker-unknown", "B4"),
        (3, 1, None, "block-without-unit", "B4"),
        (4, 2, "REVISI", "row-not-understood", "C5"),
        (4, 2, "REVISI", "amount-missing", None),
        (7, 1, "659999 | TIDAK JELAS", "grand-total-missing", None),
        (2, 3, "Pegawai (juta)", None, None),
        (0, 0, "REALISASI s.d. OKTOBER 2026", "month-contradicts", "A2"),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(row, column, value, code, cell):
    found = [(issue.code, issue.cell) for issue in read(with_cell(row, column, value), **ASKED).report.issues]
    assert (code, cell) in found if code else found == []


def test_two_units_of_money_are_asked():
    rows = with_cell(2, 8, "Total (juta)")
    rows.insert(2, ["Dalam ribuan rupiah"])
    [issue] = [issue for issue in read(rows, **ASKED).report.issues if issue.code == "unit-contradicts"]
    assert (issue.cell, issue.raw) == ("I4", "Dalam ribuan rupiah dan Total (juta)")


def test_the_time_of_download_is_no_period():
    rows = [HEAD[0], HEAD[2], *block(1, NAME, SURABAYA), *total(SURABAYA), *FOOTER]
    draft = read(rows, sumber_dana="RM")
    assert (codes(draft), len(draft.lines)) == (["year-needed", "month-needed"], 0)
    assert draft.report.issues[0].message == "Tahun anggaran tidak disebut di lembar Sheet1 (2 baris menunggu)."
    assert (draft.report.rows.read, draft.report.slices) == (len(rows), ())
    assert draft.report.control


@pytest.mark.parametrize(
    ("footer", "title", "found", "slices"),
    [
        ("s.d. Maret 2026", "LAPORAN", [], ["657942/2026-03/RM"]),
        ("Periode : Triwulan II TA 2026", "LAPORAN", [], ["657942/2026-06/RM"]),
        ("Sampai Dengan : MARET  ", "TA 2026", [], ["657942/2026-03/RM"]),
        ("s.d. Maret 2026", "s.d. Maret 2026", [], ["657942/2026-03/RM"]),
        ("s.d. Maret 2026", "s.d. April 2026", ["month-contradicts", "month-needed"], []),
        ("Waktu unduh s.d. : 05/10/2026 09:14:00", "LAPORAN", ["year-needed", "month-needed"], []),
        ("Surabaya, per 5 Oktober 2026", "LAPORAN", ["year-needed", "month-needed"], []),
    ],
)
def test_a_footer_may_name_the_period(footer, title, found, slices):
    rows = [[title], HEAD[2], *block(1, NAME, SURABAYA), *total(SURABAYA), [footer]]
    draft = read(rows, sumber_dana="RM")
    assert codes(draft) == found
    assert [piece.key for piece in draft.report.slices] == slices
    assert draft.report.rows.read == len(rows)


def test_a_month_in_the_title_and_a_year_that_is_declared():
    draft = read([["Periode s.d. Maret 2026"], *HEAD[2:], *block(1, NAME, SURABAYA), *total(SURABAYA)])
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-03/tidak dirinci"]


MILLIONS = {"pagu": (3_000_500_000, 5_000_000_000, 0), "realisasi": (2_000_123_456, 1_000, 0)}


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        ("Dalam rupiah", 1),
        ("Dalam ribuan rupiah", 10**3),
        ("(Rp juta)", 10**6),
        ("(dalam miliar rupiah)", 10**9),
        ("Rp triliun", 10**12),
    ],
)
@pytest.mark.parametrize("text", [True, False])
def test_the_unit_label_is_read(unit, size, text):
    writing = {"text": text, "unit_rp": size}
    rows = [*HEAD[:2], [unit], HEAD[2], *block(1, NAME, MILLIONS, **writing), *total(MILLIONS, **writing)]
    draft = read(rows, **ASKED)
    assert codes(draft) == []
    wanted = [(3_000_500_000, 2_000_123_456, 1_000_376_544), (5_000_000_000, 1_000, 4_999_999_000)]
    assert amounts(draft, "pagu_rp", "realisasi_rp", "sisa_rp") == wanted


def test_every_jenis_has_its_two_digits():
    head = ["Kode|Nama satker", "Keterangan", "Pegawai", "Barang", "Modal", "Beban Bunga", "Subsidi", "Hibah"]
    head += ["Bansos", "Lain-lain", "Transfer", "Total"]
    rows = [
        head,
        [NAME, "PAGU", *range(1, 10), 45],
        [None, "REALISASI", *[0] * 10],
        ["GRAND TOTAL", "PAGU", *range(1, 10), 45],
    ]
    draft = read([["s.d. Maret 2026"], *rows], **ASKED)
    wanted = ["51", "52", "53", "54", "55", "56", "57", "58", "61"]
    assert draft.lines["akun"].tolist() == wanted
    assert draft.lines["pagu_rp"].tolist() == list(range(1, 10))
