"""What other sites may frame, and what they may not."""

import base64
import re
from hashlib import sha256

import pytest
import requests

from tests.serving import serve
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft

VIEW = "tahun=2026&bulan=9&dana=apbn"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("embed")
    database = fresh_database(folder)
    release(database, *keep(database, sample_draft(BATU, 2026, 8), sample=True))
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9), sample_draft(BATU, 2026, 9)))
    database.close()
    with serve(folder / "serapan.sqlite") as url:
        yield url


def embedded(site, query):
    answer = requests.get(f"{site}/sematan?{query}", timeout=20)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    return answer


def test_a_view_may_be_framed_and_runs_nothing(site):
    answer = embedded(site, f"halaman=wilayah&kode=35.79&{VIEW}")
    [style] = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    assert answer.headers["content-security-policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src 'self'; img-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors *"
    )
    assert "x-frame-options" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-cache"
    # What the policy would block is not there.
    for forbidden in ("<script", "<form", " style=", "javascript:", "<link", "[["):
        assert forbidden not in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/data", "/wilayah", "/unggah", "/masuk", "/sehat", "/data/dcat.json", "/koreksi.csv"]
)
def test_everything_else_may_not_be_framed(site, path):
    answer = requests.get(site + path, timeout=20)
    assert answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_the_figures_of_a_unit_and_its_bars(site):
    text = embedded(site, f"halaman=wilayah&kode=35.79&{VIEW}").text
    lines = sample_draft(BATU, 2026, 9).lines
    values = set(re.findall(r'<data value="(-?\d+)"', text))
    for name in ("pagu_rp", "realisasi_rp", "sisa_rp", "realisasi_ini_rp"):
        assert str(sum(lines[name])) in values
    barang = lines[lines["akun"].str.startswith("52")]
    assert str(sum(barang["realisasi_rp"])) in values
    width = f"{sum(barang['realisasi_rp']) / sum(barang['pagu_rp']) * 100:.1f}"
    [number] = re.findall(rf'\[data-style="(\d+)"\]{{width:{re.escape(width)}%}}', text)
    assert f'data-style="{number}"' in text.partition("</style>")[2]
    assert "Sampai 30 September 2026, KPU Kota Batu membelanjakan" in text


def test_the_figures_of_all_units(site):
    text = embedded(site, f"halaman=&{VIEW}").text
    spent = sum(sum(sample_draft(unit, 2026, 9).lines["realisasi_rp"]) for unit in (SURABAYA, BATU))
    assert f'<data value="{spent}">' in text
    assert "2 dari 39" in text
    assert "sp-bullets" not in text.partition("</style>")[2]


def test_where_its_figures_come_from_and_where_all_of_it_is(site):
    text = embedded(site, f"halaman=wilayah&kode=35.79&{VIEW}&bahasa=id").text
    assert "Sumber: Serapan KPU, rilis 2, terbit 12 Oktober 2026 pukul 09.00 WIB." in text
    assert "Angka s.d. September 2026, pagu revisi, kas, APBN tanpa hibah." in text
    [href] = re.findall(r'<a href="([^"]*)" target="_blank" rel="noopener">', text)
    assert href.replace("&amp;", "&") == f"{site}/wilayah?{VIEW}&kode=35.79"
    # Our pages cannot be shown in the frame: no link may stay in it.
    assert '<base target="_blank">' in text


def test_invented_figures_are_called_so_before_anything_else(site):
    body = embedded(site, "halaman=&tahun=2026&bulan=8&dana=apbn&rilis=1").text.partition("</style>")[2]
    assert body.index("Data contoh, bukan data resmi.") < body.index("<h1")
    assert "Data contoh" not in embedded(site, f"halaman=wilayah&kode=35.78&{VIEW}").text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "2 dari 39"),
        ("halaman=lain&tahun=x&bulan=99&dana=emas&kode=1&rilis=abc", "2 dari 39"),
        ("halaman=data", "2 dari 39"),
        ("rilis=1", "rilis 1, terbit"),
        ("rilis=99", "rilis 2, terbit"),
        ("halaman=wilayah&kode=35.01&tahun=2026&bulan=9", "KPU Kabupaten Pacitan belum melapor sampai"),
        ("halaman=%3Cscript%3E&kode=%22%3E%3Cscript%3E", "2 dari 39"),
    ],
)
def test_whatever_is_asked_for_something_is_shown(site, query, words):
    text = embedded(site, query).text
    assert words in text
    assert "<script" not in text


def test_the_reader_s_language(site):
    assert '<html lang="en">' in embedded(site, "bahasa=en").text
    assert '<html lang="id">' in embedded(site, "bahasa=xx").text


@pytest.mark.parametrize(("page", "query"), [("", VIEW), ("wilayah", f"{VIEW}&kode=35.79")])
def test_a_page_offers_the_frame_of_its_own_view(site, page, query):
    text = requests.get(f"{site}/{page}?{query}", timeout=20).text
    [code] = re.findall(r">(&lt;iframe [^<]*)</textarea>", text)
    code = code.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&amp;", "&")
    [address] = re.findall(r'src="([^"]*)"', code)
    address = address.replace("&amp;", "&")
    assert address == f"{site}/sematan?halaman={page}&{query}"
    [sentence] = re.findall(r"<h1[^>]*>(.*?)</h1>", text)
    assert f">{sentence}</h1>" in requests.get(address, timeout=20).text


@pytest.mark.parametrize("page", ["data", "koreksi", "baris"])
def test_a_page_without_a_frame_offers_none(site, page):
    assert "&lt;iframe" not in requests.get(f"{site}/{page}", timeout=20).text
