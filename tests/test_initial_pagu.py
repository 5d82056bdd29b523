import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from budget.draw_picture import draw_picture
from budget.initial_months import initial_months
from budget.initial_pagu import initial_pagu
from budget.reference import Reference
from budget.view import View
from tests.cubes import cube

A, B = "657672", "657736"
KEY = ["tahun", "bulan", "kode_satker", "sumber_dana"]
AMOUNTS = ["pagu_rp", "realisasi_rp", "sisa_rp"]


def figures(rows):
    """(bulan, sumber_dana, jenis, pagu, realisasi, sisa) of each row."""
    kept = initial_pagu(cube(*rows))[["bulan", "sumber_dana", "jenis", *AMOUNTS]].astype(object)
    return [tuple(row) for row in kept.where(kept.notna(), None).itertuples(index=False)]


def test_a_revision_does_not_move_the_initial_ceiling():
    assert figures([(2026, 1, A, "RM", "52", 100, 10), (2026, 2, A, "RM", "52", 80, 30)]) == [
        (1, "RM", "52", 100, 10, 90),
        (2, "RM", "52", 100, 30, 70),
    ]


def test_a_kind_that_came_later_began_at_zero_and_one_that_went_keeps_its_ceiling():
    assert figures(
        [
            (2026, 1, A, "RM", "51", 50, 5),
            (2026, 1, A, "RM", "52", 100, 10),
            (2026, 2, A, "RM", "52", 90, 30),
            (2026, 2, A, "RM", "53", 60, 20),
        ]
    ) == [
        (1, "RM", "51", 50, 5, 45),
        (1, "RM", "52", 100, 10, 90),
        (2, "RM", "51", 50, 0, 50),
        (2, "RM", "52", 100, 30, 70),
        (2, "RM", "53", 0, 20, -20),
    ]


def test_an_added_row_is_of_no_line_and_of_the_report_that_lacks_it():
    rows = cube((2026, 1, A, "RM", "51", 50, 5, 5), (2026, 2, A, "RM", "52", 90, 30, 20))
    rows["draft_id"] = [7, 8]
    added = initial_pagu(rows).iloc[1]
    assert (added["bulan"], added["jenis"], added["lines"], added["draft_id"]) == (2, "51", 0, 8)
    assert added["realisasi_ini_rp"] == 0


def test_each_source_and_year_has_its_own_first_report():
    assert figures(
        [
            (2025, 12, A, "RM", "52", 7, 7),
            (2026, 1, A, "RM", "52", 100, 10),
            (2026, 4, A, "PNBP", "52", 40, 1),
            (2026, 5, A, "PNBP", "52", 30, 2),
            (2026, 5, A, "RM", "52", 300, 50),
        ]
    ) == [
        (12, "RM", "52", 7, 7, 0),
        (1, "RM", "52", 100, 10, 90),
        (4, "PNBP", "52", 40, 1, 39),
        (5, "PNBP", "52", 40, 2, 38),
        (5, "RM", "52", 100, 50, 50),
    ]


def test_what_is_unknown_stays_unknown():
    assert figures([(2026, 1, A, "RM", "52", None, 10), (2026, 2, A, "RM", "52", 80, None)]) == [
        (1, "RM", "52", None, 10, None),
        (2, "RM", "52", None, None, None),
    ]


def test_a_report_that_is_not_broken_down_is_compared_as_a_whole():
    later = [
        (2026, 1, A, "RM", "51", 50, 5),
        (2026, 1, A, "RM", "52", 100, 10),
        (2026, 2, A, "RM", "??", 160, 40),
        (2026, 3, A, "RM", "52", 120, 50),
    ]
    assert figures(later) == [
        (1, "RM", "51", 50, 5, 45),
        (1, "RM", "52", 100, 10, 90),
        (2, "RM", "??", 150, 40, 110),
        (3, "RM", "51", 50, 0, 50),
        (3, "RM", "52", 100, 50, 50),
    ]
    first = [
        (2026, 1, A, "RM", "??", 150, 15),
        (2026, 2, A, "RM", "51", 50, 10),
        (2026, 2, A, "RM", "52", 110, 30),
    ]
    assert figures(first) == [(1, "RM", "??", 150, 15, 135), (2, "RM", "??", 150, 40, 110)]


def test_a_ceiling_without_a_month_is_left_out():
    assert figures([(2026, None, A, "RM", "52", 90, None), (2026, 3, A, "RM", "52", 100, 1)]) == [
        (3, "RM", "52", 100, 1, 99)
    ]
    empty = cube()
    assert list(initial_pagu(empty).columns) == list(empty.columns)
    assert len(initial_pagu(empty)) == 0


def test_a_picture_on_the_initial_ceiling():
    rows = cube((2026, 3, A, "RM", "52", 1000, 100), (2026, 6, A, "RM", "52", 500, 300))
    unit = Reference.load().by_kode_satker[A]
    totals = draw_picture(initial_pagu(rows), [unit], View(2026, 6), name="x").all.totals
    assert (totals.pagu_rp, totals.realisasi_rp, totals.sisa_rp) == (1000, 300, 700)


def test_of_which_month_the_initial_ceiling_is():
    rows = cube(
        (2024, 10, A, "RM", "52", 100, 10),
        (2024, 10, A, "HLD", "52", 100, 10),
        (2024, 11, A, "RM", "52", 100, 10),
        (2024, 11, A, "PNBP", "52", 100, 10),
        (2024, 12, B, "RM", "52", 100, 10),
        (2024, None, B, "RM", "52", 100, 10),
        (2025, 1, B, "RM", "52", 100, 10),
    )
    assert initial_months(rows, View(2024, 12)) == {A: (10, 11), B: (12,)}
    assert initial_months(rows, View(2024, 12, "hibah")) == {A: (10,)}
    assert initial_months(rows, View(2023, 12)) == {}


AMOUNT = st.one_of(st.none(), st.integers(0, 10**13))
REPORTS = st.dictionaries(
    st.tuples(st.just(2026), st.integers(1, 4), st.sampled_from([A, B]), st.sampled_from(["RM", "HLD"])),
    st.dictionaries(st.sampled_from(["51", "52", "53", "??"]), st.tuples(AMOUNT, AMOUNT), min_size=1),
    min_size=1,
)


@settings(max_examples=40, deadline=None)
@given(REPORTS)
def test_spending_is_untouched_and_every_month_has_the_ceiling_of_the_first(reports):
    given_rows = cube(*((*key, jenis, *amounts) for key, kinds in reports.items() for jenis, amounts in kinds.items()))
    found = initial_pagu(given_rows)
    before, after = (frame.groupby(KEY)["realisasi_rp"].sum(skipna=False) for frame in (given_rows, found))
    pd.testing.assert_series_equal(before, after)
    assert not found.duplicated([*KEY, "jenis"]).any()
    assert found["lines"].sum() == len(given_rows)
    pagu = found.groupby(KEY)["pagu_rp"].sum(skipna=False)
    for tahun, bulan, code, dana in reports:
        first = min(month for _, month, unit, source in reports if (unit, source) == (code, dana))
        amounts = [amount for amount, _ in reports[tahun, first, code, dana].values()]
        assert (
            pagu[tahun, bulan, code, dana] is pd.NA
            if None in amounts
            else (pagu[tahun, bulan, code, dana] == sum(amounts))
        )
