"""What the public sees of reasons, corrections and withdrawals, and what outsiders keep of a release."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest

from budget.changes_table import changes_table
from budget.reference import Reference
from budget.report_state import ReportState
from budget.slice import Slice
from budget.state import State
from budget.to_csv import to_csv
from budget.totals import Totals
from budget.view import View
from routes.units_of_release import units_of_release
from store.approve import approve
from store.change import KOREKSI
from store.checkpoint import checkpoint
from store.read_changes import read_changes
from store.read_history import read_history
from store.read_remarks import read_remarks
from store.release_changes import release_changes
from store.releases import all_releases
from store.verify import verify
from store.withdraw import withdraw
from tests.drawn import drawn, text
from tests.stored import BATU, NOW, SURABAYA, fresh_database
from tests.tiny_drafts import BUDI, RINA, SITI, handed_in, tiny_draft
from views.asked import Asked
from views.corrections_feed import corrections_feed
from views.published import published

SEPTEMBER = Slice(2026, 9, SURABAYA, "RM")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Two units' September; Surabaya's is corrected in release 2 and withdrawn in release 3."""
    opened = fresh_database(tmp_path_factory.mktemp("public-changes"))
    first = [handed_in(opened, SITI, 9), handed_in(opened, BUDI, 9, note="Pengadaan <mundur>", reason="pengadaan")]
    approve(opened, first, RINA, now=NOW, base=0, note="Laporan")
    second = handed_in(opened, SITI, 9, more=7, kind=KOREKSI, note="Pagu salah ketik", reason="lainnya")
    approve(opened, [second], RINA, now=NOW, base=1)
    withdraw(opened, SEPTEMBER.key, RINA, now=NOW, base=2, reason="Berkas milik satker lain")
    yield opened
    opened.close()


def totals(more=0):
    return Totals.of(tiny_draft(SURABAYA, 9, more).lines)


def test_a_correction_and_a_withdrawal_stand_in_the_ledger(database):
    gone, corrected = read_changes(database, 3)
    assert (corrected.kind, corrected.submission, corrected.reason) == ("koreksi", 3, "lainnya")
    assert (corrected.explanation, corrected.published_by) == ("Pagu salah ketik", "rina")
    assert (corrected.before.totals, corrected.after.totals) == (totals(), totals(7))
    assert corrected.change == Totals(35, 0, 0, 0)
    assert (gone.kind, gone.after, gone.submission, gone.reason, gone.explanation) == (
        "penarikan",
        None,
        None,
        None,
        "",
    )
    assert (gone.before.totals, gone.note, gone.published_by) == (totals(7), "Berkas milik satker lain", "rina")
    assert gone.change == Totals(None, None, None, None)
    assert gone.plan_change_rp is None
    assert read_changes(database, 2) == [corrected]


def test_the_csv_tells_them_apart_and_leaves_empty_what_is_not_there(database):
    table = to_csv(changes_table(read_changes(database, 3), Reference.load()))
    gone, corrected = csv.DictReader(io.StringIO(table))
    assert [(row["jenis"], row["alasan"], row["penjelasan"], row["pengajuan"]) for row in (gone, corrected)] == [
        ("penarikan", "", "", ""),
        ("koreksi", "lainnya", "Pagu salah ketik", "3"),
    ]
    assert gone["pagu_lama_rp"] == str(totals(7).pagu_rp)
    assert {gone[name] for name in gone if name.endswith("_baru_rp") or name in {"berkas_baru", "diunggah_baru"}} == {
        ""
    }
    assert gone["catatan"] == "Berkas milik satker lain"


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "id",
            [
                "Sejak September 2026, 2 laporan satker berubah di rilis baru; semua versi lama tetap dapat dibuka. "
                "1 di antaranya ditarik tanpa pengganti.",
                "KPU Kota Surabaya, September 2026, RM Ditarik Alasan penarikan: Berkas milik satker lain "
                "Ditarik oleh rina dalam rilis 3, 12 Oktober 2026 pukul 09.00 WIB.",
                "KPU Kota Surabaya, September 2026, RM Koreksi kesalahan Alasan: Lainnya, lihat catatan. "
                "Penjelasan satker: “Pagu salah ketik” Diganti oleh rilis 2, 12 Oktober 2026 pukul 09.00 WIB; "
                "pengajuan 3 disetujui oleh rina. Rilis ini tanpa catatan.",
            ],
        ),
        (
            "en",
            [
                "1 of them was withdrawn without another in its place.",
                "Withdrawn Why it was withdrawn: Berkas milik satker lain Withdrawn by rina in release 3,",
                "Correction Reason: Other, see the note. What the unit says: “Pagu salah ketik” "
                "Replaced by release 2, 12 October 2026",
            ],
        ),
    ],
)
def test_the_page_says_how_why_and_by_whom(database, language, sentences):
    words = text(drawn(database, "koreksi", language))
    for sentence in sentences:
        assert sentence in words


def test_the_old_figures_of_a_withdrawn_month_stay_a_click_away(database):
    html = drawn(database, "koreksi")
    article = html.split("<article")[1]
    [link] = re.findall('href="(/wilayah[^"]*)"', article)
    assert "rilis=2" in link
    assert f'<data value="{totals(7).pagu_rp}">' in article
    assert text(article).count("ditarik –") == 3
    assert f'<data value="{totals(7).pagu_rp}">' in drawn(
        database, "wilayah", tahun="2026", bulan="9", kode="35.78", rilis="2"
    )


def test_the_feed_says_the_same(database):
    shown = published(database, 3)
    feed = ElementTree.fromstring(corrections_feed(shown, Asked.of("koreksi", {}, shown, origin="https://x.example")))
    gone, corrected = (
        (one.find(f"{ATOM}title").text, one.find(f"{ATOM}summary").text) for one in feed.iter(f"{ATOM}entry")
    )
    assert gone[0] == "Ditarik: KPU Kota Surabaya, September 2026, RM"
    assert "ditarik tanpa pengganti. Ditarik oleh rina dalam rilis 3," in gone[1]
    assert gone[1].endswith(
        "Alasan penarikan: “Berkas milik satker lain”. Berkas yang ditarik: contoh-fa-detail-657942-2026-09-RM.xlsx."
    )
    assert corrected[0] == "Koreksi kesalahan: KPU Kota Surabaya, September 2026, RM"
    assert (
        "pengajuan 3 disetujui oleh rina. Alasan: Lainnya, lihat catatan. Penjelasan satker: “Pagu salah ketik”."
        in corrected[1]
    )


def test_a_unit_s_page_carries_what_the_unit_says(database):
    words = text(drawn(database, "wilayah", tahun="2026", bulan="9", kode="35.79"))
    assert "Penjelasan satker Pengadaan masih berjalan atau mundur dari rencana. “Pengadaan <mundur>”" in words
    assert "Ditulis satker sendiri bersama laporannya, terbit dalam rilis 1." in words
    english = text(drawn(database, "wilayah", "en", tahun="2026", bulan="9", kode="35.79"))
    assert "What the unit says Procurement is under way or later than planned. “Pengadaan <mundur>”" in english


def test_a_withdrawn_month_is_marked_and_nobody_is_said_not_to_have_reported(database):
    asked = {"tahun": "2026", "bulan": "9"}
    words = text(drawn(database, "wilayah", **asked, kode="35.78"))
    assert "Angka KPU Kota Surabaya sampai 30 September 2026 sudah ditarik." in words
    assert (
        "Angka September 2026 (RM) ditarik 12 Oktober 2026 pukul 09.00 WIB. "
        "Alasan: “Berkas milik satker lain” Lihat angka lamanya dalam rilis 2" in words
    )
    assert "September ditarik" in words
    assert "belum melapor" not in words
    before = text(drawn(database, "wilayah", **asked, kode="35.78", rilis="2"))
    assert "ditarik" not in before
    whole = text(drawn(database, "", **asked))
    assert "ditarik: KPU Kota Surabaya" in whole
    shown = published(database, 3)
    table = units_of_release(shown, View(2026, 9), "35").set_index("kode_satker")
    assert table.loc[SURABAYA, "keadaan"] == State.DITARIK
    assert table.loc[SURABAYA, ["pagu_rp", "realisasi_rp", "serapan_persen"]].isna().all()
    assert (table["keadaan"] == State.BELUM_MELAPOR).sum() == 37
    assert "Kota Surabaya ditarik" in text(drawn(database, "bandingkan", **asked))


def test_openness_tells_withdrawn_from_missing(database):
    history = read_history(database, 3).set_index("kode_satker")
    assert history["withdrawn"].to_dict() == {SURABAYA: True, BATU: False}
    assert not read_history(database, 2)["withdrawn"].any()
    words = text(drawn(database, "keterbukaan", tahun="2026", bulan="9"))
    assert "1 dari 39 satker sudah melapor" in words
    assert "Angka 1 satker ditarik." in words
    assert f"masuk 12 Oktober 2026, lalu {ReportState.DITARIK}" in words
    assert "Ditarik: KPU Kota Surabaya" in words


def test_a_release_says_what_it_withdrew_and_read_no_file(database):
    changes = release_changes(database, 3)
    assert (changes.added, changes.replaced, changes.withdrawn, changes.files) == ((), (), (SEPTEMBER,), ())
    assert release_changes(database, 2).replaced == (SEPTEMBER,)
    words = text(drawn(database, "data", rilis="3"))
    assert "Ditarik: September 2026, RM: KPU Kota Surabaya" in words
    assert "Rilis ini tidak mengubah" not in words
    assert "1 laporan ditarik" in words


def test_figures_that_come_back_take_the_mark_away(tmp_path):
    database = fresh_database(tmp_path)
    approve(database, [handed_in(database, SITI, 9)], RINA, now=NOW, base=0)
    withdraw(database, SEPTEMBER.key, RINA, now=NOW, base=1, reason="Salah")
    approve(database, [handed_in(database, SITI, 9, more=1)], RINA, now=NOW, base=2)
    assert [one.withdrawn for one in read_remarks(database, 2)] == [True]
    assert read_remarks(database, 3) == []
    assert published(database, 2).withdrawn == {SEPTEMBER}
    assert published(database, 3).withdrawn == frozenset()
    [gone] = read_changes(database, 3)
    assert (gone.release, gone.after) == (2, None)
    assert verify(database).findings == ()
    database.close()


def test_the_checkpoint_is_on_the_data_page(database):
    newest = all_releases(database)[0]
    html = drawn(database, "data")
    assert checkpoint(newest) == f"serapan 3 {newest.root} {newest.hash} {NOW}"
    assert f'<p class="sp-hash">{checkpoint(newest)}</p>' in html
    assert 'href="/data/rilis/3/titik-periksa.txt"' in html
    assert checkpoint(all_releases(database)[2]) in drawn(database, "data", rilis="1")
