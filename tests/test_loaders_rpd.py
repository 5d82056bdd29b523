"""Withdrawal plans (RPD): a month is read or asked about, and nothing is taken for zero."""

from datetime import datetime

import pytest

from budget.declared import Declared
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.load import load
from loaders.load_safely import load_safely
from loaders.single_month import single_month
from tests import containers
from tests.write_tables import codes, read, workbook

HEAD = ["Kode Satker", "Tahun", "Bulan", "Rencana Penarikan (RPD)"]
SURABAYA, BATU = "657942", "657956"
NAMES = (
    *("Januari", "PEBRUARI", "Mar", "april", "Mei", "Juni", "Jul", "Ags", "Sept.", "Okt", "Nopember", "Bulan Desember"),
)


def year(kode=SURABAYA, tahun=2026, scale=100):
    """Twelve rows; month m is `m * scale`."""
    return [[kode, tahun, bulan, bulan * scale] for bulan in range(1, 13)]


def plan(draft):
    """The rows of a plan as plain values."""
    columns = ("kode_satker", "tahun", "sumber_dana", "jenis", "bulan", "rencana_rp")
    values = zip(*(draft.plan[name].tolist() for name in columns), strict=True)
    return [tuple(value if isinstance(value, str | int) else None for value in row) for row in values]


def put(rows, at, column, value):
    """The rows with another cell."""
    changed = [list(row) for row in rows]
    changed[at][column] = value
    return changed


def test_a_row_is_a_month():
    draft = read([HEAD, *year(), ["Jumlah", None, None, 7800]], sumber_dana="RM")
    assert (draft.report.format, codes(draft), draft.report.publishable) == ("rpd", [], True)
    assert plan(draft) == [(SURABAYA, 2026, "RM", None, bulan, bulan * 100) for bulan in range(1, 13)]
    assert [piece.key for piece in draft.report.slices] == [f"{SURABAYA}/2026/RM/rpd"]
    assert draft.lines.empty
    assert vars(draft.report.rows) == {"lines": 12, "totals": 1, "notes": 1, "dropped": 0}
    assert [(one.field, one.printed, one.computed) for one in draft.report.control] == [("rencana_rp", 7800, 7800)]
    third = draft.plan.iloc[2]
    assert (third["sumber_lembar"], third["sumber_baris"], third["sumber_sel"]) == ("Sheet1", 4, "D4")
    assert third["cells"] == '{"rencana_rp": ["D4", "300"]}'


@pytest.mark.parametrize(
    ("head", "amount"),
    [
        ("RPD", 100),
        ("rencana penarikan", 100),
        ("RENCANA PENARIKAN DANA (Rp)", 100),
        ("Rencana Penarikan Dana Bulanan", 100),
        ("rencana_rp", 100),
        ("RPD (ribuan rupiah)", 100_000),
    ],
)
def test_the_heading_is_told_by_its_words(head, amount):
    draft = read([[*HEAD[:3], head], *year()], sumber_dana="RM")
    assert (draft.report.format, codes(draft), draft.plan["rencana_rp"][0]) == ("rpd", [], amount)


def test_months_may_be_names_and_unit_year_and_source_may_stand_elsewhere():
    rows = [["Bulan", "RPD"], *([name, 5] for name in NAMES)]
    said = {"kode_satker": BATU, "tahun": 2026, "sumber_dana": "HLD"}
    declared = read(rows, **said)
    assert plan(declared) == [(BATU, 2026, "HLD", None, bulan, 5) for bulan in range(1, 13)]
    titled = read([["RPD KPU Kota Batu TA 2026, revisi per 12 Maret 2026"], *rows], sumber_dana="HLD")
    assert (plan(titled), codes(titled)) == (plan(declared), [])
    dates = read(
        [["KPU Kota Batu"], ["Bulan", "RPD"], *([datetime(2026, b, 1), 5] for b in range(1, 13))], sumber_dana="HLD"
    )
    assert plan(dates) == plan(declared)


def test_the_declared_month_does_not_matter():
    assert plan(read([HEAD, *year()], sumber_dana="RM", bulan=4)) == plan(read([HEAD, *year()], sumber_dana="RM"))


def test_a_plan_may_be_of_jenis_belanja_and_of_several_units_and_sources():
    head = ["Satker", "Nama Satker", "Tahun", "Sumber Dana", "Bulan", "Jenis Belanja", "RPD"]
    kinds = (("51", "51"), ("Belanja Barang", "52"), ("53 - Modal", "53"))
    rows = [
        [SURABAYA, "KPU Kota Surabaya", 2026, "Rupiah Murni", bulan, said, bulan]
        for bulan in range(1, 13)
        for said, _ in kinds
    ]
    rows += [[BATU, "KPU Kota Batu", 2026, "HLD", bulan, None, 0] for bulan in range(1, 13)]
    draft = read([head, *rows])
    assert codes(draft) == []
    assert plan(draft) == [
        *((SURABAYA, 2026, "RM", jenis, bulan, bulan) for bulan in range(1, 13) for _, jenis in kinds),
        *((BATU, 2026, "HLD", None, bulan, 0) for bulan in range(1, 13)),
    ]
    assert [piece.key for piece in draft.report.slices] == [f"{SURABAYA}/2026/RM/rpd", f"{BATU}/2026/HLD/rpd"]


@pytest.mark.parametrize("jenis", [51, "51"])
def test_january_of_small_numbers_is_no_row_of_column_numbers(jenis):
    rows = [[bulan, jenis, 60] for bulan in range(1, 13)]
    title = ["RPD KPU Kota Batu TA 2026 (dalam jutaan rupiah)"]
    draft = read([title, ["Bulan", "Jenis", "RPD"], *rows], sumber_dana="RM")
    assert (codes(draft), draft.plan["rencana_rp"].tolist()) == ([], [60_000_000] * 12)
    numbered = read([title, ["Bulan", "Jenis", "RPD"], [1, 2, 3], *rows], sumber_dana="RM")
    assert (codes(numbered), plan(numbered), numbered.report.rows.notes) == ([], plan(draft), 3)


UGLY = [
    pytest.param(
        put(year(), 3, 3, None),
        "plan-blank",
        "D5",
        "Rencana penarikan di D5 (baris 5) kosong; kosong tidak dianggap nol.",
        id="blank",
    ),
    pytest.param(
        put(year(), 11, 3, "-"),
        "plan-blank",
        "D13",
        "Rencana penarikan di D13 (baris 13) kosong; kosong tidak dianggap nol.",
        id="a dash in the last row",
    ),
    pytest.param(
        put(year(), 3, 3, "menyusul"),
        "not-a-number",
        "D5",
        "Sel D5 seharusnya berisi angka, tetapi berisi menyusul.",
        id="words",
    ),
    pytest.param(
        put(year(), 0, 3, -100), "plan-negative", "D2", "Rencana penarikan di D2 negatif: −Rp100.", id="negative"
    ),
    pytest.param(
        put(year(), 0, 3, "(1.000)"),
        "plan-negative",
        "D2",
        "Rencana penarikan di D2 negatif: −Rp1.000.",
        id="negative in brackets",
    ),
    pytest.param(
        put(year(), 0, 3, 0.5), "fractional-rupiah", "D2", "Sel D2 berisi pecahan rupiah: 0.5.", id="half a rupiah"
    ),
    pytest.param(
        [*year(), [SURABAYA, 2026, "Maret", 300]],
        "plan-month-twice",
        "D14",
        "Rencana 657942 tahun 2026 (RM) bulan 3 ada di baris 4 dan lagi di baris 14 (D14).",
        id="a month twice",
    ),
    pytest.param(
        [*year()[:4], *year()[6:]],
        "plan-month-missing",
        "D11",
        "Rencana 657942 tahun 2026 (RM) tidak memuat bulan 5, 6; yang tidak ada tidak dianggap nol.",
        id="two months missing",
    ),
    pytest.param(
        [*year(), *year(BATU)[:11]],
        "plan-month-missing",
        "D24",
        "Rencana 657956 tahun 2026 (RM) tidak memuat bulan 12; yang tidak ada tidak dianggap nol.",
        id="another unit's December missing",
    ),
    pytest.param(
        put(year(), 2, 2, "Triwulan I"),
        "period-not-understood",
        "C4",
        "Periode di C4 tidak dapat dibaca: Triwulan I.",
        id="a quarter",
    ),
    pytest.param(
        put(year(), 2, 2, "Jan-Mar"),
        "period-not-understood",
        "C4",
        "Periode di C4 tidak dapat dibaca: Jan-Mar.",
        id="several months",
    ),
    pytest.param(
        put(year(), 2, 2, "s.d. Maret"),
        "period-not-understood",
        "C4",
        "Periode di C4 tidak dapat dibaca: s.d. Maret.",
        id="up to a month",
    ),
    pytest.param(
        put(year(), 2, 2, 13),
        "period-not-understood",
        "C4",
        "Periode di C4 tidak dapat dibaca: 13.",
        id="a thirteenth month",
    ),
    pytest.param(
        put(year(), 2, 2, None),
        "key-blank",
        "C4",
        "Baris 4 tidak berisi bulan (C4), sedangkan baris lain mengisinya.",
        id="no month",
    ),
    pytest.param(
        put(year(), 2, 0, None),
        "key-blank",
        "A4",
        "Baris 4 tidak berisi kode atau nama satker (A4), sedangkan baris lain mengisinya.",
        id="no unit",
    ),
    pytest.param(
        put(year(), 2, 2, "Maret 2025"),
        "row-years-differ",
        "C4",
        "Baris 4 menyebut dua tahun: kolom tahun 2026, sedangkan C4 berisi Maret 2025.",
        id="two years",
    ),
    pytest.param(
        [*year(), ["Jumlah", None, None, 7801]],
        "total-differs",
        "D14",
        "Jumlah tercetak jumlah untuk rencana di D14 adalah Rp7.801, sedangkan jumlah rinciannya Rp7.800: selisih Rp1.",
        id="a printed total that does not match",
    ),
    pytest.param(
        year("999999"), "satker-unknown", "A2", "Satker 999999  tidak ada dalam daftar satker KPU.", id="no unit of KPU"
    ),
]


@pytest.mark.parametrize(("rows", "code", "cell", "message"), UGLY)
def test_what_cannot_be_a_plan_is_asked_about(rows, code, cell, message):
    draft = read([HEAD, *rows], sumber_dana="RM")
    issue = draft.report.issues[0]
    assert (issue.code, issue.level, issue.cell, issue.message) == (code, "error", cell, message)
    assert issue.remedy
    assert len({one.code for one in draft.report.issues}) == 1
    assert not draft.report.publishable
    assert draft.report.rows.read == len(rows) + 1


@pytest.mark.parametrize(
    ("rows", "code", "cell", "message"),
    [
        ([["Entah", 1]], "jenis-unknown", "B2", "Entah di B2 bukan jenis belanja yang dikenal."),
        ([["521211", 1]], "jenis-unknown", "B2", "521211 di B2 bukan jenis belanja yang dikenal."),
        (
            [["51", 1], [None, 1]],
            "key-blank",
            "B3",
            "Baris 3 tidak berisi jenis belanja (B3), sedangkan baris lain mengisinya.",
        ),
    ],
)
def test_a_jenis_is_known_or_asked_about(rows, code, cell, message):
    head = ["Bulan", "Jenis Belanja", "RPD"]
    first = [[1, *row] for row in rows]
    rest = [[bulan, "51", 1] for bulan in range(1 if len(rows) == 1 else 2, 13)]
    draft = read([head, *first, *rest], sumber_dana="RM", kode_satker=BATU, tahun=2026)
    [issue] = draft.report.issues
    assert (issue.code, issue.level, issue.cell, issue.message) == (code, "error", cell, message)


def test_each_jenis_needs_each_month():
    rows = [[bulan, "51", 1] for bulan in range(1, 13)] + [[bulan, "53", 1] for bulan in (6, 9)]
    draft = read([["Bulan", "Jenis Belanja", "RPD"], *rows], sumber_dana="RM", kode_satker=BATU, tahun=2026)
    [issue] = draft.report.issues
    assert issue.message == (
        "Rencana 657956 tahun 2026 (RM, jenis 53) tidak memuat bulan 1, 2, 3, 4, 5, 7, 8, 10, 11, 12; "
        "yang tidak ada tidak dianggap nol."
    )


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["Bulan", "RPD"], ["unit-needed", "year-needed"]),
        (["Bulan", "RPD", "Rencana Penarikan revisi"], ["plan-claimed-twice", "unit-needed", "year-needed"]),
        (["Bulan", "Masa", "RPD"], ["column-claimed-twice", "unit-needed", "year-needed"]),
        (["Bulan", "RPD s.d. bulan ini"], ["plan-cumulative"]),
        (["Bulan", "Rencana Penarikan Kumulatif"], ["plan-cumulative"]),
        (["Kode Satker", "RPD"], ["plan-without-months"]),
        (["Bulan", "RPD kumulatif", "RPD"], ["unit-needed", "year-needed"]),
        (["Bulan", "No RPD", "RPD"], ["unit-needed", "year-needed"]),
        (["Bulan", "Pagu", "RPD"], ["unit-needed", "year-needed"]),
    ],
)
def test_a_heading_may_ask(rows, found):
    body = [[bulan, *[bulan * 7] * (len(rows) - 1)] for bulan in range(1, 13)]
    draft = read([rows, *body], sumber_dana="RM")
    assert (draft.report.format, codes(draft)) == ("rpd", found)
    assert draft.plan.empty
    assert draft.report.rows.read == 13


def test_months_as_columns_are_refused_with_what_to_do():
    rows = [
        ["HALAMAN III DIPA KPU KOTA BATU TA 2026"],
        ["Kode Satker", "Jenis Belanja", "Rencana Penarikan Dana", None, None],
        [None, None, "Januari", "Februari", "Maret"],
        [BATU, "51", 1, 2, 3],
    ]
    draft = read(rows, sumber_dana="RM")
    [issue] = draft.report.issues
    assert (issue.code, issue.cell) == ("plan-without-months", "C2")
    assert issue.remedy == (
        "Susun satu baris per bulan dengan kolom Kode Satker, Tahun, Bulan, dan Rencana Penarikan (RPD), "
        "lalu unggah lagi."
    )
    assert (draft.report.rows.dropped, draft.report.rows.read) == (1, 4)


def test_a_plan_beside_realisasi_is_a_table_of_realisasi():
    head = ["Kode Satker", "Tahun", "Bulan", "RPD", "Pagu", "Realisasi"]
    draft = read([head, [BATU, 2026, 3, 5, 100, 40]], sumber_dana="RM")
    assert (draft.report.format, draft.plan.empty, len(draft.lines)) == ("tidy-table", True, 1)


@pytest.mark.parametrize("head", ["Deviasi RPD", "% RPD", "Nomor RPD", "Realisasi RPD"])
def test_what_is_about_a_plan_is_none(head):
    with pytest.raises(Unreadable) as unread:
        read([[*HEAD[:3], head], *year()], sumber_dana="RM")
    assert unread.value.issue.code == "format-not-recognised"


def test_without_a_source_of_funds_it_is_said():
    draft = read([HEAD, *year()])
    assert (codes(draft), draft.plan["sumber_dana"][0]) == (["source-of-funds-unknown"], "tidak dirinci")


def test_signatures_are_notes():
    rows = [
        HEAD,
        *year(),
        [],
        [None, None, "Surabaya, 5 Januari 2026"],
        [None, None, "Kepala", "NIP 197001011990031001"],
    ]
    draft = read(rows, sumber_dana="RM")
    assert (codes(draft), vars(draft.report.rows)) == ([], {"lines": 12, "totals": 0, "notes": 4, "dropped": 0})


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [
        *[(cell, True) for cell in (1, 12, 3.0, "3", "03", "'3", "Maret", "mar", "Mar-26", "Maret 2026", "bulan Mei")],
        *[(cell, True) for cell in ("Sept.", "31/03/2026", "2026-03-31", datetime(2026, 3, 1))],
        *[
            (cell, False)
            for cell in (0, 13, 3.5, "", None, "Jan/Feb", "Januari s.d. Maret", "TW I", "TW1", "Kuartal 2")
        ],
        *[(cell, False) for cell in ("Semester I", "Total", "2026", "Surabaya, 5 Maret 2026", "31/02/2026", True)],
    ],
)
def test_one_month_is_one_month(cell, is_one):
    assert single_month(cell) == is_one


CONTAINERS = {
    "xls": lambda rows: containers.xls({"RPD": rows}),
    "ods": lambda rows: containers.ods({"RPD": rows}),
    "spreadsheetml": lambda rows: containers.spreadsheetml({"RPD": rows}),
    "html": containers.html,
    "csv": lambda rows: containers.quoted_csv(rows, ";", "utf-8"),
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_any_container_will_do(name):
    rows = [HEAD, *year(tahun="2026")]
    draft = load(Upload("apa pun", CONTAINERS[name](rows)), Reference.load(), Declared(sumber_dana="RM"))
    assert (plan(draft), codes(draft)) == (plan(read(rows, sumber_dana="RM")), [])


def test_a_reading_process_brings_the_plan_back():
    draft = load_safely(workbook([HEAD, *year()]), Reference.load(), Declared(sumber_dana="RM"))
    assert plan(draft) == plan(read([HEAD, *year()], sumber_dana="RM"))
