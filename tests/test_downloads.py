import csv
import dataclasses
import io
import json
import re
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
import python_calamine
import requests

from budget.changes_table import CHANGES_COLUMNS
from budget.lines import AMOUNTS, CSV_COLUMNS
from tests.serving import serve
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft

BIG = 2**53 + 1
"""The smallest integer that a float does not hold."""
UGLY = ["=1+1", " @x", "“kutip” & <b>", 'kata "a";\nb,c', "_x0041_", "bel\x07", "-5", " dua spasi ", "/bukan rumus"]
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
INTEGERS = ("tahun", "bulan", *AMOUNTS, "sumber_baris")
VIEW = "tahun=2026&bulan=9&dana=apbn"
UNKNOWN = "Alamat ini tidak ada. Semua unduhan dan alamatnya ada di halaman /data.\n"


def ugly_draft():
    """Batu in September 2026 with texts that formats trip over, an unknown amount and a very large one."""
    draft = sample_draft(BATU, 2026, 9)
    lines = draft.lines.copy()
    lines.loc[: len(UGLY) - 1, "uraian"] = UGLY
    lines.loc[0, "pagu_rp"] = BIG
    lines.loc[1, "sisa_rp"] = None
    return dataclasses.replace(draft, lines=lines)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("downloads")
    database = fresh_database(folder)
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 8), sample_draft(BATU, 2026, 8)))
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9)))
    release(database, *keep(database, ugly_draft()))
    other = dataclasses.replace(sample_draft(BATU, 2026, 8), lines=sample_draft(BATU, 2026, 8).lines.iloc[1:])
    release(database, *keep(database, other), note="Baris ganda")
    database.close()
    with serve(folder / "serapan.sqlite") as url:
        yield url


def fetch(url, ending):
    answer = requests.get(url, timeout=20)
    assert (answer.status_code, answer.headers["content-type"]) == (200, TYPES[ending]), answer.text
    return answer.content


def rows(url):
    return list(csv.DictReader(io.StringIO(fetch(url, "csv").decode("utf-8"))))


def records(site, path, ending):
    """A table in one form as dictionaries of Python's int, float, str and None."""
    name, _, query = path.partition("?")
    content = fetch(f"{site}{name}.{ending}?{query}", ending)
    if ending == "json":
        return json.loads(content)
    if ending == "parquet":
        frame = pd.read_parquet(io.BytesIO(content)).astype(object)
        return frame.where(frame.notna(), None).to_dict("records")
    if ending == "xlsx":
        sheet = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        return [dict(zip(sheet[0], (None if cell == "" else cell for cell in row), strict=True)) for row in sheet[1:]]
    return [
        {name: None if cell == "" else cell for name, cell in row.items()}
        for row in csv.DictReader(io.StringIO(content.decode("utf-8")))
    ]


def test_lines_have_the_columns_of_normalise_and_add_up(site):
    found = rows(f"{site}/data/rilis/2/baris.csv")
    assert list(found[0]) == list(CSV_COLUMNS)
    drafts = [sample_draft(SURABAYA, 2026, 8), sample_draft(BATU, 2026, 8), sample_draft(SURABAYA, 2026, 9)]
    for amount in ("pagu_rp", "realisasi_rp", "sisa_rp"):
        assert sum(int(row[amount]) for row in found) == sum(sum(d.lines[amount].tolist()) for d in drafts)
    assert {row["kode_wilayah"] for row in found} == {"35.78", "35.79"}


@pytest.mark.parametrize("ending", TYPES)
def test_lines_are_the_same_in_every_form(site, ending):
    plain = records(site, "/data/rilis/3/baris?kode=35.79&bulan=9", "csv")
    found = records(site, "/data/rilis/3/baris?kode=35.79&bulan=9", ending)
    assert [list(row) for row in found] == [list(CSV_COLUMNS)] * len(plain)
    assert len(found) == len(ugly_draft().lines)
    for name in INTEGERS:
        known = [None if row[name] is None else int(row[name]) for row in plain]
        if ending != "csv":
            # A workbook holds no integers, only numbers; python_calamine gives them as float.
            kind = float if ending == "xlsx" else int
            assert {type(row[name]) for row in found} <= {kind, type(None)}
        if (ending, name) == ("xlsx", "pagu_rp"):
            assert known[0] == BIG
            known[0] = float(BIG)
        assert [row[name] if row[name] is None else int(row[name]) for row in found] == known
    for name in set(CSV_COLUMNS) - {*INTEGERS, "uraian"}:
        assert [row[name] for row in found] == [row[name] for row in plain], name
    assert plain[0]["pagu_rp"] == str(BIG)
    assert plain[1]["sisa_rp"] is None


@pytest.mark.parametrize("ending", TYPES)
def test_text_is_kept_and_is_no_formula_for_a_spreadsheet_program(site, ending):
    found = [row["uraian"] for row in records(site, "/data/rilis/3/baris?kode=35.79&bulan=9", ending)][: len(UGLY)]
    if ending in ("json", "parquet"):
        assert found == UGLY
    else:
        assert found == ["'=1+1", "' @x", *UGLY[2:6], "'-5", *UGLY[7:]]


def test_a_workbook_holds_the_exact_digits(site):
    content = fetch(f"{site}/data/rilis/3/baris.xlsx?kode=35.79&bulan=9", "xlsx")
    with ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert f'<c r="O2" s="2"><v>{BIG}</v></c>' in sheet
    # The formula is text, an unknown amount no cell, and a code keeps its zeros.
    assert "<f>" not in sheet
    assert 'r="T3"' not in sheet


def test_a_workbook_opens_in_openpyxl_without_a_warning(site):
    content = fetch(f"{site}/data/rilis/3/satker.xlsx?{VIEW}", "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in sheet[1]][:4] == ["tahun", "bulan", "dana", "kode_satker"]
    [batu] = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[3] == BATU]
    assert batu[8] == sum(ugly_draft().lines["realisasi_rp"])


@pytest.mark.parametrize("ending", TYPES)
def test_units_are_the_same_in_every_form(site, ending):
    plain = records(site, f"/data/rilis/2/satker?{VIEW}", "csv")
    found = records(site, f"/data/rilis/2/satker?{VIEW}", ending)
    assert len(found) == 39
    assert [list(row) for row in found] == [list(row) for row in plain]
    for name in plain[0]:
        if name.endswith(("_rp", "_persen", "_poin")) or name in ("tahun", "bulan"):
            known = [None if row[name] is None else float(row[name]) for row in plain]
            assert [None if row[name] is None else float(row[name]) for row in found] == known
        else:
            assert [row[name] for row in found] == [row[name] for row in plain]
    lines = sample_draft(SURABAYA, 2026, 9).lines
    [surabaya] = [row for row in found if row["kode_satker"] == SURABAYA]
    assert int(surabaya["realisasi_rp"]) == sum(lines["realisasi_rp"].tolist())
    assert [row["keadaan"] for row in found].count("belum melapor") == 38


@pytest.mark.parametrize("ending", TYPES)
def test_a_table_without_rows_keeps_its_columns(site, ending):
    content = fetch(f"{site}/data/rilis/1/koreksi.{ending}", ending)
    if ending == "json":
        assert json.loads(content) == []
    elif ending == "parquet":
        frame = pd.read_parquet(io.BytesIO(content))
        assert (len(frame), list(frame.columns)) == (0, list(CHANGES_COLUMNS))
        assert frame["pagu_lama_rp"].dtype == "Int64"
        assert frame["catatan"].dtype == "str"
    elif ending == "xlsx":
        sheet = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        assert sheet == [list(CHANGES_COLUMNS)]
    else:
        assert content.decode() == ",".join(CHANGES_COLUMNS) + "\n"


@pytest.mark.parametrize("ending", TYPES)
def test_the_ledger_holds_what_was_replaced(site, ending):
    [row] = records(site, "/data/rilis/4/koreksi?", ending)
    old = sample_draft(BATU, 2026, 8).lines["realisasi_rp"].tolist()
    assert (int(row["rilis"]), row["catatan"], row["nama"]) == (4, "Baris ganda", "KPU Kota Batu")
    assert (int(row["realisasi_lama_rp"]), int(row["realisasi_baru_rp"])) == (sum(old), sum(old[1:]))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?satker=657956", len(sample_draft(BATU, 2026, 8).lines)),
        ("?kode=35.79", len(sample_draft(BATU, 2026, 8).lines)),
        ("?semua=35&bulan=8", len(sample_draft(BATU, 2026, 8).lines) + len(sample_draft(SURABAYA, 2026, 8).lines)),
        ("?semua=51", 0),
        ("?tahun=2026&bulan=9", len(sample_draft(SURABAYA, 2026, 9).lines)),
        ("?dana=hibah", 0),
        ("?tahun=2019", 0),
        ("?satker=999999", 0),
        ("?kode=35.79&jenis=57", 0),
        ("?kode=35.79&jalur=ZZ", 0),
    ],
)
def test_lines_can_be_chosen(site, query, count):
    assert len(rows(f"{site}/data/rilis/2/baris.csv{query}")) == count


@pytest.mark.parametrize("jenis", ["51", "52", "53"])
def test_the_lines_of_a_kind_are_those_of_its_accounts(site, jenis):
    lines = sample_draft(BATU, 2026, 8).lines
    known = lines[lines["akun"].str[:2] == jenis]["realisasi_rp"].tolist()
    found = [int(row["realisasi_rp"]) for row in rows(f"{site}/data/rilis/2/baris.csv?kode=35.79&jenis={jenis}")]
    assert found == known
    assert known


@pytest.mark.parametrize(
    "query",
    [
        "kode=35.79",
        "kode=35.79&jenis=52",
        "kode=35.79&jalur={first}",
        "kode=35.79&jenis=52&jalur={ro}",
        "jenis=51",
        "",
    ],
)
def test_the_csv_beside_a_list_of_lines_holds_exactly_those_lines(site, query):
    first = sample_draft(BATU, 2026, 8).lines.iloc[0]
    path = "/".join(first[["program", "kegiatan", "kro", "ro"]])
    query = query.format(first=first["program"], ro=path)
    page = requests.get(f"{site}/baris?rilis=2&tahun=2026&bulan=8&dana=apbn&{query}", timeout=20).text
    [address] = set(re.findall(r'href="(/data/rilis/2/baris\.csv[^"]*)"', page))
    found = rows(site + address.replace("&amp;", "&"))
    foot = page[page.index("<tfoot>") : page.index("</tfoot>")]
    sums = [sum(int(row[name]) for row in found) for name in ("pagu_rp", "realisasi_rp", "sisa_rp")]
    assert [int(value) for value in re.findall(r'<data value="(-?\d+)"', foot)] == sums
    assert found


def test_units_against_the_ceiling_that_the_year_began_with(site):
    found = records(site, f"/data/rilis/3/satker?{VIEW}&dasar=awal", "csv")
    [surabaya] = [row for row in found if row["kode_satker"] == SURABAYA]
    assert int(surabaya["pagu_rp"]) == sum(sample_draft(SURABAYA, 2026, 8).lines["pagu_rp"].tolist())
    answer = requests.head(f"{site}/data/rilis/3/satker.json?{VIEW}&dasar=awal", timeout=20)
    assert answer.headers["content-disposition"] == (
        'attachment; filename="serapan-rilis-3-satker-2026-09-apbn-awal.json"'
    )
    assert (answer.headers["content-type"], answer.content) == ("application/json", b"")


@pytest.mark.parametrize("ending", TYPES)
def test_an_old_release_gives_its_own_bytes_for_ever(site, ending):
    assert {str(int(row["bulan"])) for row in records(site, "/data/rilis/1/baris?", ending)} == {"8"}
    first = requests.get(f"{site}/data/rilis/1/baris.{ending}", timeout=20)
    assert first.content == requests.get(f"{site}/data/rilis/1/baris.{ending}", timeout=20).content
    assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert first.headers["content-disposition"] == f'attachment; filename="serapan-rilis-1-baris.{ending}"'
    assert first.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", [f"satker.csv?{VIEW}&dasar=awal", "baris.parquet?jalur=AA/AA.6025", "paket.zip"])
def test_the_newest_release_is_found_without_its_number(site, path):
    answer = requests.get(f"{site}/data/rilis/terbaru/{path}", timeout=20, allow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/data/rilis/4/{path}")
    assert answer.headers["cache-control"] == "no-store"
    assert requests.get(f"{site}/data/rilis/terbaru/{path}", timeout=20).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("9/baris.csv", 404, "Rilis 9 tidak ada.\n"),
        ("2147483648/baris.csv", 404, "Rilis 2147483648 tidak ada.\n"),
        ("99999999999999999999/paket.zip", 404, "Rilis 99999999999999999999 tidak ada.\n"),
        ("0/baris.csv", 404, "Rilis 0 tidak ada.\n"),
        (f"9/satker.parquet?{VIEW}", 404, "Rilis 9 tidak ada.\n"),
        ("9/koreksi.xlsx", 404, "Rilis 9 tidak ada.\n"),
        ("9/rencana.csv", 404, "Rilis 9 tidak ada.\n"),
        ("2/anggaran.csv", 404, UNKNOWN),
        ("terbaru/anggaran.csv", 404, UNKNOWN),
        ("terbaru", 404, UNKNOWN),
        ("9/paket.zip", 404, "Rilis 9 tidak ada.\n"),
        ("2/baris.ods", 404, "Tabel ini ada sebagai csv, json, xlsx, parquet.\n"),
        ("terbaru/baris.ods", 404, "Tabel ini ada sebagai csv, json, xlsx, parquet.\n"),
        ("2/satker.csv", 400, "Alamat ini perlu tahun, bulan (1 sampai 12), dan dana (apbn atau hibah).\n"),
        ("2/satker.csv?tahun=2026&bulan=13&dana=apbn", 400, "bulan harus 1 sampai 12, bukan 13.\n"),
        (f"2/satker.csv?{VIEW}&dasar=lain", 400, "dasar harus revisi atau awal.\n"),
        (f"2/satker.csv?{VIEW}&kode=35.79", 400, "kode harus kode provinsi yang ditampilkan di sini, dua angka.\n"),
        (f"2/satker.csv?{VIEW}&kode=51", 400, "kode harus kode provinsi yang ditampilkan di sini, dua angka.\n"),
        ("2/baris.csv?tahun=dua", 400, "tahun dan bulan harus bilangan bulat.\n"),
        ("2/baris.csv?tahun=", 400, "tahun dan bulan harus bilangan bulat.\n"),
        ("2/baris.csv?tahun=99999999999999999999", 400, "tahun dan bulan harus bilangan bulat.\n"),
        ("2/baris.csv?bulan=0", 400, "bulan harus 1 sampai 12, bukan 0.\n"),
        ("2/baris.csv?dana=semua", 400, "dana harus apbn atau hibah.\n"),
        ("2/baris.csv?satker=35.79", 400, "satker harus enam angka, misalnya 657942.\n"),
        ("2/baris.csv?kode=99.99", 400, "kode harus kode wilayah sebuah satker, misalnya 35.79.\n"),
        ("2/baris.csv?semua=99", 400, "semua harus kode provinsi, misalnya 35.\n"),
        ("2/baris.csv?kode=35.79&satker=657942", 400, "Pilih salah satu saja: satker atau kode.\n"),
        ("2/baris.csv?jenis=5", 400, "jenis harus dua angka, misalnya 51.\n"),
        (
            '2/baris.csv?jalur=AA"',
            400,
            "jalur harus kode dari program ke bawah, dipisahkan garis miring.\n",
        ),
        (
            "2/baris.json?thn=2026",
            400,
            "Alamat ini tidak mengenal 'thn'; yang dikenal: tahun, bulan, dana, semua, kode, satker, jenis, jalur.\n",
        ),
        ("2/koreksi.csv?tahun=2026", 400, "Alamat ini tidak mengenal 'tahun'; tanpa pilihan apa pun.\n"),
        ("2/baris.csv?tahun=2025&tahun=2026", 400, "Alamat ini menyebut tahun lebih dari sekali.\n"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(site, path, status, text):
    answer = requests.get(f"{site}/data/rilis/{path}", timeout=20)
    assert (answer.status_code, answer.text) == (status, text)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_before_the_first_release(tmp_path):
    fresh_database(tmp_path).close()
    with serve(tmp_path / "serapan.sqlite") as url:
        for path in ("/data/rilis/terbaru/satker.csv", "/koreksi.csv", "/koreksi.atom", "/data/dcat.json"):
            answer = requests.get(url + path, timeout=20)
            assert (answer.status_code, answer.text) == (404, "Belum ada rilis.\n")
            assert answer.headers["cache-control"] == "no-store"
        assert requests.get(f"{url}/data/rilis/1/paket.zip", timeout=20).status_code == 404
        assert "Belum ada rilis" in requests.get(f"{url}/sematan", timeout=20).text
