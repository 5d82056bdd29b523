"""What staff are told of due dates."""

import re
from datetime import date
from html import unescape

import pytest

from budget.due_dates import due_dates
from budget.reference import Reference
from budget.slice import Slice
from budget.unit_reports import unit_reports
from store.submissions import waiting_submissions
from store.withdraw import withdraw
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft
from tests.tiny_drafts import ADMIN, BUDI, SITI, handed_in, tiny_draft
from views.due_part import due_part
from views.missing_part import missing_part
from views.published import published
from views.report_history import report_history
from views.waiting_months import waiting_months

UNIT = Reference.load().by_kode_satker[SURABAYA]
UNITS = Reference.load().in_province("35")
# Handed in on 12 October 2026 (`tests.stored.NOW`): September is on time, August and July late; July was replaced.
JULY, AUGUST, SEPTEMBER = 7, 8, 9


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    opened = fresh_database(tmp_path_factory.mktemp("due-list"))
    release(opened, *keep(opened, *(sample_draft(SURABAYA, 2026, bulan) for bulan in (JULY, AUGUST, SEPTEMBER))))
    release(opened, *keep(opened, tiny_draft(SURABAYA, JULY, more=1)))
    handed_in(opened, BUDI, 10)
    yield opened
    opened.close()


def text(html):
    return re.sub(r"\s+", " ", unescape(re.sub("<.*?>", " ", html))).strip()


def drawn(database, today, waiting=(), unit=UNIT):
    reports = unit_reports(report_history(database), unit, today, due_dates())
    return due_part(unit, reports, set(waiting), today)


def rows(html):
    return [tuple(map(text, re.findall("<t[hd].*?>(.*?)</t[hd]>", row))) for row in html.split("<tr>")[2:]]


def lead(html):
    return text(re.search('<p class="sp-lead">(.*?)</p>', html)[1])


@pytest.mark.parametrize(
    ("today", "waiting", "sentence", "newest"),
    [
        (
            date(2026, 10, 5),
            [],
            "21 bulan belum dilaporkan dan lewat jatuh tempo; yang tertua Oktober 2024, 693 hari. "
            "Berikutnya Oktober 2026: paling lambat 10 November 2026, 36 hari lagi.",
            [
                ("Oktober 2026", "10 November 2026", "belum dilaporkan, jatuh tempo 36 hari lagi"),
                ("September 2026", "12 Oktober 2026", "tepat waktu, masuk 12 Oktober 2026"),
                ("Agustus 2026", "10 September 2026", "terlambat 32 hari, masuk 12 Oktober 2026"),
                (
                    "Juli 2026",
                    "10 Agustus 2026",
                    "terlambat 63 hari, masuk 12 Oktober 2026; dikoreksi sesudahnya",
                ),
                ("Juni 2026", "10 Juli 2026", "belum melapor, lewat jatuh tempo 87 hari"),
            ],
        ),
        (
            date(2026, 11, 10),
            [],
            "21 bulan belum dilaporkan dan lewat jatuh tempo; yang tertua Oktober 2024, 729 hari. "
            "Berikutnya Oktober 2026: paling lambat 10 November 2026, hari ini.",
            [("Oktober 2026", "10 November 2026", "belum dilaporkan, jatuh tempo hari ini")],
        ),
        (
            date(2026, 11, 11),
            [],
            "22 bulan belum dilaporkan dan lewat jatuh tempo; yang tertua Oktober 2024, 730 hari. "
            "Berikutnya November 2026: paling lambat 10 Desember 2026, 29 hari lagi.",
            [
                ("November 2026", "10 Desember 2026", "belum dilaporkan, jatuh tempo 29 hari lagi"),
                ("Oktober 2026", "10 November 2026", "belum melapor, lewat jatuh tempo 1 hari"),
            ],
        ),
        (
            date(2026, 11, 11),
            [(2026, 10), *list(due_dates())[1:21]],
            "Oktober 2024 belum dilaporkan, lewat jatuh tempo 730 hari. "
            "Berikutnya November 2026: paling lambat 10 Desember 2026, 29 hari lagi.",
            [
                ("November 2026", "10 Desember 2026", "belum dilaporkan, jatuh tempo 29 hari lagi"),
                (
                    "Oktober 2026",
                    "10 November 2026",
                    "belum melapor, lewat jatuh tempo 1 hari; pengajuan menunggu peninjau",
                ),
            ],
        ),
        (
            date(2026, 11, 11),
            [(2026, 10), (2026, 11), *list(due_dates())[:21]],
            "Tidak ada laporan yang lewat jatuh tempo.",
            [
                (
                    "November 2026",
                    "10 Desember 2026",
                    "belum dilaporkan, jatuh tempo 29 hari lagi; pengajuan menunggu peninjau",
                ),
            ],
        ),
        (
            date(2028, 1, 11),
            [],
            "36 bulan belum dilaporkan dan lewat jatuh tempo; yang tertua Oktober 2024, 1.156 hari.",
            [("Desember 2027", "10 Januari 2028", "belum melapor, lewat jatuh tempo 1 hari")],
        ),
    ],
)
def test_the_months_of_a_unit(database, today, waiting, sentence, newest):
    html = drawn(database, today, waiting)
    assert lead(html) == sentence
    found = rows(html)
    assert found[: len(newest)] == newest
    assert len(found) == 6
    assert "Enam bulan terbaru; semuanya ada di Keterbukaan" in text(html).replace(" .", ".")
    assert '<h2 class="sp-h2">Jatuh tempo KPU Kota Surabaya</h2>' in html
    assert f'href="/kalender.ics?satker={SURABAYA}"' in html


def test_few_months_are_all_on_the_page(database):
    html = drawn(database, date(2024, 10, 1), unit=Reference.load().by_kode_satker[BATU])
    assert rows(html) == [("Oktober 2024", "11 November 2024", "belum dilaporkan, jatuh tempo 41 hari lagi")]
    assert "Enam bulan terbaru" not in html


def test_what_waits_is_said_of_its_own_unit_only(database):
    queue = waiting_submissions(database, BUDI)
    assert waiting_months(queue, BATU) == {(2026, 10)}
    assert waiting_months(queue, SURABAYA) == set()
    assert waiting_months(waiting_submissions(database, SITI), SURABAYA) == set()


@pytest.mark.parametrize(
    ("today", "units", "words", "href"),
    [
        (
            date(2026, 10, 12),
            UNITS,
            "38 dari 39 satker belum melapor Agustus 2026, lewat jatuh tempo 32 hari. "
            "Berikutnya September 2026: paling lambat 12 Oktober 2026, hari ini.",
            "/keterbukaan?tahun=2026&bulan=8&dana=apbn",
        ),
        (
            date(2026, 11, 11),
            UNITS,
            "39 dari 39 satker belum melapor Oktober 2026, lewat jatuh tempo 1 hari. "
            "Berikutnya November 2026: paling lambat 10 Desember 2026, 29 hari lagi.",
            # Nobody has reported October: the page cannot show it.
            "/keterbukaan",
        ),
        (
            date(2026, 10, 13),
            [UNIT],
            "Semua 1 satker sudah melapor September 2026. "
            "Berikutnya Oktober 2026: paling lambat 10 November 2026, 28 hari lagi.",
            "/keterbukaan?tahun=2026&bulan=9&dana=apbn",
        ),
        (
            date(2024, 11, 11),
            UNITS,
            "Belum ada laporan yang lewat jatuh tempo. "
            "Berikutnya Oktober 2024: paling lambat 11 November 2024, hari ini.",
            "/keterbukaan",
        ),
        (
            date(2028, 1, 11),
            UNITS,
            "39 dari 39 satker belum melapor Desember 2027, lewat jatuh tempo 1 hari.",
            "/keterbukaan",
        ),
    ],
)
def test_how_many_still_have_to_report(database, today, units, words, href):
    html = missing_part(report_history(database), units, published(database).periods, today)
    assert lead(html) == words
    assert unescape(re.search('href="(/keterbukaan.*?)"', html)[1]) == href


def test_the_page_of_one_of_several_provinces(database):
    html = missing_part(report_history(database), UNITS, {2026: [9]}, date(2026, 10, 13), "35")
    assert "/keterbukaan?tahun=2026&amp;bulan=9&amp;dana=apbn&amp;kode=35" in html


def test_what_was_withdrawn_has_to_be_reported_again(tmp_path):
    opened = fresh_database(tmp_path)
    release(opened, *keep(opened, sample_draft(SURABAYA, 2026, SEPTEMBER)))
    key = Slice(2026, SEPTEMBER, SURABAYA, "RM").key
    withdraw(opened, key, ADMIN, now="2026-10-20T02:00:00+00:00", base=1, reason="Salah satker")
    html = drawn(opened, date(2026, 10, 21))
    assert "September 2026 ditarik: laporkan lagi. Berikutnya Oktober 2026" in lead(html)
    assert rows(html)[1] == ("September 2026", "12 Oktober 2026", "masuk 12 Oktober 2026, lalu ditarik")
    history = report_history(opened)
    words = "Semua 1 satker sudah melapor September 2026. Angka 1 satker ditarik. Berikutnya Oktober 2026"
    assert words in lead(missing_part(history, [UNIT], published(opened).periods, date(2026, 10, 21)))
    assert "38 dari 39 satker belum melapor September 2026, lewat jatuh tempo 9 hari. Angka 1 satker ditarik." in lead(
        missing_part(history, UNITS, published(opened).periods, date(2026, 10, 21))
    )
    opened.close()
