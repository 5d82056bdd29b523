"""Tidy tables whose headings are known."""

from datetime import datetime

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


BATU = ["KPU KOTA BATU s.d. Juni 2026"]
KEYED = ["Akun", "Uraian", "Pagu", "Realisasi"]


def lines(rows, **declared):
    draft = read(rows, sumber_dana="RM", **declared)
    assert draft.report.rows.read == len(rows)
    return codes(draft), amounts(draft, "akun", "pagu_rp", "realisasi_rp")


@pytest.mark.parametrize(
    ("rows", "found", "kept"),
    [
        pytest.param(
            [["51", "Pegawai", 100, 50], ["511111", "Gaji", 60, 30], ["511119", "Pembulatan", 40, 20]],
            [],
            [("511111", 60, 30), ("511119", 40, 20)],
            id="a jenis above its akun is their sum",
        ),
        pytest.param(
            [["51", "Pegawai", 100, 50], ["511111", "Gaji", 60, 30], ["511119", "Pembulatan", 41, 20]],
            ["total-differs"],
            [("511111", 60, 30), ("511119", 41, 20)],
            id="and is checked",
        ),
        pytest.param(
            [
                [None, "Program", 110, 55],
                [None, "Kegiatan 1", 100, 50],
                ["511111", "Gaji", 60, 30],
                ["511119", "Pembulatan", 40, 20],
                [None, "Kegiatan 2", 10, 5],
                ["521211", "Bahan", 10, 5],
            ],
            [],
            [("511111", 60, 30), ("511119", 40, 20), ("521211", 10, 5)],
            id="levels without akun that add up are sums",
        ),
        pytest.param(
            [["511111", "Gaji", 60, 30], [None, "Lain", 7, 5], ["521211", "Bahan", 10, 5]],
            ["akun-missing"],
            [("511111", 60, 30), ("521211", 10, 5)],
            id="one that does not is a question",
        ),
        pytest.param(
            [["511111", "Gaji", 60, 30], ["511111", "Gaji", 60, 30]],
            ["row-twice"],
            [("511111", 60, 30), ("511111", 60, 30)],
            id="a row that was copied",
        ),
        pytest.param(
            [["511111", "Gaji", 60, 30], KEYED, [1, 2, 3, 4], ["521211", "Bahan", 10, 5]],
            [],
            [("511111", 60, 30), ("521211", 10, 5)],
            id="a page break repeats the heading",
        ),
        pytest.param(
            [["511111", "Gaji", 60, 30], [], ["Akun", "Uraian", "Realisasi", "Pagu"], ["521211", "Bahan", 5, 10]],
            ["second-table"],
            [("511111", 60, 30)],
            id="another table below",
        ),
        pytest.param([["811111", "Kas", 60, 30]], ["code-unknown"], [], id="no spending"),
        pytest.param([], ["table-empty"], [], id="nothing below the heading"),
        pytest.param([["511111", "Gaji", "#REF!", 30]], ["error-cell", "table-empty"], [], id="an error in a cell"),
    ],
)
def test_no_money_is_counted_twice(rows, found, kept):
    assert lines([BATU, KEYED, *rows]) == (found, kept)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (["Uraian", "Pagu/Realisasi", "Pagu"], ("heading-ambiguous", "B2")),
        (["Kode Akun / Uraian", "Pagu", "Realisasi"], ("heading-ambiguous", "A2")),
        (["Uraian", "Pagu", "Pagu Revisi"], ("column-claimed-twice", "C2")),
    ],
)
def test_a_heading_that_can_mean_two_things_is_a_question(head, found):
    issues = read([BATU, head, ["Bahan", 10, 5]], sumber_dana="RM").report.issues
    assert found in [(issue.code, issue.cell) for issue in issues]


def test_the_question_names_both_meanings():
    issues = read([BATU, ["Uraian", "Pagu", "Pagu & Realisasi"], ["A", 10, 5]], sumber_dana="RM").report.issues
    assert issues[0].message == "Judul kolom Pagu & Realisasi di C2 dapat berarti Pagu atau Realisasi s.d. periode."


@pytest.mark.parametrize(
    ("titles", "declared", "found", "bulan"),
    [
        (["Periode Maret 2026", "Keadaan s.d. April 2026"], {}, ["month-contradicts", "month-needed"], None),
        (["Periode Maret 2026", "Keadaan s.d. April 2026"], {"bulan": 4}, [], 4),
        (["Periode Maret 2026", "Keadaan s.d. Maret 2026"], {}, [], 3),
        (["TA 2025", "s.d. Maret 2026"], {}, ["year-contradicts", "year-needed"], None),
    ],
)
def test_titles_that_contradict_each_other(titles, declared, found, bulan):
    rows = [["KPU KOTA BATU"], *([text] for text in titles), ["Uraian", "Pagu", "Realisasi"], ["A", 10, 5]]
    draft = read(rows, sumber_dana="RM", **declared)
    assert codes(draft) == found
    assert [piece.bulan for piece in draft.report.slices] == ([] if bulan is None else [bulan])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("rm", "RM"),
        ("Rupiah Murni", "RM"),
        ("A - RM", "RM"),
        ("HLD", "HLD"),
        ("Hibah Langsung", "HLD"),
        ("PNBP", "PNBP"),
    ],
)
def test_the_source_of_funds_of_a_row(text, source):
    draft = read([BATU, ["Uraian", "Sumber Dana", "Pagu", "Realisasi"], ["A", text, 10, 5]])
    assert ([piece.sumber_dana for piece in draft.report.slices], codes(draft)) == ([source], [])


def test_a_source_of_funds_that_nobody_knows():
    draft = read([BATU, ["Uraian", "Sumber Dana", "Pagu", "Realisasi"], ["A", "APBNX", 10, 5]])
    [issue] = draft.report.issues
    assert (issue.code, issue.cell, issue.raw) == ("source-of-funds-invalid", "B3", "APBNX")


def test_a_name_that_is_not_the_codes_is_named():
    head = ["Kode Satker", "Nama Satker", "Pagu", "Realisasi"]
    rows = [["657942", "KPU KOTA BATU", 10, 5], ["657956 - KPU  KOTA MALANG", None, 10, 6], ["657998", "Malang", 1, 1]]
    draft = read([["s.d. Juni 2026"], head, *rows], sumber_dana="RM")
    assert [(issue.code, issue.cell, issue.expected) for issue in draft.report.issues] == [
        ("satker-name-differs", "B3", "KPU Kota Surabaya"),
        ("satker-name-differs", "A4", "KPU Kota Batu"),
    ]
    assert draft.lines["kode_satker"].tolist() == ["657942", "657956", "657998"]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (0.5, []),
        (50, []),
        ("50", []),
        ("50,00", []),
        ("50%", []),
        ("0,5", []),
        ("-", []),
        (None, []),
        ("98,46", ["percent-differs"]),
        (1.5, ["percent-differs"]),
        ("separuh", ["percent-not-a-number"]),
        ("#DIV/0!", ["percent-not-a-number"]),
    ],
)
def test_percent_is_only_compared(cell, found):
    draft = read([BATU, ["Uraian", "Pagu", "Realisasi", "%"], ["A", 10, 5, cell]], sumber_dana="RM")
    assert (codes(draft), draft.report.publishable) == (found, True)


def test_units_of_money_that_contradict_each_other_are_a_question():
    rows = [[*BATU, "(dalam rupiah)"], ["Uraian", "Pagu (juta)", "Realisasi (juta)"], ["A", 10, 5]]
    assert "unit-contradicts" in codes(read(rows, sumber_dana="RM"))


def test_a_blank_unit_or_month_below_a_filled_one_is_a_question():
    head = ["Satker", "Bulan", "Akun", "Pagu", "Realisasi"]
    rows = [["KPU KOTA BATU", 6, "511111", 10, 5], [None, 6, "521211", 10, 6], ["KPU KOTA BATU", None, "53", 1, 1]]
    draft = read([["KPU PROVINSI JAWA TIMUR", "s.d. Juni 2026"], head, *rows], sumber_dana="RM")
    assert [(issue.code, issue.cell) for issue in draft.report.issues] == [("key-blank", "A4"), ("key-blank", "B5")]
    assert draft.report.issues[0].message == (
        "Baris 4 tidak berisi kode atau nama satker (A4), sedangkan baris lain mengisinya."
    )
    assert (len(draft.lines), draft.report.rows.read) == (1, 5)


def test_a_unit_above_its_own_lines_is_their_sum():
    head = ["Satker", "Uraian", "Pagu", "Realisasi"]
    rows = [["KPU KOTA BATU", None, 30, 11], ["KPU KOTA BATU", "A", 10, 5], ["KPU KOTA BATU", "B", 20, 6]]
    draft = read([["s.d. Juni 2026"], head, *rows], sumber_dana="RM")
    assert (codes(draft), draft.lines["uraian"].tolist(), draft.report.rows.totals) == ([], ["A", "B"], 1)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param([["Semua", 30, 9], ["A", 10, 4], ["B", 20, 5]], [("total-among-lines", "C3")], id="no name tells"),
        pytest.param([["Semua", 30, 9], ["A", 10, 4], ["B", 20, 5], ["Jumlah", 60, 18]], [], id="the total proves it"),
        pytest.param([["A", 30, 0], ["B", 10, 0], ["C", 20, 0]], [], id="round budgets before any spending"),
        pytest.param([["A", 10, 4], ["B", 10, 4]], [], id="one equal line is no sum"),
    ],
)
def test_a_sum_among_the_lines_is_a_question(rows, found):
    draft = read([BATU, ["Uraian", "Pagu", "Realisasi"], *rows], sumber_dana="RM")
    assert [(issue.code, issue.cell) for issue in draft.report.issues] == found


def test_a_jenis_apart_from_its_akun_is_a_question():
    rows = [["521211", "Bahan", 10, 4], ["521213", "Honor", 20, 5], ["51", "Pegawai", 7, 1], ["52", "Barang", 30, 9]]
    [issue] = read([BATU, KEYED, *rows], sumber_dana="RM").report.issues
    assert (issue.code, issue.cell, issue.raw) == ("jenis-beside-akun", "D6", "52")


def test_what_was_spent_in_the_month_is_not_what_was_spent_up_to_it():
    head = [["Akun", "Pagu", "Realisasi", None], [None, None, "Bulan Ini", "s.d. Bulan Ini"]]
    draft = read([BATU, *head, ["521211", 10, 1, 5]], sumber_dana="RM")
    assert codes(draft) == []
    assert amounts(draft, "realisasi_ini_rp", "realisasi_rp", "sisa_rp") == [(1, 5, 5)]


def test_two_units_in_the_title_are_a_question():
    rows = [["KPU PROVINSI JAWA TIMUR"], BATU, ["Uraian", "Pagu", "Realisasi"], ["A", 10, 5]]
    draft = read(rows, sumber_dana="RM")
    assert codes(draft) == ["satker-ambiguous", "unit-needed"]
    issue = draft.report.issues[0]
    assert issue.cell == "A2"
    assert issue.expected == "KPU Provinsi Jawa Timur (654425) atau KPU Kota Batu (657956)"
    draft = read(rows, sumber_dana="RM", kode_satker="657956")
    assert ([piece.kode_satker for piece in draft.report.slices], codes(draft)) == (["657956"], [])
    own = [*rows[:2], ["Satker", "Pagu", "Realisasi"], ["657942", 10, 5]]
    assert codes(read(own, sumber_dana="RM")) == []


SPLIT = datetime(2026, 3, 31)


@pytest.mark.parametrize(
    ("title", "slices", "found"),
    [
        pytest.param([["Periode s.d.", "MARET 2026"]], ["657956/2026-03/RM"], [], id="a month beside its word"),
        pytest.param([["Keadaan s.d.", None, SPLIT]], ["657956/2026-03/RM"], [], id="a date beside its word"),
        pytest.param([["Bulan", "September"], ["Tahun", 2026]], ["657956/2026-09/RM"], [], id="month over year"),
        pytest.param([["Periode s.d.", "tgl. 5 Maret 2026"]], ["657956/2025-12/RM"], [], id="a letter's date"),
        pytest.param(
            [["Keadaan s.d. 31/02/2026"]], ["657956/2025-12/RM"], ["period-not-understood"], id="an impossible date"
        ),
    ],
)
def test_what_was_declared_never_beats_a_period_that_stands_beside_its_word(title, slices, found):
    rows = [["KPU KOTA BATU"], *title, ["Uraian", "Pagu", "Realisasi"], ["A", 10, 5]]
    draft = read(rows, sumber_dana="RM", tahun=2025, bulan=12)
    assert (codes(draft), [piece.key for piece in draft.report.slices]) == (found, slices)
    assert draft.report.publishable == (not found)
