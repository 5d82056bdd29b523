"""Due dates as a calendar feed."""

from datetime import UTC, date, datetime, timedelta

import pytest
import requests
from icalendar import Calendar

from budget.due_dates import due_dates
from budget.reference import Reference
from budget.unit_reports import unit_reports
from budget.wording.language import in_language
from tests.serving import serve
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft
from views.calendar_feed import calendar_feed
from views.report_history import report_history

MADE = datetime(2026, 10, 5, 2, 0, tzinfo=UTC)
SURABAYA_UNIT = Reference.load().by_kode_satker[SURABAYA]


def feed(unit=None, reported=(), language="id", made=MADE, origin="https://serapan.example"):
    with in_language(language):
        return calendar_feed(unit, reported, origin=origin, made=made)


def events(content):
    return Calendar.from_ical(content).walk("VEVENT")


def month_of(content, summary):
    [event] = [one for one in events(content) if one["summary"] == summary]
    return event


def test_every_due_date_is_a_day_with_two_reminders():
    found = events(feed())
    assert [one.decoded("dtstart") for one in found] == [due.jatuh_tempo for due in due_dates().values()]
    assert {one.decoded("dtend") - one.decoded("dtstart") for one in found} == {timedelta(days=1)}
    assert len({one["uid"] for one in found}) == len(due_dates())
    for one in found:
        # Nine in the morning, seven days and one day before.
        triggers = [alarm.decoded("trigger") for alarm in one.walk("VALARM")]
        assert triggers == [timedelta(hours=9, days=-7), timedelta(hours=9, days=-1)]
        assert [alarm["description"] for alarm in one.walk("VALARM")] == [one["summary"]] * 2
        assert Calendar.from_ical(feed()).errors == one.errors == []


def test_an_event_in_both_languages():
    indonesian = month_of(feed(), "Batas lapor September 2026")
    assert indonesian.decoded("dtstart") == date(2026, 10, 12)
    assert indonesian["description"] == (
        "Laporan September 2026 ditunggu paling lambat 12 Oktober 2026. Dasar: Ketetapan Serapan sendiri, bukan "
        "peraturan: tanggal 10 bulan berikutnya, digeser ke Senin bila jatuh pada Sabtu atau Minggu. Unggah: "
        "https://serapan.example/unggah"
    )
    assert (indonesian["url"], indonesian["transp"]) == ("https://serapan.example/unggah", "TRANSPARENT")
    english = month_of(feed(language="en"), "Report for September 2026 due")
    assert english["description"] == (
        "The report for September 2026 is due by 12 October 2026. Basis: Serapan's own rule, not a regulation: the "
        "10th of the month after, moved to Monday when it falls on a Saturday or Sunday. Upload: "
        "https://serapan.example/unggah"
    )


def test_an_event_keeps_its_uid():
    uids = [one["uid"] for one in events(feed())]
    later = feed(language="en", made=MADE + timedelta(days=400), origin="https://lain.example")
    assert [one["uid"] for one in events(later)] == uids
    assert month_of(feed(), "Batas lapor September 2026")["uid"] == "ac6a1e55-c50d-5f08-b5c0-652878b2d773"


@pytest.mark.parametrize(
    ("unit", "language", "name"),
    [
        (None, "id", "Batas lapor satker KPU"),
        (SURABAYA_UNIT, "id", "Batas lapor: KPU Kota Surabaya"),
        (None, "en", "Report due dates of KPU units"),
        (SURABAYA_UNIT, "en", "Report due dates: KPU Kota Surabaya"),
    ],
)
def test_what_the_calendar_is_called(unit, language, name):
    found = Calendar.from_ical(feed(unit, language=language))
    assert (found["x-wr-calname"], found["name"]) == (name, name)
    assert (found["version"], found["method"]) == ("2.0", "PUBLISH")
    assert found["prodid"] == f"-//Serapan KPU//Kalender lapor//{language.upper()}"
    assert found["refresh-interval"].to_ical() == found["x-published-ttl"].encode() == b"P1D"


def test_lines_are_folded_at_75_bytes_and_end_as_rfc_5545_asks():
    content = feed()
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_months_that_are_reported_are_left_out():
    left = [one["summary"] for one in events(feed(reported={(2026, 9), (2026, 7)}))]
    assert len(left) == len(due_dates()) - 2
    assert "Batas lapor Agustus 2026" in left
    assert "Batas lapor September 2026" not in left


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("calendar")
    database = fresh_database(folder)
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9)))
    # Handed in and not public: still to be reported, as far as the public can know.
    keep(database, sample_draft(SURABAYA, 2026, 8))
    database.close()
    with serve(folder / "serapan.sqlite", SERAPAN_ALAMAT="https://serapan.example") as base:
        yield base


@pytest.mark.parametrize(
    ("query", "words", "left_out"),
    [
        ("", "Batas lapor", []),
        ("?bahasa=en", "Report for", []),
        ("?bahasa=xx&lain=1", "Batas lapor", []),
        (f"?satker={SURABAYA}", "Batas lapor", [date(2026, 10, 12)]),
        (f"?satker={BATU}&bahasa=en", "Report for", []),
    ],
)
def test_the_address(url, query, words, left_out):
    answer = requests.get(f"{url}/kalender.ics{query}", timeout=20)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["cache-control"] == "no-cache"
    found = events(answer.content)
    assert all(one["summary"].startswith(words) for one in found)
    days = {one.decoded("dtstart") for one in found}
    assert sorted({due.jatuh_tempo for due in due_dates().values()} - days) == left_out
    assert {one["url"] for one in found} == {"https://serapan.example/unggah"}


@pytest.mark.parametrize("kode", ["", "123456", "657942x", "<b>"])
def test_a_unit_that_is_not_shown_here(url, kode):
    answer = requests.get(f"{url}/kalender.ics", params={"satker": kode}, timeout=20)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/plain; charset=utf-8")
    assert answer.text == f"Satker {kode!r} tidak ada di sini. Tulis kode satker enam angka, misalnya 657942.\n"


def test_before_the_first_release_nothing_is_reported(tmp_path):
    database = fresh_database(tmp_path)
    reports = unit_reports(report_history(database), SURABAYA_UNIT, date(2026, 10, 12), due_dates())
    database.close()
    assert [(one.tahun, one.cell.bulan) for one in reports] == list(due_dates())
    assert {one.cell.state.value for one in reports} == {"belum melapor", "belum jatuh tempo"}
