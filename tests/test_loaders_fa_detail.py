"""Fa Detail: layouts, totals, and each way in which a sheet can be wrong."""

import json
from collections.abc import Callable

import pytest

from budget.declared import Declared
from budget.draft import Draft
from budget.field_words import FIELD_WORDS
from budget.reference import Reference
from budget.slice import Slice
from budget.upload import Upload
from loaders.load import load
from tests import corpus

REFERENCE = Reference.load()
AMOUNTS = ["pagu_rp", "lock_rp", "realisasi_lalu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp"]
RM = Declared(sumber_dana="RM")


def read(content: bytes, declared: Declared = RM, name: str = "apa saja.dat") -> Draft:
    return load(Upload(name, content), REFERENCE, declared)


def codes(draft: Draft) -> list[str]:
    return [issue.code for issue in draft.report.issues]


LAYOUTS = {
    "akun": lambda: corpus.xlsx(corpus.grid()),
    "item": lambda: corpus.xlsx(corpus.grid(item=True)),
    "csv": lambda: corpus.csv(corpus.grid()),
    "csv, comma, byte order mark": lambda: corpus.csv(corpus.grid(), delimiter="|", encoding="utf-8-sig"),
    "tab, utf-16": lambda: (
        corpus.csv(corpus.grid(), delimiter="~", encoding="utf-8")
        .replace(b"\t", b" ")
        .replace(b"~", b"\t")
        .decode()
        .encode("utf-16")
    ),
    "item, csv": lambda: corpus.csv(corpus.grid(item=True)),
    "moved right and down": lambda: corpus.xlsx([[], [], *([None, None, None, *row] for row in corpus.grid())]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_totals(layout: str) -> None:
    draft = read(LAYOUTS[layout]())
    assert draft.report.publishable, draft.report.issues
    assert draft.report.slices == (Slice(2026, 3, "656560", "RM"),)
    assert draft.lines[AMOUNTS].sum().tolist() == [
        2_279_979_000,
        0,
        459_349_585,
        240_209_813,
        699_559_398,
        1_580_419_602,
    ]
    rows = draft.report.rows
    lines, totals = (8, 19) if "item" in layout else (4, 15)
    assert (rows.lines, rows.totals, rows.dropped) == (lines, totals, 0)
    height = len(corpus.grid(item="item" in layout)) + (2 if "moved" in layout else 0)
    assert rows.read == height
    assert len(draft.report.control) == (totals - 1) * 6
    assert all(control.printed == control.computed for control in draft.report.control)


def test_lines_say_where_they_come_from() -> None:
    draft = read(corpus.xlsx(corpus.grid()))
    line = draft.lines.loc[2]
    assert line[["tahun", "bulan", "kode_satker", "kode_wilayah", "sumber_dana"]].tolist() == [
        *(2026, 3, "656560", "16.08", "RM")
    ]
    assert line[["program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun", "uraian"]].tolist() == [
        *("CQ", "CQ.6709", "QGE", "QGE.001", "051", "051.0B", "521213", "=Honor Output")
    ]
    assert line[["sumber_berkas", "sumber_lembar", "sumber_baris", "sumber_sel"]].tolist() == [
        *("apa saja.dat", "GLP039_LAPORAN ", 21, "Y21")
    ]
    assert json.loads(line["cells"]) == {
        "pagu_rp": ["P21", "33900000"],
        "lock_rp": ["R21", "0"],
        "realisasi_lalu_rp": ["V21", "10350000"],
        "realisasi_ini_rp": ["W21", "10350000"],
        "realisasi_rp": ["Y21", "20700000"],
        "sisa_rp": ["AD21", "13200000"],
    }


def test_csv_cells_keep_their_text_and_a_spreadsheets_address() -> None:
    line = read(corpus.csv(corpus.grid())).lines.loc[2]
    assert line["sumber_lembar"] == "csv"
    assert json.loads(line["cells"])["pagu_rp"] == ["P21", "33.900.000"]


def test_items_are_lines_and_their_akun_headings() -> None:
    draft = read(corpus.xlsx(corpus.grid(item=True)))
    assert draft.lines[["akun", "item", "uraian", "sumber_sel"]].to_numpy().tolist()[:3] == [
        ["521211", "000011", "Bagian 1", "Z17"],
        ["521211", "000012", "Bagian 2", "Z18"],
        ["524111", "000021", "Bagian 1", "Z20"],
    ]
    akun = draft.headings[draft.headings["level"] == "akun"]
    assert akun["path"].tolist()[0] == "CQ/CQ.6709/QGE/QGE.001/051/051.0A/521211"


def test_a_page_break_repeat_is_no_new_money_and_carries_the_description_on() -> None:
    draft = read(corpus.xlsx(corpus.grid()))
    headings = draft.headings.set_index("path")
    assert headings.loc["CQ/CQ.6709/QGE/QGE.001/051/051.0B", "uraian"] == "Menyusun Pedoman dan Petunjuk"
    assert headings.loc["", "level"] == "jumlah"
    assert headings["level"].value_counts().to_dict() == {
        **{"program": 2, "kegiatan": 2, "kro": 2, "ro": 2, "komponen": 2, "subkomponen": 3, "jumlah": 1}
    }


def test_three_letters_below_an_ro_are_a_komponen() -> None:
    lines = read(corpus.xlsx(corpus.grid())).lines
    assert lines.loc[3, ["kro", "ro", "komponen", "subkomponen"]].tolist() == ["EBA", "EBA.Z24", "ZZZ", "ZZZ.0A"]


@pytest.mark.parametrize(
    ("row", "column", "field", "total"),
    [
        (9, 15, "pagu_rp", "jumlah"),
        (9, 23, "realisasi_rp", "jumlah"),
        (13, 21, "realisasi_lalu_rp", "ro CQ/CQ.6709/QGE/QGE.001"),
    ],
)
def test_a_total_changed_by_one_rupiah_blocks_and_shows_the_difference(
    row: int, column: int, field: str, total: str
) -> None:
    rows = corpus.grid()
    rows[row - 1][column] += 1  # type: ignore[operator]
    draft = read(corpus.xlsx(rows))
    [issue] = draft.report.issues
    assert (issue.code, issue.level) == ("total-differs", "error")
    assert "selisih Rp1." in issue.message
    assert f"Jumlah tercetak {total} untuk {FIELD_WORDS[field]}" in issue.message
    assert issue.raw == str(rows[row - 1][column])
    assert not draft.report.publishable
    [wrong] = [control for control in draft.report.control if control.printed != control.computed]
    assert wrong.printed - wrong.computed == 1


def _set(row: int, column: int, value: object) -> Callable[[list[list[object]]], None]:
    def change(rows: list[list[object]]) -> None:
        rows[row - 1][column] = value

    return change


def _without(row: int) -> Callable[[list[list[object]]], None]:
    return lambda rows: rows.__delitem__(row - 1)


def _twice(row: int) -> Callable[[list[list[object]]], None]:
    return lambda rows: rows.insert(row, list(rows[row - 1]))


def _stray(rows: list[list[object]]) -> None:
    rows.append([None, "Tambahan saya", *[None] * 13, 5, None, 6])


def _spent(realisasi: int) -> Callable[[list[list[object]]], None]:
    """Gives the only akun of ZZZ.0A another pagu, in every total as well."""

    def change(rows: list[list[object]]) -> None:
        old = rows[28 - 1][15]
        assert isinstance(old, int)
        for row in rows[8:]:
            if isinstance(row[0], str) or any(
                isinstance(cell, str) and cell.split(".")[0] in {"WA", "EBA", "ZZZ", "511111"} for cell in row[:8]
            ):
                total = 28 if row[0] else 29
                row[15] = row[15] - old + realisasi  # type: ignore[operator]
                row[total] = row[total] - old + realisasi  # type: ignore[operator]

    return change


@pytest.mark.parametrize(
    ("change", "code", "cell", "raw"),
    [
        (_without(9), "grand-total-missing", None, None),
        (_set(3, 0, None), "month-missing", None, None),
        (_set(3, 0, "Periode Maret 2025"), "year-contradicts", "A3", "2026, 2025"),
        (_set(6, 13, None), "satker-missing", "O6", "KPU KABUPATEN OGAN KOMERING ULU TIMUR"),
        (_set(6, 13, "637372"), "satker-unknown", "N6", "637372 KPU KABUPATEN OGAN KOMERING ULU TIMUR"),
        (_set(4, 13, "011"), "ministry-contradicts", "N4", "011 KOMISI PEMILIHAN UMUM"),
        (_set(7, 18, "Kunci"), "column-unknown", "S7", "Kunci"),
        (_set(16, 7, "52121"), "row-not-understood", "H16", "52121"),
        (_set(16, 7, "XX-1"), "row-not-understood", "H16", "XX-1"),
        (_set(16, 7, "AB"), "code-out-of-place", "H17", "524111"),
        (_set(16, 15, "banyak"), "not-a-number", "P16", "banyak"),
        (_set(16, 15, "21,276,070,424,00"), "not-a-number", "P16", "21,276,070,424,00"),
        (_set(16, 15, 246078000.5), "fractional-rupiah", "P16", "246078000.5"),
        (_set(16, 15, 2**53), "amount-too-large", "P16", "9007199254740992"),
        (_set(16, 15, "-"), "amount-missing", "P16", "-"),
        (_set(16, 21, None), "amount-missing", None, None),
        (
            _set(16, 16, 7),
            "amounts-undecided",
            "P16",
            "246078000 · 7 · 0 · 48999585 · 29859806 · 78859391 · 0.3204650192215476 · 167218609",
        ),
        (_set(16, 29, 1), "remainder-differs", "AD16", "Rp1"),
        (_set(16, 21, 48_999_586), "periods-differ", "Y16", "Rp78.859.391"),
        (_twice(17), "duplicate-path", "H18", "524111"),
        (_stray, "row-not-understood", "B29", "Tambahan saya"),
        (_spent(500_000_000), "realisasi-above-pagu", "Y28", "Rp600.000.000"),
        (_spent(499_999_999), "realisasi-far-above-pagu", "Y28", "Rp600.000.000"),
    ],
)
def test_what_is_wrong_is_an_issue_at_its_cell(
    change: Callable[[list[list[object]]], None], code: str, cell: str | None, raw: str | None
) -> None:
    rows = corpus.grid()
    change(rows)
    draft = read(corpus.xlsx(rows))
    found = [(issue.code, issue.cell, issue.raw) for issue in draft.report.issues]
    assert (code, cell, raw) in found
    assert draft.report.publishable == (code == "realisasi-above-pagu")
    assert draft.report.rows.read == len(rows)
    assert all(issue.message and issue.remedy for issue in draft.report.issues)


def test_an_error_cell_is_never_zero_and_its_row_is_dropped() -> None:
    rows = corpus.grid()
    rows[15][15] = "#REF!"
    draft = read(corpus.xlsx(rows))
    assert [(issue.code, issue.cell, issue.raw) for issue in draft.report.issues][:1] == [
        ("error-cell", "P16", "#REF!")
    ]
    assert (draft.report.rows.lines, draft.report.rows.dropped) == (3, 1)
    assert draft.report.issues[0].message == "Sel P16 berisi galat #REF!."


def test_a_formula_never_computed_is_never_zero() -> None:
    rows = corpus.grid()
    rows[15][15] = "=SUM(A1:A2)"
    draft = read(corpus.xlsx(rows))
    assert ("formula-not-computed", "P16") in [(issue.code, issue.cell) for issue in draft.report.issues]


def test_a_satker_outside_kpu_is_read_only_when_declared() -> None:
    content = corpus.xlsx(corpus.grid(satker="637372"))
    draft = read(content, Declared(sumber_dana="RM", any_satker=True))
    assert draft.report.publishable
    assert draft.lines["kode_wilayah"].isna().all()
    assert "satker-unknown" in codes(read(content))


def test_source_of_funds_not_said_is_an_info() -> None:
    draft = read(corpus.xlsx(corpus.grid()), Declared())
    assert [(issue.code, issue.level) for issue in draft.report.issues] == [("source-of-funds-unknown", "info")]
    assert draft.report.slices[0].sumber_dana == "tidak dirinci"
    assert codes(read(corpus.xlsx(corpus.grid()), Declared(sumber_dana="APBD"))) == ["source-of-funds-invalid"]


def test_the_same_bytes_give_the_same_draft() -> None:
    one, two = read(corpus.xlsx(corpus.grid())), read(corpus.xlsx(corpus.grid()))
    assert one.lines.equals(two.lines)
    assert one.report == two.report


if corpus.SHARED.exists():

    def test_the_original_reads_to_the_published_figures() -> None:
        content = (corpus.SHARED / "fa-detail-16-segmen-2026-03.xlsx").read_bytes()
        draft = read(content, Declared(any_satker=True))
        assert len(draft.lines) == 296
        assert draft.lines[AMOUNTS].sum().tolist() == [
            *(52_738_349_000, 0, 3_634_868_218, 2_206_586_780, 5_841_454_998, 46_896_894_002)
        ]
        assert draft.report.slices == (Slice(2026, 3, "637372", "tidak dirinci"),)
        assert draft.report.rows.read == 453
        assert draft.report.rows.dropped == 0
        assert len(draft.report.control) == 131 * 6
        assert all(control.printed == control.computed for control in draft.report.control)
        assert draft.headings["level"].value_counts().to_dict() == {
            **{"program": 2, "kegiatan": 2, "kro": 4, "ro": 10, "komponen": 32, "subkomponen": 80, "jumlah": 1}
        }
        sums = draft.lines.groupby("kegiatan")[["pagu_rp", "realisasi_rp"]].sum()
        assert sums.loc["AA.6025"].tolist() == [49_447_491_000, 4_631_781_517]
        assert sums.loc["WA.1318"].tolist() == [3_290_858_000, 1_209_673_481]

    def test_the_original_belongs_to_another_ministry() -> None:
        content = (corpus.SHARED / "fa-detail-16-segmen-2026-03.xlsx").read_bytes()
        report = read(content, Declared()).report
        assert not report.publishable
        assert report.issues[0].message == ("Satker 637372 DITJEN AMERIKA DAN EROPA tidak ada dalam daftar satker KPU.")
