"""The written workbook against the facts of formats.md, section 1, cell by cell."""

import io
import re
import time
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import python_calamine

from samples.fa_detail import write_csv, write_xlsx
from samples.header import Header
from samples.java_number import java_number
from samples.outline import Outline
from samples.tree import Tree

LONG = "Koordinasi Pelaksanaan Anggaran Satker dengan uraian yang panjangnya tidak muat dalam satu baris"
SHEET = "GLP039_LAPORAN REALISASI SUPER "
ORIGINAL = Path(__file__).resolve().parents[2] / "shared" / "sheets" / "fa-detail-16-segmen-2026-03.xlsx"
COLUMNS = {
    **{0: ("B", "D"), 1: ("B", "I"), 2: ("C", "G"), 3: ("C", "K")},
    **{4: ("E", "J"), 5: ("F", "L"), 6: ("H", "M")},
}


def tree(akun: int = 30) -> Tree:
    codes = [f"{521211 + index}" for index in range(akun)]
    half = akun // 2
    paths = [
        *(("WA", "WA.6638", "EBD", "EBD.Z24", "ZZ1", "ZZ1.0A", code) for code in codes[:half]),
        *(("WA", "WA.6638", "EBD", "EBD.Z24", "ZZ1", "ZZ1.0B", code) for code in codes[half:]),
    ]
    headings = {
        ("WA",): "Program Dukungan Manajemen",
        ("WA", "WA.6638"): "Pelaksanaan Akuntabilitas <Keuangan> & Kinerja 100%",
        ("WA", "WA.6638", "EBD"): "Layanan Manajemen Kinerja Internal",
        ("WA", "WA.6638", "EBD", "EBD.Z24"): "Layanan Pemantauan",
        ("WA", "WA.6638", "EBD", "EBD.Z24", "ZZ1"): "Koordinasi",
        ("WA", "WA.6638", "EBD", "EBD.Z24", "ZZ1", "ZZ1.0A"): "TANPA SUB KOMPONEN",
        ("WA", "WA.6638", "EBD", "EBD.Z24", "ZZ1", "ZZ1.0B"): LONG,
    }
    pagu = np.arange(1, akun + 1, dtype=np.int64) * 1_234_000
    return Tree(
        header=Header(2026, 9, "657942", "KPU KOTA SURABAYA"),
        outline=Outline(tuple(paths), tuple(f"Belanja {code}" for code in codes), headings),
        pagu=pagu,
        lock=pagu // 4000 * 1000,
        lalu=pagu // 3,
        ini=pagu // 7,
    )


def sheet_xml(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def filled(content: bytes) -> dict[int, dict[str, object]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        row[0].row: {cell.column_letter: cell.value for cell in row if cell.value not in (None, "")}
        for row in book.active.iter_rows()
    }


def test_container_is_as_jasperreports_writes_it() -> None:
    content = write_xlsx(tree())
    xml = sheet_xml(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "xl/sharedStrings.xml" not in archive.namelist()
        assert f'<sheet name="{SHEET}"' in archive.read("xl/workbook.xml").decode()
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert '<dimension ref="A1"/>' in xml
    assert set(re.findall(r' t="(\w+)"', xml)) == {"inlineStr", "n"}
    assert xml.count("<col ") == 34
    assert xml.count('width="0.17"') > 10
    assert {len(re.findall(r"<c ", row)) for row in xml.split("<row ")[1:]} == {34}


def test_header_rows() -> None:
    rows = filled(write_xlsx(tree()))
    assert rows[1] == {"A": "LAPORAN KETERSEDIAAN DANA DETAIL TA 2026"}
    assert rows[2] == {"A": "Per Program; Kegiatan; Output; SubOutput; Komponen; SubKomponen; Akun;"}
    assert rows[3] == {"A": "Periode September 2026"}
    assert rows[4] == {"A": "Kementerian\t:", "N": "076", "O": "KOMISI PEMILIHAN UMUM"}
    assert rows[5] == {"A": "Unit Organisasi\t", "N": "01", "O": "KOMISI PEMILIHAN UMUM"}
    assert rows[6] == {
        **{"A": "Satuan Kerja   \t:", "N": "657942", "O": "KPU KOTA SURABAYA"},
        **{"AB": "Hal 1 dari", "AE": " 2"},
    }
    assert rows[7] == {
        **{"A": "Uraian", "Q": "Pagu Revisi", "S": "Lock Pagu"},
        **{"U": "Realisasi TA 2026", "AD": "SISA ANGGARAN"},
    }
    assert rows[8] == {"U": "Periode Lalu", "W": "Periode Ini", "X": "s.d. Periode ", "AA": "%"}


def test_total_row_has_columns_of_its_own() -> None:
    budget = tree()
    pagu, lalu, ini = int(budget.pagu.sum()), int(budget.lalu.sum()), int(budget.ini.sum())
    assert filled(write_xlsx(budget))[9] == {
        **{"A": "JUMLAH SELURUHNYA", "P": pagu, "R": int(budget.lock.sum()), "V": lalu, "W": ini},
        **{"X": lalu + ini, "AB": (lalu + ini) / pagu, "AC": pagu - lalu - ini},
    }


def test_each_level_has_its_column_pair_and_detail_amounts_stand_in_y_and_ad() -> None:
    budget = tree()
    rows = filled(write_xlsx(budget))
    for number, row in zip(range(10, 17), budget.outline.rows, strict=False):
        code, text = COLUMNS[row.level]
        pagu = int(budget.pagu[row.start : row.stop].sum())
        spent = int(budget.realisasi[row.start : row.stop].sum())
        assert set(rows[number]) == {code, text, "P", "R", "V", "W", "Y", "AB", "AD"}
        assert (rows[number][code], rows[number][text]) == (row.code, row.uraian)
        assert (rows[number]["P"], rows[number]["Y"], rows[number]["AD"]) == (pagu, spent, pagu - spent)
        assert rows[number]["AB"] == pytest.approx(spent / pagu, abs=1e-15)


def test_merged_ranges() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(tree())))
    ranges = {str(span) for span in book.active.merged_cells.ranges}
    assert {"A1:AG1", "A7:O7", "U7:AB7", "U8:V8", "X8:Z8", "AA8:AB8", "A9:O9", "X9:AA9", "AC9:AH9"} <= ranges
    assert {"B10:C10", "D10:O10", "B11:H11", "I11:O11", "C12:F12", "G12:O12", "C13:J13", "K13:O13"} <= ranges
    assert {"E14:I14", "J14:O14", "F15:K15", "L15:O15", "H16:L16", "M16:O16"} <= ranges
    assert {"P16:Q16", "R16:U16", "W16:X16", "Y16:AA16", "AB16:AC16", "AD16:AH16"} <= ranges


def test_a_page_break_repeats_a_row_without_lalu_and_ini() -> None:
    budgets = [tree(akun) for akun in range(20, 60, 2)]
    cut = 0
    for budget in budgets:
        rows = filled(write_xlsx(budget))
        found = [(number, row) for number, row in rows.items() if row.get("F") == "ZZ1.0B"]
        if len(found) == 2:
            cut += 1
            (first, upper), (second, lower) = found
            assert second == first + 2
            assert str(rows[first + 1]["B"]).startswith("*Lock Pagu")
            assert set(lower) == set(upper) - {"V", "W"}
            assert {column: lower[column] for column in ("P", "R", "Y", "AB", "AD")} == {
                column: upper[column] for column in ("P", "R", "Y", "AB", "AD")
            }
            assert f"{upper['L']}{lower['L']}" == LONG
    assert cut


def test_footnotes_stand_between_rows_and_at_the_end() -> None:
    rows = filled(write_xlsx(tree()))
    notes = [number for number, row in rows.items() if str(row.get("B", "")).startswith("*Lock Pagu")]
    assert len(notes) == 2
    assert notes[-1] == max(rows)


def test_with_item_every_amount_stands_one_column_further_right() -> None:
    budget = tree()
    rows = filled(write_xlsx(budget, with_item=True))
    assert str(rows[2]["A"]).endswith("SubKomponen; Akun; Item;")
    assert set(rows[9]) == {"A", "Q", "S", "W", "X", "Y", "AC", "AD"}
    items = [row for row in rows.values() if "N" in row and "H" not in row and "Q" in row]
    assert all(re.fullmatch(r"\d{6}\. \w.*", str(row["N"])) for row in items)
    assert all(set(row) == {"N", "Q", "S", "W", "X", "Z", "AC", "AE"} for row in items)
    for column, amounts in (("Q", budget.pagu), ("W", budget.lalu), ("X", budget.ini), ("AE", budget.sisa)):
        assert sum(row[column] for row in items) == int(amounts.sum())


def test_csv_has_indonesian_number_text_below_a_header_in_rows_7_to_9() -> None:
    budget = tree()
    lines = write_csv(budget).decode().split("\r\n")
    cells = [line.split(";") for line in lines]
    assert cells[0][0] == "LAPORAN KETERSEDIAAN DANA DETAIL TA 2026"
    assert (cells[6][0], cells[6][16], cells[7][20]) == ("Uraian", "Pagu Revisi", "Periode Lalu")
    assert set(cells[8]) == {""}
    assert cells[9][0] == "JUMLAH SELURUHNYA"
    assert cells[9][15] == f"{int(budget.pagu.sum()):,}".replace(",", ".")
    assert cells[16][7] == "521211"


def test_both_readers_see_the_same_and_do_not_complain() -> None:
    content = write_xlsx(tree())
    rows = filled(content)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == [SHEET]
    seen = book.get_sheet_by_index(0).to_python()
    assert len(seen) == max(rows)
    for number, row in enumerate(seen, 1):
        assert [value for value in row if value != ""] == list(rows[number].values())


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert write_xlsx(tree()) == write_xlsx(tree())
    assert write_csv(tree()) == write_csv(tree())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((0, "0.0"), (5_310_600, "5310600.0"), (10_000_000, "1.0E7"), (246_078_000, "2.46078E8")),
        *((52_738_349_000, "5.2738349E10"), (-12_500_000, "-1.25E7"), (-5, "-5.0"), (5_841_454_998, "5.841454998E9")),
        *((0.11076294781241636, "0.11076294781241636"), (0.000643, "6.43E-4"), (0.00005, "5.0E-5"), (1.05, "1.05")),
    ],
)
def test_numbers_are_written_as_java_does(value: float, text: str) -> None:
    assert java_number(value) == text


def test_a_file_is_written_within_milliseconds() -> None:
    budget = tree(130)
    write_xlsx(budget)
    start = time.process_time()
    for _ in range(20):
        write_xlsx(budget)
    assert (time.process_time() - start) / 20 < 0.03


@pytest.mark.skipif(not ORIGINAL.exists(), reason="the original lies beside the repository, not in it")
def test_an_original_written_again_has_the_same_cells_formats_and_merges() -> None:
    text = sheet_xml(ORIGINAL.read_bytes())
    budget = _tree_of(_rows(text))
    again = sheet_xml(write_xlsx(budget))
    assert len(budget.pagu) == 296
    assert _without_pages(_rows(again)) == _without_pages(_rows(text))
    assert _xml_row(again.split("<row ")[9]) == _xml_row(text.split("<row ")[9])
    for number in range(1, 9):
        assert _formats(again.split("<row ")[number]) == _formats(text.split("<row ")[number])
    for number in range(1, 34):
        merges = re.compile(rf'ref="([A-Z]+{number}:[A-Z]+{number})"')
        assert merges.findall(again) == merges.findall(text)


def _rows(xml: str) -> list[dict[str, tuple[str, str]]]:
    return [_xml_row(row) for row in xml.split("<row ")[10:]]


def _formats(row: str) -> list[str]:
    return re.findall(r' s="(\d+)"', row)


def _xml_row(row: str) -> dict[str, tuple[str, str]]:
    found = re.findall(r'<c r="([A-Z]+)\d+" s="(\d+)" t="\w+">(.*?)</c>', row, re.DOTALL)
    return {column: (style, re.sub(r"<[^>]+>|\n", "", content)) for column, style, content in found}


def _plain(row: dict[str, tuple[str, str]]) -> dict[str, str]:
    return {column: text for column, (_, text) in row.items() if text}


def _without_pages(rows: list[dict[str, tuple[str, str]]]) -> list[dict[str, tuple[str, str]]]:
    kept: list[dict[str, tuple[str, str]]] = []
    for row in rows:
        plain = _plain(row)
        if plain.get("B", "").startswith("*"):
            continue
        if "P" in plain and "V" not in plain:
            column = next(column for column in ("D", "I", "G", "K", "J", "L", "M") if column in plain)
            kept[-1][column] = (kept[-1][column][0], kept[-1][column][1] + plain[column])
            continue
        kept.append(row)
    return kept


def _tree_of(rows: list[dict[str, tuple[str, str]]]) -> Tree:
    path: list[str] = []
    paths, uraian, amounts = [], [], []
    headings: dict[tuple[str, ...], str] = {}
    for row in _without_pages([dict(row) for row in rows]):
        plain = _plain(row)
        for level, (code, text) in COLUMNS.items():
            if text in plain:
                path = [*path[:level], plain[code]]
                if level == 6:
                    paths.append(tuple(path))
                    uraian.append(plain[text])
                    amounts.append([int(float(plain[column])) for column in ("P", "R", "V", "W")])
                headings[tuple(path)] = plain[text]
    pagu, lock, lalu, ini = np.array(amounts, dtype=np.int64).T
    return Tree(Header(2026, 3, "637372", "X"), Outline(tuple(paths), tuple(uraian), headings), pagu, lock, lalu, ini)
