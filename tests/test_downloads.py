import csv
import io

import pytest
import requests

from budget.lines import CSV_COLUMNS
from tests.serving import serve
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("downloads")
    database = fresh_database(folder)
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 8), sample_draft(BATU, 2026, 8)))
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9)))
    database.close()
    with serve(folder / "serapan.sqlite") as url:
        yield url


def rows(url):
    answer = requests.get(url, timeout=20)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8"))))


def test_lines_have_the_columns_of_normalise_and_add_up(site):
    found = rows(f"{site}/data/rilis/2/baris.csv")
    assert list(found[0]) == list(CSV_COLUMNS)
    drafts = [sample_draft(SURABAYA, 2026, 8), sample_draft(BATU, 2026, 8), sample_draft(SURABAYA, 2026, 9)]
    for amount in ("pagu_rp", "realisasi_rp", "sisa_rp"):
        assert sum(int(row[amount]) for row in found) == sum(sum(d.lines[amount].tolist()) for d in drafts)
    assert {row["kode_wilayah"] for row in found} == {"35.78", "35.79"}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?satker=657956", len(sample_draft(BATU, 2026, 8).lines)),
        ("?tahun=2026&bulan=9", len(sample_draft(SURABAYA, 2026, 9).lines)),
        ("?dana=hibah", 0),
        ("?tahun=2019", 0),
        ("?satker=999999", 0),
    ],
)
def test_lines_can_be_chosen(site, query, count):
    assert len(rows(f"{site}/data/rilis/2/baris.csv{query}")) == count


def test_an_old_release_gives_its_own_bytes_for_ever(site):
    assert {row["bulan"] for row in rows(f"{site}/data/rilis/1/baris.csv")} == {"8"}
    first = requests.get(f"{site}/data/rilis/1/baris.csv", timeout=20)
    assert first.content == requests.get(f"{site}/data/rilis/1/baris.csv", timeout=20).content
    assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert first.headers["content-disposition"] == 'attachment; filename="serapan-rilis-1-baris.csv"'


def test_the_table_of_units_has_all_39_with_their_state(site):
    found = rows(f"{site}/data/rilis/2/satker.csv?tahun=2026&bulan=9&dana=apbn")
    assert len(found) == 39
    assert [row["keadaan"] for row in found].count("belum melapor") == 38
    [surabaya] = [row for row in found if row["kode_satker"] == SURABAYA]
    lines = sample_draft(SURABAYA, 2026, 9).lines
    assert int(surabaya["realisasi_rp"]) == sum(lines["realisasi_rp"].tolist())
    assert surabaya["serapan_persen"] == f"{sum(lines['realisasi_rp']) * 100 / sum(lines['pagu_rp']):.2f}".rstrip("0")


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/data/rilis/9/baris.csv", 404, "Rilis 9 tidak ada.\n"),
        ("/data/rilis/9/satker.csv?tahun=2026&bulan=9&dana=apbn", 404, "Rilis 9 tidak ada.\n"),
        (
            "/data/rilis/2/satker.csv",
            400,
            "Alamat ini perlu tahun, bulan (1 sampai 12), dan dana (apbn atau hibah).\n",
        ),
        ("/data/rilis/2/satker.csv?tahun=2026&bulan=13&dana=apbn", 400, "bulan harus 1 sampai 12, bukan 13.\n"),
        ("/data/rilis/2/baris.csv?tahun=dua", 400, "tahun dan bulan harus bilangan bulat.\n"),
        ("/data/rilis/2/baris.csv?dana=semua", 400, "dana harus apbn atau hibah.\n"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(site, path, status, text):
    answer = requests.get(site + path, timeout=20)
    assert (answer.status_code, answer.text) == (status, text)
