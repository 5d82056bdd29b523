from fractions import Fraction

import pytest

from budget.month_points import month_points
from budget.year_end_rush import YearEndRush
from tests.cubes import cube

A, B = "657672", "657736"


def rush(bulan, units, *rows):
    points = month_points(cube(*((2026, month, code, "RM", "52", 1000, spent) for month, code, spent in rows)), bulan)
    return YearEndRush.of(points, bulan, units)


def test_december_against_the_year_and_against_the_mean_of_the_months_before():
    found = rush(12, 1, (11, A, 550), (12, A, 750))
    assert (found.last_rp, found.before_rp) == (200, 550)
    # 200 of 750; 550 over eleven months is 50 a month.
    assert (found.december_percent, found.times_the_mean) == (Fraction(20000, 750), 4)


def test_an_aggregate_is_the_sum_of_its_units():
    found = rush(12, 2, (11, A, 550), (12, A, 750), (11, B, 440), (12, B, 450))
    assert (found.december_percent, found.times_the_mean) == (Fraction(21000, 1200), Fraction(210, 90))


def test_before_december_there_is_no_share_of_the_year():
    found = rush(4, 1, (3, A, 300), (4, A, 350))
    assert (found.december_percent, found.times_the_mean) == (None, Fraction(1, 2))


@pytest.mark.parametrize(
    ("bulan", "units", "rows"),
    [
        (12, 1, [(10, A, 500), (12, A, 750)]),
        (12, 1, [(11, A, 550)]),
        (12, 2, [(10, B, 400), (11, A, 550), (12, A, 750), (12, B, 450)]),
        (12, 2, [(11, A, 550), (11, B, 400), (12, A, 750)]),
        (12, 1, [(11, A, None), (12, A, 750)]),
        (1, 1, [(1, A, 10)]),
        (12, 0, []),
    ],
)
def test_a_month_that_is_not_known_is_not_guessed(bulan, units, rows):
    found = rush(bulan, units, *rows)
    assert (found.last_rp, found.before_rp) == (None, None)
    assert (found.december_percent, found.times_the_mean) == (None, None)


def test_nothing_is_divided_by_nothing_and_a_correction_is_shown():
    unspent = rush(12, 1, (11, A, 0), (12, A, 0))
    assert (unspent.december_percent, unspent.times_the_mean) == (None, None)
    late = rush(12, 1, (11, A, 0), (12, A, 80))
    assert (late.december_percent, late.times_the_mean) == (100, None)
    returned = rush(12, 1, (11, A, 110), (12, A, 100))
    assert (returned.december_percent, returned.times_the_mean) == (-10, -1)
