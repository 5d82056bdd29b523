"""The page of who has reported, and on time."""

import csv
import re
from datetime import UTC, date, datetime
from html import unescape

import pytest

from budget.classification import Classification
from budget.data_folder import DATA_FOLDER
from budget.due_dates import DueDate
from budget.openness_cell import OpennessCell
from budget.openness_count import OpennessCount
from budget.report_state import ReportState
from budget.view import View
from budget.wib_date import wib_date
from budget.wording.language import in_language
from commands.fill_sample import fill_sample
from tests.stored import fresh_database
from views.asked import Asked
from views.judged_on import judged_on
from views.keterbukaan import keterbukaan
from views.openness_sentence import openness_sentence
from views.public_information_part import public_information_part
from views.published import published
from views.report_words import report_words
from views.screens import find_screen
from views.static_html import static_html

ON_TIME, LATE, MISSING, _, NOT_DUE, NOT_ASKED = ReportState
TULUNGAGUNG, BATU = "KPU Kabupaten Tulungagung", "KPU Kota Batu"
DUE = DueDate(2026, 9, date(2026, 10, 12), "")


@pytest.mark.parametrize(
    ("count", "dana", "due", "today", "sentence"),
    [
        (
            OpennessCount(36, 1, 2, 0, 0, 0),
            "apbn",
            DUE,
            date(2026, 11, 24),
            "Untuk September 2026, 37 dari 39 satker sudah melapor, 36 tepat waktu; 2 lewat jatuh tempo 43 hari.",
        ),
        (
            OpennessCount(0, 0, 548, 0, 0, 0),
            "apbn",
            DUE,
            date(2029, 10, 12),
            "Untuk September 2026, 0 dari 548 satker sudah melapor, 0 tepat waktu; 548 lewat jatuh tempo 1.096 hari.",
        ),
        (
            OpennessCount(38, 1, 0, 0, 0, 2),
            "apbn",
            DUE,
            date(2026, 11, 24),
            "Untuk September 2026, 39 dari 39 satker sudah melapor, 38 tepat waktu.",
        ),
        (
            OpennessCount(5, 0, 0, 34, 0, 0),
            "apbn",
            DUE,
            date(2026, 10, 12),
            "Untuk September 2026, 5 dari 39 satker sudah melapor; jatuh tempo 12 Oktober 2026.",
        ),
        (
            OpennessCount(0, 0, 0, 0, 39, 0),
            "apbn",
            None,
            date(2026, 10, 12),
            "Untuk September 2026 tidak ada laporan yang ditunggu.",
        ),
        (
            OpennessCount(0, 0, 0, 0, 0, 0),
            "hibah",
            DUE,
            date(2026, 10, 12),
            "Untuk September 2026 tidak ada laporan hibah yang ditunggu.",
        ),
    ],
)
def test_the_sentence(count, dana, due, today, sentence):
    assert openness_sentence(count, View(2026, 9, dana), due, today) == sentence


def cell(state, days=0, *, corrected=False, uploaded=None, due=date(2026, 10, 12)):
    return OpennessCell(9, state, days, corrected, due, uploaded, None, None)


@pytest.mark.parametrize(
    ("cell", "sign", "shade", "full"),
    [
        (
            cell(ON_TIME, uploaded="2026-10-04T17:30:00+00:00"),
            "✓",
            "on-time",
            "tepat waktu, masuk 5 Oktober 2026",
        ),
        (
            cell(LATE, 14, uploaded="2026-10-26T02:00:00+00:00"),
            "T 14",
            "late",
            "terlambat 14 hari, masuk 26 Oktober 2026",
        ),
        (
            cell(LATE, 3, corrected=True, uploaded="2026-10-15T02:00:00+00:00"),
            "T 3",
            "late",
            "terlambat 3 hari, masuk 15 Oktober 2026; dikoreksi sesudahnya",
        ),
        (cell(MISSING, 1096), "belum 1.096", "missing", "belum melapor, lewat jatuh tempo 1.096 hari"),
        (cell(NOT_DUE), "", "not-due", "belum jatuh tempo, ditunggu sampai 12 Oktober 2026"),
        (cell(NOT_ASKED, due=None), "t.b.", "not-asked", "tidak berlaku"),
    ],
)
def test_a_cell_in_words(cell, sign, shade, full):
    assert report_words(cell) == (sign, shade, full)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    opened = fresh_database(tmp_path_factory.mktemp("openness-page"))
    fill_sample(opened, lambda line: None, ["35.04", "35.79"])
    yield opened
    opened.close()


def page(database, hari="2026-10-20", **query):
    shown = published(database, int(query.get("rilis", 0)) or None)
    asked = Asked.of("keterbukaan", query, shown, hari=hari)
    with in_language(asked.bahasa):
        return static_html(keterbukaan(shown, asked))


def matrix(html):
    """(sign, words for readers, link) of each cell, by the unit's name."""
    rows = {}
    for row in re.findall(r'<tr><th scope="row">(.*?)</tr>', html.split("</table>")[0], re.DOTALL):
        name = re.search('<span class="sp-long">(.*?)</span>', row)
        if name:
            rows[name[1]] = [
                (
                    re.sub("<.*?>", "", re.search('<span aria-hidden="true">(.*?)</span><', cell)[1]),
                    re.search('<span class="sp-unseen">(.*?)</span>', cell)[1],
                    unescape(link[1]) if (link := re.search('href="(.*?)"', cell)) else None,
                )
                for cell in re.findall('<td class="sp-cell.*?</td>', row, re.DOTALL)
            ]
    return rows


def text(html):
    return re.sub(r"\s+", " ", unescape(re.sub("<.*?>", "", html)))


def test_39_units_by_12_months_and_what_each_cell_opens(database):
    rows = matrix(page(database, tahun="2025"))
    assert len(rows) == 39
    assert {len(cells) for cells in rows.values()} == {12}
    batu, tulungagung = rows[BATU.removeprefix("KPU ")], rows[TULUNGAGUNG.removeprefix("KPU ")]
    assert batu[9] == (
        "T 9",
        "terlambat 9 hari, masuk 19 November 2025",
        "/wilayah?tahun=2025&bulan=10&dana=apbn&kode=35.79",
    )
    assert batu[8][0] == "✓"
    assert batu[8][2] == "/wilayah?tahun=2025&bulan=9&dana=apbn&kode=35.79"
    assert tulungagung[7] == (
        "✓K",
        "tepat waktu, masuk 4 September 2025; dikoreksi sesudahnya",
        "/koreksi?tahun=2025&bulan=12&dana=apbn&kode=35.04&anggaran=2025",
    )
    surabaya = rows["Kota Surabaya"][0]
    assert surabaya == (
        "belum 617",
        "belum melapor, lewat jatuh tempo 617 hari",
        "/wilayah?tahun=2025&bulan=1&dana=apbn&kode=35.78",
    )


def test_months_that_are_not_due_or_were_never_asked_for(database):
    rows = matrix(page(database, tahun="2026"))["Kota Batu"]
    assert rows[9] == ("", "belum jatuh tempo, ditunggu sampai 10 November 2026", None)
    assert matrix(page(database, tahun="2024"))["Kota Batu"][8] == ("t.b.", "tidak berlaku", None)
    overdue = matrix(page(database, "2026-11-24", tahun="2026"))["Kota Batu"]
    assert overdue[9] == ("belum 14", "belum melapor, lewat jatuh tempo 14 hari", None)


def test_totals_due_dates_and_names(database):
    html = page(database, tahun="2025", bulan="10")
    foot = re.findall("<tfoot>(.*?)</tfoot>", html, re.DOTALL)[0]
    assert re.findall("<td>(.*?)</td>", foot) == ["2/39"] * 12 + ["23", "1", str(37 * 12)]
    assert re.findall('class="sp-due">(.*?)</span>', html)[9:] == ["10&nbsp;Nov", "10&nbsp;Des", "12&nbsp;Jan"]
    words = text(html)
    assert "Untuk Oktober 2025, 2 dari 39 satker sudah melapor, 1 tepat waktu; 37 lewat jatuh tempo 344 hari." in words
    assert "Oktober 2025jatuh tempo 10 November 2025" in words
    assert "Terlambat: KPU Kota Batu (9 hari)" in words
    assert "Belum melapor Oktober 2025: KPU Provinsi Jawa Timur, KPU Kabupaten Pacitan," in words
    assert "Jatuh tempo dinyatakan sendiri: Ketetapan Serapan sendiri, bukan peraturan: tanggal 10" in words
    assert "Jawa Timur, tahun anggaran 2025, APBN tanpa hibah, keadaan 20 Oktober 2026" in words


def test_a_month_that_all_have_missed_names_nobody(database):
    assert "Belum melapor Oktober 2026: semua satker lewat 14 hari" in text(page(database, "2026-11-24"))
    assert "Oktober 2026: semua satker" not in text(page(database, "2026-11-10"))


def test_grants_that_nobody_has_show_a_sentence_and_no_matrix(database):
    html = page(database, dana="hibah", tahun="2026")
    assert matrix(html) == {}
    assert "tidak ada laporan hibah yang ditunggu" in text(html)
    assert set(matrix(page(database, dana="hibah", tahun="2025"))) == {"Kabupaten Tulungagung", "Kota Batu"}


def test_only_this_page_depends_on_the_day(database):
    before = wib_date(datetime.now(UTC).isoformat())
    days = {name: find_screen(database, name, {}, origin="")[1].hari for name in ("", "data", "keterbukaan")}
    after = wib_date(datetime.now(UTC).isoformat())
    assert (days[""], days["data"]) == ("", "")
    assert before <= date.fromisoformat(days["keterbukaan"]) <= after


def test_a_past_release_is_judged_on_the_last_day_on_which_it_was_the_newest(database):
    assert judged_on(published(database, 11)) == date(2025, 9, 25)
    assert find_screen(database, "keterbukaan", {"rilis": "11"}, origin="")[1].hari == "2025-09-25"
    before = matrix(page(database, "2025-09-25", rilis="11", tahun="2025"))["Kabupaten Tulungagung"]
    assert before[7][:2] == ("✓", "tepat waktu, masuk 4 September 2025")
    assert before[8] == ("", "belum jatuh tempo, ditunggu sampai 10 Oktober 2025", None)


def information(database, **query):
    asked = Asked.of("keterbukaan", query, published(database))
    with in_language(asked.bahasa):
        return public_information_part(asked)


def test_the_list_of_public_information_by_class(database):
    with (DATA_FOLDER / "daftar_informasi_publik.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    everything = information(database)
    assert everything.count('<tr><th scope="row">') == len(rows)
    for row in rows:
        for name in ("judul", "ringkasan", "penanggung_jawab", "waktu", "bentuk", "klasifikasi", "dasar"):
            assert row[name] in unescape(everything)
    for kind in Classification:
        own = information(database, klasifikasi=kind)
        expected = [row["judul"] for row in rows if row["klasifikasi"] == kind]
        assert re.findall("<b>(?:<a.*?>)?(.*?)<", own) == expected
        assert ("Belum ada informasi dengan klasifikasi ini" in own) is (not expected)
        assert f'<option value="{kind}" selected>' in own
    assert information(database, klasifikasi="rahasia") == everything
    assert 'href="/data?tahun=2026&amp;bulan=9&amp;dana=apbn"' in everything


def test_the_list_of_public_information_in_english(database):
    assert "Held by KPU and not published here; ask the PPID for it." in information(database, bahasa="en")


def test_the_class_is_part_of_the_address(database):
    asked = Asked.of("keterbukaan", {"klasifikasi": "setiap saat"}, published(database))
    assert asked.link() == "/keterbukaan?tahun=2026&bulan=9&dana=apbn&klasifikasi=setiap+saat"
    assert asked.link("data") == "/data?tahun=2026&bulan=9&dana=apbn"


@pytest.mark.parametrize(("bahasa", "href"), [("id", "/kalender.ics"), ("en", "/kalender.ics?bahasa=en")])
def test_due_dates_can_be_followed(database, bahasa, href):
    assert f'<a href="{href}" type="text/calendar">' in page(database, bahasa=bahasa)
