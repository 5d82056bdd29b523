"""Who has reported, and on time."""

from collections import defaultdict
from datetime import date, timedelta

import pandas as pd
import pytest

from budget.due_dates import DueDate, due_dates
from budget.openness import openness
from budget.openness_count import OpennessCount
from budget.reference import Reference
from budget.report_state import ReportState
from budget.view import View
from commands.fill_sample import fill_sample
from samples.generate import generate
from store.read_history import read_history
from tests.stored import fresh_database

ON_TIME, LATE, MISSING, WITHDRAWN, NOT_DUE, NOT_ASKED = ReportState
UNITS = Reference.load().in_province("35")
BATU, TULUNGAGUNG, BANGKALAN = "657956", "657935", "657651"


def history(*rows):
    """Slices of (tahun, bulan, kode_satker, sumber_dana, first_uploaded_at, replaced)."""
    columns = ["tahun", "bulan", "kode_satker", "sumber_dana", "first_uploaded_at", "replaced"]
    frame = pd.DataFrame(rows, columns=columns).astype({"tahun": "Int64", "bulan": "Int64", "replaced": "int64"})
    more = {"uploaded_at": frame["first_uploaded_at"], "withdrawn": False}
    return frame.assign(first_release=1, release=1 + frame["replaced"], **more)


def cell(frame, bulan, *, tahun=2026, dana="apbn", today=date(2026, 7, 20), kode=BATU):
    matrix = openness(frame, UNITS, View(tahun, 12, dana), today, due_dates())
    return next(row for row in matrix.rows if row.unit.kode_satker == kode).cells[bulan - 1]


def june(time, replaced=0, source="RM"):
    return (2026, 6, BATU, source, time, replaced)


@pytest.mark.parametrize(
    ("rows", "today", "state", "days", "corrected"),
    [
        # The due date of June 2026 is Friday 10 July; its last second in WIB is 16.59.59 UTC.
        ([june("2026-07-10T16:59:59+00:00")], date(2026, 7, 20), ON_TIME, 0, False),
        ([june("2026-07-10T17:00:00+00:00")], date(2026, 7, 20), LATE, 1, False),
        ([june("2026-07-09T17:30:00+00:00")], date(2026, 7, 20), ON_TIME, 0, False),
        ([june("2026-06-20T02:00:00+00:00")], date(2026, 6, 21), ON_TIME, 0, False),
        ([june("2026-07-22T02:00:00+00:00")], date(2026, 7, 22), LATE, 12, False),
        ([june("2026-07-08T02:00:00+00:00", 2)], date(2026, 9, 1), ON_TIME, 0, True),
        ([june("2026-07-13T02:00:00+00:00", 1)], date(2026, 9, 1), LATE, 3, True),
        ([], date(2026, 7, 9), NOT_DUE, 0, False),
        ([], date(2026, 7, 10), NOT_DUE, 0, False),
        ([], date(2026, 7, 11), MISSING, 1, False),
        ([], date(2027, 7, 10), MISSING, 365, False),
    ],
)
def test_a_month_against_its_due_date(rows, today, state, days, corrected):
    found = cell(history(*rows), 6, today=today)
    assert (found.state, found.days, found.corrected) == (state, days, corrected)
    assert found.jatuh_tempo == date(2026, 7, 10)
    assert found.first_uploaded_at == (rows[0][4] if rows else None)
    assert (found.first_release, found.release) == ((1, 1 + rows[0][5]) if rows else (None, None))


def test_one_source_of_funds_is_enough_and_a_correction_of_any_counts():
    rows = [june("2026-07-30T02:00:00+00:00", 1, "PNBP"), june("2026-07-08T02:00:00+00:00")]
    found = cell(history(*rows), 6)
    assert (found.state, found.days, found.corrected) == (ON_TIME, 0, True)
    assert (found.first_release, found.release) == (1, 2)


def test_other_money_other_years_and_ceilings_without_a_month_are_no_report():
    time = "2026-07-08T02:00:00+00:00"
    rows = [june(time, source="HLD"), (2025, 6, BATU, "RM", time, 0), (2026, None, BATU, "RM", time, 0)]
    assert cell(history(*rows), 6).state == MISSING
    assert cell(history(*rows), 6, dana="hibah").state == ON_TIME


def test_a_month_that_the_calendar_lacks_is_not_asked_for():
    reported = history((2024, 9, BATU, "RM", "2024-10-30T02:00:00+00:00", 1))
    matrix = openness(reported, UNITS, View(2024, 12), date(2026, 7, 20), due_dates())
    assert [count.not_applicable for count in matrix.months] == [39] * 9 + [0] * 3
    assert [count.expected for count in matrix.months] == [0] * 9 + [39] * 3
    before = cell(reported, 9, tahun=2024)
    assert (before.state, before.days, before.jatuh_tempo) == (NOT_ASKED, 0, None)
    assert before.first_uploaded_at == "2024-10-30T02:00:00+00:00"
    assert matrix.months[8].corrected == 0
    assert openness(reported, UNITS, View(2030, 1), date(2026, 7, 20), due_dates()).all.not_applicable == 39 * 12


def test_grants_are_asked_of_those_that_have_one_while_anyone_reports_one():
    time = "2025-02-05T02:00:00+00:00"
    frame = history((2025, 1, BATU, "HLD", time, 0), (2025, 3, TULUNGAGUNG, "HLD", "2025-04-05T02:00:00+00:00", 0))
    matrix = openness(frame, UNITS, View(2025, 12, "hibah"), date(2025, 7, 1), due_dates())
    states = {row.unit.kode_satker: [found.state for found in row.cells] for row in matrix.rows}
    rest = [NOT_ASKED] * 2 + [NOT_DUE] * 7
    assert states == {TULUNGAGUNG: [MISSING, MISSING, ON_TIME, *rest], BATU: [ON_TIME, MISSING, MISSING, *rest]}
    assert openness(history(), UNITS, View(2025, 12, "hibah"), date(2025, 7, 1), due_dates()).rows == ()


def test_another_calendar_is_another_judgement():
    calendar = {(2026, 6): DueDate(2026, 6, date(2026, 7, 5), "percobaan")}
    frame = history(june("2026-07-08T02:00:00+00:00"))
    matrix = openness(frame, UNITS, View(2026, 6), date(2026, 7, 5), calendar)
    assert matrix.months[5] == OpennessCount(0, 1, 0, 38, 0, 0)
    assert matrix.months[4].not_applicable == 39


def test_the_calendar_is_the_tenth_or_the_monday_after():
    months = [(year, month) for year in (2024, 2025, 2026, 2027) for month in range(1, 13)]
    assert list(due_dates()) == months[9:]
    for (year, month), due in due_dates().items():
        tenth = (date(year, month, 28) + timedelta(days=4)).replace(day=10)
        assert due.jatuh_tempo == tenth + timedelta(days={5: 2, 6: 1}.get(tenth.weekday(), 0))
    assert due_dates()[2026, 9].jatuh_tempo == date(2026, 10, 12)
    assert due_dates()[2024, 10].dasar.startswith("Ketetapan Serapan sendiri, bukan peraturan")
    assert due_dates("en")[2024, 10].dasar.startswith("Serapan's own rule, not a regulation")


def unusual(matrix):
    """Cells that are neither simply on time nor not asked for: by unit and month, state, days and corrected."""
    return {
        (row.unit.kode_satker, found.bulan): (found.state, found.days, found.corrected)
        for row in matrix.rows
        for found in row.cells
        if found.corrected or found.state not in (ON_TIME, NOT_ASKED, NOT_DUE)
    }


@pytest.fixture(scope="module")
def samples_history():
    """The history of the sample exports as they are made, before any of them is read."""
    known = defaultdict(list)
    for one in generate(Reference.load()):
        known[one.tahun, one.bulan, one.kode_satker, one.sumber_dana].append(f"{one.tanggal}T02:00:00+00:00")
    return history(*((*key, min(times), len(times) - 1) for key, times in known.items()))


FOUND_IN_SAMPLES = {
    (2024, "apbn"): {},
    (2025, "apbn"): {
        ("657900", 2): (MISSING, 589, False),
        ("657900", 3): (MISSING, 558, False),
        ("657892", 7): (MISSING, 435, False),
        ("657668", 5): (LATE, 14, False),
        (BATU, 10): (LATE, 9, False),
        (TULUNGAGUNG, 8): (ON_TIME, 0, True),
    },
    (2026, "apbn"): {
        ("657871", 9): (MISSING, 8, False),
        ("657960", 9): (MISSING, 8, False),
        ("658017", 1): (MISSING, 252, False),
        ("657811", 4): (LATE, 16, False),
        ("657689", 6): (LATE, 12, False),
        ("657782", 3): (ON_TIME, 0, True),
        ("657715", 5): (ON_TIME, 0, True),
    },
    (2024, "hibah"): {("657825", 12): (LATE, 18, False)},
    (2025, "hibah"): {(BANGKALAN, 3): (MISSING, 558, False)},
    (2026, "hibah"): {},
}


@pytest.mark.parametrize(("tahun", "dana"), FOUND_IN_SAMPLES)
def test_the_flaws_of_the_samples_are_found_and_nothing_else(samples_history, tahun, dana):
    matrix = openness(samples_history, UNITS, View(tahun, 12, dana), date(2026, 10, 20), due_dates())
    assert unusual(matrix) == FOUND_IN_SAMPLES[tahun, dana]


def test_counts_of_the_samples(samples_history):
    matrix = openness(samples_history, UNITS, View(2026, 1), date(2026, 10, 20), due_dates())
    september, october = matrix.months[8:10]
    assert september == OpennessCount(37, 0, 2, 0, 0, 0)
    assert (september.reported, september.expected) == (37, 39)
    assert october == OpennessCount(0, 0, 0, 39, 0, 0)
    assert (october.reported, october.expected) == (0, 39)
    assert matrix.all == OpennessCount(39 * 9 - 5, 2, 3, 39 * 3, 0, 2)
    assert [row.unit.nama for row in matrix.in_state(9, MISSING)] == ["KPU Kabupaten Sampang", "KPU Kota Blitar"]
    assert [row.unit.kode_satker for row in matrix.rows] == [unit.kode_satker for unit in UNITS]
    bojonegoro = next(row for row in matrix.rows if row.unit.kode_satker == "657689")
    assert bojonegoro.count == OpennessCount(8, 1, 0, 3, 0, 0)
    nothing = openness(samples_history, UNITS, View(2026, 1, "hibah"), date(2026, 10, 20), due_dates())
    assert (nothing.rows, nothing.all) == ((), OpennessCount(0, 0, 0, 0, 0, 0))


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    database = fresh_database(tmp_path_factory.mktemp("openness"))
    fill_sample(database, lambda line: None, ["35.04", "35.79"])
    yield database
    database.close()


def test_the_store_tells_the_history_of_a_corrected_and_of_a_late_month(filled):
    frame = read_history(filled, 100)
    assert len(frame) == 2 * (24 + 6)
    frame = frame.set_index(["kode_satker", "tahun", "bulan", "sumber_dana"])
    corrected = frame.loc[TULUNGAGUNG, 2025, 8, "RM"]
    assert corrected["first_uploaded_at"] == "2025-09-04T02:00:00+00:00"
    assert corrected["uploaded_at"] == "2025-09-25T02:00:00+00:00"
    assert (corrected["first_release"], corrected["release"], corrected["replaced"]) == (11, 12, 1)
    late = frame.loc[BATU, 2025, 10, "RM"]
    assert late["first_uploaded_at"] == late["uploaded_at"] == "2025-11-19T02:00:00+00:00"
    assert late["replaced"] == 0
    assert frame["replaced"].sum() == 1


def test_the_store_tells_what_was_known_at_an_older_release(filled):
    before = read_history(filled, 11).set_index(["kode_satker", "tahun", "bulan", "sumber_dana"])
    wrong = before.loc[TULUNGAGUNG, 2025, 8, "RM"]
    assert (wrong["release"], wrong["replaced"], wrong["uploaded_at"]) == (11, 0, "2025-09-04T02:00:00+00:00")
    assert read_history(filled, 0).empty


def test_from_files_to_the_matrix(filled):
    units = [unit for unit in UNITS if unit.kode_satker in (BATU, TULUNGAGUNG)]
    matrix = openness(read_history(filled, 100), units, View(2025, 12), date(2026, 10, 20), due_dates())
    assert unusual(matrix) == {(BATU, 10): (LATE, 9, False), (TULUNGAGUNG, 8): (ON_TIME, 0, True)}
    assert matrix.all == OpennessCount(23, 1, 0, 0, 0, 1)
