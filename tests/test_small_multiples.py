from fractions import Fraction

from budget.draw_picture import draw_picture
from budget.reference import Reference
from budget.small_multiples import SmallMultiples
from budget.view import View
from tests.cubes import cube

A, B, C = "657672", "657736", "657942"
UNITS = [Reference.load().by_kode_satker[code] for code in (A, B, C)]


def multiples(view, *rows):
    frame = cube(*rows)
    return SmallMultiples.of(frame, draw_picture(frame, UNITS, view, name="x").units, view)


def test_one_line_per_unit_with_gaps():
    found = multiples(
        View(2026, 4),
        (2026, 1, A, "RM", "51", 100, 10),
        (2026, 1, A, "RM", "52", 200, 20),
        (2026, 1, A, "HLD", "52", 10**6, 0),
        (2026, 3, A, "RM", "52", 50, 25),
        (2026, 5, A, "RM", "52", 50, 50),
        (2025, 2, A, "RM", "52", 50, 50),
        (2026, 1, B, "RM", "52", 0, 0),
        (2026, 2, B, "RM", "52", None, 1),
        (2026, 3, B, "RM", "52", 100, None),
        (2026, 4, B, "RM", "52", 3, 1),
    )
    assert [chart.code for chart in found.charts] == [A, B, C]
    assert [chart.percent for chart in found.charts] == [
        (10, None, 50, None),
        (None, None, None, Fraction(100, 3)),
        (None, None, None, None),
    ]
    assert [chart.last for chart in found.charts] == [(3, 50), (4, Fraction(100, 3)), None]
    assert (found.bottom_percent, found.top_percent) == (0, 100)


def test_a_rate_above_the_cap_is_cut_and_its_value_is_kept():
    found = multiples(
        View(2026, 3),
        (2026, 1, A, "RM", "52", 100, 50),
        (2026, 2, A, "RM", "52", 100, 120),
        (2026, 3, A, "RM", "52", 100, 250),
    )
    chart = found.charts[0]
    assert (chart.percent, chart.drawn, chart.capped) == ((50, 120, 250), (50.0, 120.0, 120.0), (3,))
    assert (chart.last, found.top_percent) == ((3, 250), 120)


def test_one_scale_for_all_with_what_was_corrected_below_zero():
    found = multiples(View(2026, 1), (2026, 1, A, "RM", "52", 100, -5), (2026, 1, B, "RM", "52", 100, 105))
    assert (found.bottom_percent, found.top_percent) == (-5, 105)
    nothing = multiples(View(2026, 1))
    assert (nothing.bottom_percent, nothing.top_percent) == (0, 100)
