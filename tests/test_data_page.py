"""The page of downloads, as it is sent."""

import dataclasses
import html
import re
import subprocess

import pytest
import requests

from budget.changes_table import CHANGES_COLUMNS
from budget.lines import CSV_COLUMNS
from store.checkpoint import checkpoint
from store.releases import all_releases
from tests.serving import serve
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft

MOST_BYTES = 120_000


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Thirty-three releases: new figures in two of them, and Batu's August replaced in all others."""
    folder = tmp_path_factory.mktemp("data")
    database = fresh_database(folder)
    draft = sample_draft(BATU, 2026, 8)
    other = dataclasses.replace(draft, lines=draft.lines.iloc[1:])
    first, second = (keep(database, one, sample=True) for one in (draft, other))
    release(database, *first, note="Laporan <pertama>")
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9), sample_draft(BATU, 2026, 9), sample=True))
    for number in range(31):
        release(database, *(first if number % 2 else second), note=f"Koreksi {number}")
    found = {one.number: one for one in all_releases(database)}
    database.close()
    return folder / "serapan.sqlite", found


@pytest.fixture(scope="module")
def site(published):
    with serve(published[0]) as url:
        yield url


def page(site, query=""):
    answer = requests.get(f"{site}/data?{query}", timeout=20)
    assert answer.status_code == 200
    assert len(answer.content) < MOST_BYTES
    return answer.text


def links(text, start):
    return [html.unescape(one) for one in re.findall(rf'href="({re.escape(html.escape(start))}[^"]*)"', text)]


def test_every_download_that_it_offers_can_be_had(site):
    found = links(page(site, "tahun=2026&bulan=8&dana=apbn&kode=35.79&dasar=awal"), "/data/rilis/33/")
    assert "/data/rilis/33/satker.xlsx?tahun=2026&bulan=8&dana=apbn&dasar=awal" in found
    assert "/data/rilis/33/baris.parquet?tahun=2026&bulan=8&dana=apbn&kode=35.79" in found
    for address in [*found, "/data/dcat.json", "/koreksi.atom", "/koreksi.csv"]:
        assert requests.get(site + address, timeout=20).status_code == 200, address
    assert len({one.partition("?")[0] for one in found}) == 18


@pytest.mark.parametrize("query", ["", "kode=35.79&tahun=2026&bulan=8&dana=apbn"])
def test_its_two_examples_run(site, tmp_path, query):
    curl, pandas = (
        html.unescape(one) for one in re.findall(r"<pre[^>]*><code>([^@].*?)</code>", page(site, query), re.S)
    )
    assert curl.startswith("curl -L -o satker.csv ")
    subprocess.run(["sh", "-c", curl], cwd=tmp_path, check=True, capture_output=True)
    assert len((tmp_path / "satker.csv").read_text().splitlines()) == 40
    # In this process: pyarrow may abort one that ends right after reading (apache/arrow#34314).
    exec(pandas, scope := {})
    baris = scope["baris"]
    drafts = [sample_draft(BATU, 2026, 8)] if query else [sample_draft(unit, 2026, 9) for unit in (SURABAYA, BATU)]
    lines = sum(len(one.lines) for one in drafts) - bool(query)
    spent = sum(sum(one.lines["realisasi_rp"]) for one in drafts)
    spent -= int(drafts[0].lines["realisasi_rp"].iloc[0]) if query else 0
    assert (len(baris), baris["realisasi_rp"].sum()) == (lines, spent)
    assert baris["kode_wilayah"].iloc[0] == ("35.79" if query else "35.78")


def test_releases_come_newest_first_with_what_they_changed(published, site):
    text = page(site)
    body = text[text.index('id="rilis"') : text.index('id="kamus"')]
    numbers = [int(one) for one in re.findall(r'<th scope="row"><a href="[^"]*"[^>]*>(\d+)</a>', body)]
    assert numbers == list(range(33, 3, -1))
    rows = {int(re.search(r">(\d+)</a>", row)[1]): row for row in body.split("<tr>")[2:]}
    assert published[1][33].hash in rows[33]
    assert "Koreksi 30" in rows[33]
    assert re.findall(r"<span>(\d+)</span>", rows[33]) == ["0", "1", "1", "0"]


def test_checkpoints_of_all_releases_up_to_one(published, site):
    _, releases = published
    answer = requests.get(f"{site}/data/rilis/3/titik-periksa.txt", timeout=20)
    assert answer.text.splitlines() == [checkpoint(releases[number]) for number in (1, 2, 3)]
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["access-control-allow-origin"] == "*"
    newest = requests.get(f"{site}/data/rilis/terbaru/titik-periksa.txt", timeout=20)
    assert newest.url.endswith("/data/rilis/33/titik-periksa.txt")
    assert newest.text.splitlines()[-1] == checkpoint(releases[33])
    for unknown in (0, 34):
        answer = requests.get(f"{site}/data/rilis/{unknown}/titik-periksa.txt", timeout=20)
        assert (answer.status_code, answer.text) == (404, f"Rilis {unknown} tidak ada.\n")


def test_older_releases_are_a_page_away(published, site):
    [older] = re.findall(r'<a href="/data\?([^"]*)">Rilis yang lebih lama', page(site))
    assert html.unescape(older) == "dana=apbn&rilis=3"
    text = page(site, html.unescape(older))
    body = text[text.index('id="rilis"') : text.index('id="kamus"')]
    rows = body.split("<tr>")[2:]
    assert [int(re.search(r">(\d+)</a>", row)[1]) for row in rows] == [3, 2, 1]
    assert [re.findall(r"<span>(\d+)</span>", row) for row in rows] == [
        ["0", "1", "1", "0"],
        ["2", "0", "2", "0"],
        ["1", "0", "1", "0"],
    ]
    assert "Laporan &lt;pertama&gt;" in rows[2]


def test_a_release_opens_with_its_changes_and_its_files(published, site):
    text = page(site, "rilis=2")
    body = text[text.index('id="berkas"') : text.index('id="unduh"')]
    assert published[1][2].hash in body
    assert published[1][1].hash in body
    assert "Ditambah: September 2026, RM: KPU Kota Surabaya, KPU Kota Batu" in body
    for kode, name in ((SURABAYA, "KPU Kota Surabaya"), (BATU, "KPU Kota Batu")):
        upload = sample_draft(kode, 2026, 9).upload
        [row] = [row for row in body.split("<tr>") if upload.name in row]
        assert upload.sha256 in row
        assert f'<th scope="row">{name}</th>' in row
        assert "sakti-fa-detail" in row
        assert re.findall(r"<span>(\d+)</span>", row) == ["0", "0"]


def test_a_release_opens_for_one_unit(site):
    body = page(site, "rilis=2&kode=35.79")
    body = body[body.index('id="berkas"') : body.index('id="unduh"')]
    assert sample_draft(BATU, 2026, 9).upload.sha256 in body
    assert sample_draft(SURABAYA, 2026, 9).upload.sha256 not in body
    assert "Ditambah: September 2026, RM: KPU Kota Batu" in body
    nothing = page(site, "rilis=2&kode=35.01")
    assert "Rilis ini tidak mengubah angka satker ini." in nothing


def test_a_replacement_leads_to_its_before_and_after(site):
    body = page(site, "rilis=3")
    body = body[body.index('id="berkas"') : body.index('id="unduh"')]
    assert "Diganti: Agustus 2026, RM: KPU Kota Batu" in body
    [href] = links(body, "/koreksi?")
    assert requests.get(site + href, timeout=20).status_code == 200


def test_the_dictionary_names_every_column_in_the_reader_s_language(site):
    text = page(site)
    columns = re.findall(r'<th scope="row"><code>(\w+)</code></th>', text)
    assert [name for name in columns if name in CSV_COLUMNS[5:13]] == list(CSV_COLUMNS[5:13])
    assert set(CSV_COLUMNS) | set(CHANGES_COLUMNS) < set(columns)
    assert "<code>apbn</code> (semua sumber dana selain hibah)" in text
    assert "<code>apbn</code> (every source of funds but grants)" in page(site, "bahasa=en")


def test_how_to_cite_a_release(published, site):
    text = html.unescape(page(site, "rilis=2"))
    found = published[1][2].hash
    assert (
        "Serapan KPU. Serapan anggaran KPU di Jawa Timur, rilis 2 (data contoh, angka rekaan). Terbit 12 Oktober 2026, "
        f"sidik {found[:12]}. CC BY 4.0. {site}/data?rilis=2</p>"
    ) in text
    assert "@misc{serapan-rilis-2,\n  author = {{Serapan KPU}},\n" in text
    assert f"  note = {{SHA-256 {found}}},\n  url = {{{site}/data?rilis=2}}\n}}</code>" in text


def test_published_figures_keep_what_was_not_printed_empty(site):
    text = page(site)
    body = text[text.index('id="pembanding"') :]
    [row] = [row for row in body.split("<tr>") if "KPU Provinsi Jawa Timur, Hibah Pilgub 2018" in row]
    cells = re.findall(r"<td>(.*?)</td>", row)
    assert cells == [
        '<data value="817246782439">Rp817.246.782.439</data>',
        "",
        '<data value="147000000000">Rp147.000.000.000</data>',
    ]
