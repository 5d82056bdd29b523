"""What an address asks for."""

import pytest

from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft
from views.asked import Asked
from views.published import published
from views.screens import find_screen
from views.static_html import static_html


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    opened = fresh_database(tmp_path_factory.mktemp("asked"))
    release(opened, *keep(opened, sample_draft(BATU, 2026, 8), sample_draft(SURABAYA, 2025, 12)))
    release(opened, *keep(opened, sample_draft(BATU, 2026, 9)))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("page", "query", "replaced"),
    [
        ("", {}, False),
        ("", {"tahun": "2026", "bulan": "09", "dana": "apbn", "dasar": "awal", "bahasa": "en"}, False),
        ("", {"kode": "", "rilis": "", "utm_source": "x"}, False),
        ("", {"rilis": "2"}, False),
        ("", {"rilis": "1"}, False),
        ("", {"rilis": "3"}, True),
        ("", {"rilis": "0"}, True),
        ("", {"rilis": "terbaru"}, True),
        ("", {"tahun": "2024"}, True),
        ("", {"tahun": "dua ribu"}, True),
        ("", {"bulan": "10"}, True),
        ("", {"tahun": "2025", "bulan": "9"}, True),
        ("", {"dana": "semua"}, True),
        ("", {"dasar": "akrual"}, True),
        ("", {"bahasa": "de"}, True),
        ("wilayah", {"kode": "35.79", "tingkat": "akun"}, False),
        ("wilayah", {"kode": "51.71"}, True),
        ("wilayah", {"tingkat": "item"}, True),
        ("", {"tingkat": "item"}, False),
        ("bandingkan", {"kelompok": "pilkada", "urut": "selisih_rp", "jenis": "52"}, False),
        ("bandingkan", {"urut": "peringkat"}, True),
        ("baris", {"jalur": "WA/6633", "semua": "35"}, False),
        ("baris", {"jalur": "<b>"}, True),
        ("koreksi", {"anggaran": "2025"}, False),
        ("koreksi", {"anggaran": "1999"}, True),
        ("keterbukaan", {"klasifikasi": "rahasia"}, True),
    ],
)
def test_what_cannot_be_shown_is_said(database, page, query, replaced):
    shown = published(database, 1 if query.get("rilis") == "1" else None)
    asked = Asked.of(page, query, shown)
    assert asked.replaced is replaced
    assert not Asked.of(page, asked.query(), shown).replaced


def test_the_words(database):
    screen, _ = find_screen(database, "", {"rilis": "999", "bulan": "8"}, origin="")
    sentence = (
        "Alamat ini menyebut periode, wilayah, rilis atau pilihan yang tidak ada; yang tampil Agustus 2026, rilis 2."
    )
    assert sentence in static_html(screen)
