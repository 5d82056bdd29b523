from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budget.nkpa import Nkpa
from budget.nkpa_example import nkpa_example
from budget.nkpa_quarter import NkpaQuarter
from budget.slice import RPD, Slice
from budget.state import State
from budget.view import View
from tests.cubes import cube

A, B, C = "657672", "657736", "657942"
AMOUNT = st.integers(0, 10**13)


def test_the_worked_example_of_the_methodology_page():
    example = nkpa_example()
    assert [(t.jenis, t.target_percent, t.serapan_percent, t.score, t.weight, t.points) for t in example.terms] == [
        ("51", 50, Fraction("52.5"), 100, Fraction("0.4"), 40),
        ("52", 50, 40, 80, Fraction("0.5"), 40),
        ("53", 40, 10, 25, Fraction("0.1"), Fraction("2.5")),
    ]
    assert (example.triwulan, example.value, example.serapan_percent) == (2, Fraction("82.5"), 42)


QUARTER_1 = [(2026, 3, A, "RM", "52", 3000, 450), (2026, 3, A, "RM", "53", 1000, 50)]
"""52: 15 % of its pagu at a target of 15; 53: 5 % at a target of 10: 3/4 × 100 + 1/4 × 50 = 87.5."""

QUARTER_2 = [(2026, 6, A, "RM", "52", 1000, 100), (2026, 6, A, "RM", "54", 700, 700)]
"""52: 10 % of its pagu at a target of 50 = 20; 54 has no target and does not count."""


def test_the_value_is_the_mean_of_the_quarters_so_far_each_on_its_own_pagu():
    rows = cube(*QUARTER_1, *QUARTER_2, (2026, 6, A, "HLD", "52", 10**6, 0), (2025, 6, A, "RM", "52", 10**6, 0))
    nkpa = Nkpa.of(rows, [A], View(2026, 8))
    assert [quarter.value for quarter in nkpa.quarters] == [Fraction("87.5"), 20]
    assert (nkpa.value, nkpa.missing) == (Fraction("53.75"), ())
    assert Nkpa.of(rows, [A], View(2026, 5)).value == Fraction("87.5")


def test_no_quarter_has_ended_in_february():
    nkpa = Nkpa.of(cube(*QUARTER_1), [A], View(2026, 2))
    assert (nkpa.quarters, nkpa.value) == ((), None)


def test_a_quarter_that_was_not_reported_is_named():
    nkpa = Nkpa.of(cube(*QUARTER_2), [A], View(2026, 6))
    assert [quarter.value for quarter in nkpa.quarters] == [None, 20]
    assert nkpa.value is None
    assert [(q.triwulan, q.state, q.unreported) for q in nkpa.missing] == [(1, State.BELUM_MELAPOR, (A,))]


def test_a_sum_of_units_needs_all_of_them():
    rows = cube(*QUARTER_1, *QUARTER_2, (2026, 6, B, "RM", "52", 1000, 500))
    nkpa = Nkpa.of(rows, [A, B], View(2026, 6))
    assert [(q.triwulan, q.unreported) for q in nkpa.missing] == [(1, (B,))]
    # 600 of 2,000 is 30 % at a target of 50: sum first, then divide.
    assert nkpa.quarters[1].value == 60
    assert Nkpa.of(rows, [], View(2026, 6)).value is None


MARCH_B, APRIL_A = Slice(2026, 3, B, "RM"), Slice(2026, 4, A, "RM")


@pytest.mark.parametrize(
    ("codes", "withdrawn", "state", "unreported", "gone"),
    [
        ([B], [MARCH_B], State.DITARIK, (), (B,)),
        ([A, B], [MARCH_B], State.DITARIK, (), (B,)),
        ([A, B, C], [MARCH_B], State.BELUM_MELAPOR, (C,), (B,)),
        # Another month, another source of funds, a plan: none of them is why the month is missing.
        ([B], [Slice(2026, 2, B, "RM"), Slice(2025, 3, B, "RM")], State.BELUM_MELAPOR, (B,), ()),
        ([B], [Slice(2026, 3, B, "HLD"), Slice(2026, None, B, "RM", RPD)], State.BELUM_MELAPOR, (B,), ()),
        # What is there counts, whatever else of the same month was taken back.
        ([A], [Slice(2026, 3, A, "PNP"), APRIL_A], State.MELAPOR, (), ()),
    ],
)
def test_a_quarter_that_was_withdrawn_is_not_called_unreported(codes, withdrawn, state, unreported, gone):
    [quarter] = Nkpa.of(cube(*QUARTER_1), codes, View(2026, 5), withdrawn).quarters
    assert (quarter.state, quarter.unreported, quarter.withdrawn) == (state, unreported, gone)


@pytest.mark.parametrize(
    ("rows", "state", "value"),
    [
        ([("52", None, 10)], State.TIDAK_BERLAKU, None),
        ([("51", 100, 10), ("52", 100, None)], State.TIDAK_BERLAKU, None),
        ([("51", 100, 10), ("??", 100, 10)], State.TIDAK_BERLAKU, None),
        ([("54", 100, 10)], State.TIDAK_BERLAKU, None),
        ([("52", 0, 0), ("53", 0, 0)], State.TIDAK_ADA_PAGU, None),
        ([("52", 0, None), ("51", 100, 25)], State.MELAPOR, 50),
        ([("51", 100, 25), ("54", 100, None), ("??", 0, 0)], State.MELAPOR, 50),
        ([("51", 100, -5)], State.MELAPOR, -10),
        ([("51", 100, 0)], State.MELAPOR, 0),
        ([("51", 100, 130)], State.MELAPOR, 100),
        ([], State.BELUM_MELAPOR, None),
    ],
)
def test_what_is_unknown_is_not_guessed(rows, state, value):
    quarter = NkpaQuarter.of(cube(*((2026, 6, A, "RM", *row) for row in rows)), 2026, 2)
    assert (quarter.state, quarter.value) == (state, value)


def test_no_targets_before_the_regulation():
    quarter = NkpaQuarter.of(cube((2023, 6, A, "RM", "52", 100, 50)), 2023, 2)
    assert (quarter.state, quarter.value) == (State.TIDAK_BERLAKU, None)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["51", "52", "53", "57"]), AMOUNT, AMOUNT), max_size=8))
def test_weights_add_up_and_the_value_stays_between_0_and_100(rows):
    quarter = NkpaQuarter.of(cube(*((2026, 6, A, "RM", *row) for row in rows)), 2026, 2)
    assert (quarter.value is None) == (sum(pagu for _, pagu, _ in rows) == 0)
    if quarter.value is not None:
        assert sum(term.weight for term in quarter.terms) == 1
        assert 0 <= quarter.value <= 100
