"""Each page words a figure that is unknown because it was taken back: withdrawn, not unreported."""

import re

import pytest

from budget.slice import Slice
from budget.view import View
from budget.wording.language import in_language
from routes.newest_view import newest_view
from store.approve import approve
from store.withdraw import withdraw
from tests.drawn import drawn, text
from tests.stored import NOW, SURABAYA, fresh_database
from tests.tiny_drafts import BUDI, RINA, SITI, handed_in
from views.asked import Asked
from views.published import published
from views.sematan import sematan


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Surabaya's January, March, September, October and November, of which three are withdrawn; Batu's September.

    Of March and November nobody else has figures.
    """
    opened = fresh_database(tmp_path_factory.mktemp("withdrawn"))
    drafts = [handed_in(opened, SITI, bulan) for bulan in (1, 3, 9, 10, 11)]
    approve(opened, [*drafts, handed_in(opened, BUDI, 9)], RINA, now=NOW, base=0, note="Laporan")
    for base, bulan in enumerate((3, 9, 11), 1):
        withdraw(opened, Slice(2026, bulan, SURABAYA, "RM").key, RINA, now=NOW, base=base, reason="Berkas lain")
    yield opened
    opened.close()


SURABAYA_PAGE = ("wilayah", {"kode": "35.78", "bulan": "10"})


@pytest.mark.parametrize(
    ("page", "language", "sentence"),
    [
        (
            SURABAYA_PAGE,
            "id",
            "NKPA tidak dapat dihitung: triwulan I ditarik; triwulan II belum melapor; triwulan III ditarik.",
        ),
        (
            SURABAYA_PAGE,
            "en",
            "NKPA (absorption score) cannot be calculated: quarter I – withdrawn; quarter II – not reported; "
            "quarter III – withdrawn.",
        ),
        (
            ("", {"bulan": "10"}),
            "id",
            "NKPA tidak dapat dihitung: triwulan I belum melapor (38 satker), ditarik (1 satker); "
            "triwulan II belum melapor (39 satker); triwulan III belum melapor (37 satker), ditarik (1 satker).",
        ),
        (
            ("", {"bulan": "10"}),
            "en",
            "quarter III – not reported (37 units), withdrawn (1 unit).",
        ),
        (
            SURABAYA_PAGE,
            "id",
            "Titik kosong: bulan itu belum dilaporkan atau ditarik; angka bulan sebelumnya dipakai.",
        ),
        (
            SURABAYA_PAGE,
            "en",
            "Hollow dot: that month was not reported, or was withdrawn; the figures for the month before are used.",
        ),
        (
            ("", {"bulan": "3"}),
            "id",
            "Tidak ada angka satker KPU di Jawa Timur sampai 31 Maret 2026: 38 belum melapor, 1 ditarik.",
        ),
        (
            ("", {"bulan": "3"}),
            "en",
            "There are no figures of KPU units in East Java up to 31 March 2026: 38 not reported, 1 withdrawn.",
        ),
        (("", {"bulan": "9"}), "id", "satker; belum melapor: 37 satker; ditarik: KPU Kota Surabaya"),
        (("", {"bulan": "9"}), "id", "belum melapor, ditarik, tidak ada pagu, atau tanpa target"),
        (("", {"bulan": "9"}), "en", "not reported (n/r), withdrawn (w/d), no ceiling, or no target"),
        (("", {"bulan": "9"}), "id", "SBY ditarik"),
        (("", {"bulan": "9"}), "en", "SBY w/d"),
        (("bandingkan", {"bulan": "3"}), "id", "Jumlah 0 dari 9 8 belum melapor, 1 ditarik"),
        (("bandingkan", {"bulan": "3"}), "en", "8 not reported, 1 withdrawn"),
        (("bandingkan", {"bulan": "3"}), "id", "Jumlah 0 dari 29 belum melapor"),
        (("bandingkan", {"bulan": "3", "kode": "35.78"}), "id", "KPU Kota Surabaya: ditarik."),
        (("bandingkan", {"bulan": "9"}), "id", "Garis yang terputus: bulan itu tidak dilaporkan atau ditarik."),
        (
            ("bandingkan", {"bulan": "9", "kelompok": "ukuran_pagu"}),
            "id",
            "Ukuran pagunya tidak diketahui: belum melapor, ditarik, atau tanpa pagu, pada bulan ini.",
        ),
        (
            ("bandingkan", {"bulan": "9", "kelompok": "pilkada"}),
            "id",
            "Tidak diketahui ada hibah atau tidak: tahun ini belum melapor, angkanya ditarik, atau sumber dananya "
            "tidak dirinci.",
        ),
        (("keterbukaan", {"bulan": "9"}), "id", "Tepat waktu Terlambat Belum Ditarik"),
        (
            ("baris", {"bulan": "9", "kode": "35.78"}),
            "id",
            "Angka KPU Kota Surabaya sampai 30 September 2026 sudah ditarik. Baris anggaran",
        ),
        (
            ("baris", {"bulan": "9", "kode": "35.77"}),
            "id",
            "KPU Kota Madiun belum melapor sampai 30 September 2026. Baris anggaran",
        ),
        (("baris", {"bulan": "9", "kode": "35.79", "jenis": "57"}), "id", "Tidak ada baris untuk pilihan ini."),
    ],
)
def test_a_page_tells_withdrawn_from_unreported(database, page, language, sentence):
    path, query = page
    assert sentence in text(drawn(database, path, language, tahun="2026", **query))


def test_the_counts_of_the_openness_matrix_have_a_column_for_what_was_withdrawn(database):
    rows = re.findall("<tr>(.*?)</tr>", drawn(database, "keterbukaan", tahun="2026", bulan="9"), re.DOTALL)
    [own] = [row for row in rows if "Kota Surabaya" in row]
    on_time, late, _, withdrawn = map(int, re.findall(r"<td>(\d+)</td>", own))
    assert (on_time + late, withdrawn) == (2, 3)
    assert "Ditarik" not in text(drawn(database, "keterbukaan", tahun="2026", bulan="9", rilis="1"))


def test_a_page_without_figures_has_no_empty_block_and_speaks_of_no_target(database):
    words = text(drawn(database, "", tahun="2026", bulan="3"))
    for sentence in ("Menurut jenis belanja", "Belum ada target yang jatuh tempo"):
        assert sentence not in words
    assert "Menurut jenis belanja" in text(drawn(database, "", tahun="2026", bulan="9"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Angka KPU Kota Surabaya sampai 31 Maret 2026 sudah ditarik."),
        ("en", "The figures of KPU Kota Surabaya up to 31 March 2026 have been withdrawn."),
    ],
)
def test_what_another_site_embeds_says_so(database, language, sentence):
    shown = published(database)
    query = {"tahun": "2026", "bulan": "3", "kode": "35.78", "bahasa": language}
    with in_language(language):
        screen = sematan(shown, Asked.of("wilayah", query, shown))
    assert screen.description == sentence
    assert sentence in text("".join(map(str, screen.parts)))


def test_a_month_of_which_all_was_withdrawn_can_be_asked_for_but_is_not_what_a_page_begins_with(database):
    shown = published(database)
    assert shown.periods == {2026: [1, 3, 9, 10, 11]}
    assert newest_view(shown) == View(2026, 10)
    for query, bulan in [({}, 10), ({"tahun": "2026"}, 10), ({"tahun": "2026", "bulan": "11"}, 11)]:
        asked = Asked.of("wilayah", query, shown)
        assert (asked.view, asked.replaced) == (View(2026, bulan), False)


def test_when_everything_was_withdrawn_the_ledger_and_the_old_figures_are_still_there(tmp_path):
    opened = fresh_database(tmp_path)
    approve(opened, [handed_in(opened, SITI, 9)], RINA, now=NOW, base=0)
    withdraw(opened, Slice(2026, 9, SURABAYA, "RM").key, RINA, now=NOW, base=1, reason="Salah")
    assert newest_view(published(opened)) == View(2026, 9)
    assert "Angka KPU Kota Surabaya sampai 30 September 2026 sudah ditarik." in text(
        drawn(opened, "wilayah", kode="35.78")
    )
    assert "1 laporan satker berubah di rilis baru" in text(drawn(opened, "koreksi"))
    for path in ("", "bandingkan", "keterbukaan", "data", "baris", "metodologi"):
        assert "Belum ada rilis." not in text(drawn(opened, path))
    opened.close()
