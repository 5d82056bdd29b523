"""The page of what releases replaced."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from budget.correction import Correction
from budget.declared import Declared
from budget.reference import Reference
from budget.slice import RPD, Slice
from budget.slice_version import SliceVersion
from budget.totals import Totals
from budget.upload import Upload
from loaders.load import load
from samples.generate import generate
from store.publish import publish
from store.submit import submit
from tests.stored import fresh_database
from views.asked import Asked
from views.ledger_part import ledger_part
from views.published import published
from views.screens import find_screen
from views.static_html import static_html

TULUNGAGUNG, BATU = "657935", "657956"
RM = Declared(sumber_dana="RM")
TIMES = ("2025-09-04T02:00:00+00:00", "2025-09-25T02:00:00+00:00")
UNKNOWN = Totals(None, None, None, None)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Tulungagung's August 2025 as it was sent first, and as it was corrected."""
    opened = fresh_database(tmp_path_factory.mktemp("koreksi-page"))
    reference = Reference.load()
    units = (reference.by_kode_satker[TULUNGAGUNG],)
    files = generate(reference, units=units, first=(2025, 8), months=1)
    drafts = [load(Upload(one.name, one.content), reference, RM) for one in files]
    for draft, now, note in zip(drafts, TIMES, ("Laporan", "Koreksi: belanja <terlewat>"), strict=True):
        ids = submit(opened, [(draft, RM)], by="operator", now=now)
        publish(opened, ids, by="peninjau", now=now, note=note)
    yield opened
    opened.close()


def page(database, **query):
    screen, _ = find_screen(database, "koreksi", query, origin="")
    return screen.description, static_html(screen)


def text(html):
    return re.sub(r"\s+", " ", unescape(re.sub("<.*?>", " ", re.sub('</?span( lang="id")?>', "", html))))


def amounts(html):
    """The exact amounts of each row of the first table: before, after, difference."""
    rows = re.findall('<tr><th scope="row">(.*?)</th>(.*?)</tr>', html)
    return {name: [int(amount) for amount in re.findall('<data value="(-?\\d+)">', cells)] for name, cells in rows}


def test_before_after_and_difference(database):
    sentence, html = page(database)
    assert sentence == (
        "Sejak Agustus 2025, 1 laporan satker berubah di rilis baru; semua versi lama tetap dapat dibuka."
    )
    assert sentence in text(html)
    assert amounts(html) == {
        "Pagu": [8_457_024_000, 8_457_024_000, 0],
        "Realisasi": [4_643_192_554, 4_874_400_654, 231_208_100],
        "Sisa": [3_813_831_446, 3_582_623_346, -231_208_100],
    }
    words = text(html)
    assert "KPU Kabupaten Tulungagung, Agustus 2025, RM" in words
    assert (
        "Diganti oleh rilis 2, 25 September 2025 pukul 09.00 WIB, tanpa pemeriksaan orang kedua. "
        "Catatan rilis: “Koreksi: belanja <terlewat>”." in words
    )
    assert "+ Rp231.208.100" in words
    assert "−Rp231.208.100" in words
    assert "tetap" in words
    assert "contoh-fa-detail-657935-2025-08-RM-koreksi.xlsx diunggah 25 September 2025 pukul 09.00 WIB" in words
    assert "KPU Kabupaten Tulungagung, Agustus 2025, RM Revisi" in words
    assert 'href="/data/rilis/2/koreksi.csv"' in html
    assert 'href="/koreksi.csv"' in html
    assert 'href="/koreksi.atom"' in html


def test_both_releases_open_as_they_were(database):
    _, html = page(database)
    links = [unescape(link) for link in re.findall('href="(/wilayah[^"]*rilis=[^"]*)"', html)]
    assert [dict(parse_qsl(urlsplit(link).query))["rilis"] for link in links] == ["1", "2"]
    for link, realisasi in zip(links, (4_643_192_554, 4_874_400_654), strict=True):
        address = urlsplit(link)
        screen, asked = find_screen(database, address.path[1:], dict(parse_qsl(address.query)), origin="")
        assert not asked.replaced
        assert f'<data value="{realisasi}">' in static_html(screen)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"rilis": "1"}, "Sejak Agustus 2025 belum ada angka satker yang berubah di rilis baru."),
        ({"kode": "35.79"}, "Sejak Agustus 2025 belum ada angka KPU Kota Batu yang berubah di rilis baru."),
        (
            {"kode": "35.79", "anggaran": "2025"},
            "Belum ada angka KPU Kota Batu tahun anggaran 2025 yang berubah di rilis baru.",
        ),
        (
            {"anggaran": "2025"},
            "1 laporan satker tahun anggaran 2025 berubah di rilis baru; semua versi lama tetap dapat dibuka.",
        ),
        (
            {"kode": "35.04"},
            "Sejak Agustus 2025, 1 laporan KPU Kabupaten Tulungagung berubah di rilis baru; "
            "semua versi lama tetap dapat dibuka.",
        ),
        (
            {"anggaran": "1999", "kode": "99"},
            "Sejak Agustus 2025, 1 laporan satker berubah di rilis baru; semua versi lama tetap dapat dibuka.",
        ),
    ],
)
def test_filters_and_what_is_said_when_nothing_was_replaced(database, query, sentence):
    described, html = page(database, **query)
    assert described == sentence
    assert html.count("<article") == int("belum" not in sentence.lower())
    assert ("Angka yang diganti atau ditarik akan tampil di sini" in html) is ("belum" in sentence.lower())
    assert ("Lihat semua satker dan tahun" in html) is ("belum" in sentence.lower() and "rilis" not in query)


def change(piece, before, after):
    return Correction(3, "2026-06-01T02:00:00+00:00", "siti", "", piece, before, after)


def version(release, totals=UNKNOWN, plan=None):
    return SliceVersion(release, f"berkas-{release}.xlsx", "ab" * 32, TIMES[0], totals, plan)


@pytest.fixture(scope="module")
def asked(database):
    return Asked.of("koreksi", {}, published(database))


def test_a_withdrawal_plan_has_one_row_and_no_month(asked):
    plan = change(Slice(2026, None, BATU, "RM", RPD), version(1, plan=900), version(3, plan=1000))
    html = ledger_part([plan], asked)
    assert amounts(html) == {"Rencana setahun": [900, 1000, 100]}
    assert "KPU Kota Batu, rencana penarikan dana 2026, RM" in text(html)
    assert "Rilis ini tanpa catatan." in text(html)
    assert "/wilayah?tahun=2026&amp;dana=apbn&amp;kode=35.79&amp;rilis=1" in html


def test_unknown_amounts_are_said_to_be_unknown_and_never_zero(asked):
    later = Totals(10, None, None, None)
    html = ledger_part(
        [change(Slice(2026, 3, BATU, "HLD"), version(1, replace(later, pagu_rp=9)), version(3, later))], asked
    )
    assert amounts(html) == {"Pagu": [9, 10, 1], "Realisasi": [], "Sisa": []}
    assert text(html).count("tidak diketahui") == 6
    assert "bulan=3&amp;dana=hibah&amp;kode=35.79&amp;rilis=3" in html


def test_the_same_sums_from_another_file_are_said_to_be_the_same(asked):
    same = Totals(10, 4, 6, 1)
    html = ledger_part([change(Slice(2026, 3, BATU, "RM"), version(1, same), version(3, same))], asked)
    assert "Jumlahnya sama; yang berubah baris-baris di dalamnya." in html
    assert "sp-changed" not in html


def test_a_unit_that_is_not_shown_here_has_no_page_to_open(asked):
    same = Totals(10, 4, 6, 1)
    html = ledger_part([change(Slice(2026, 3, "999999", "RM"), version(1, same), version(3, same))], asked)
    assert "999999, Maret 2026, RM" in text(html)
    assert "/wilayah" not in html


def test_the_newest_hundred_are_on_the_page(asked):
    one = change(Slice(2026, 3, BATU, "RM"), version(1, Totals(1, 1, 0, 1)), version(3, Totals(2, 1, 1, 1)))
    assert ledger_part([one] * 101, asked).count("<article") == 100
    assert "Yang tampil 100 terbaru dari 101; semuanya ada dalam CSV." in ledger_part([one] * 101, asked)
    assert "terbaru dari" not in ledger_part([one] * 100, asked)
    assert ledger_part([], asked) == ""
