import pytest

from budget.draw_picture import draw_picture
from budget.month_points import month_points
from budget.pace import Pace
from budget.pagu_change import pagu_changes
from budget.reference import Reference
from budget.standing import Standing
from budget.state import State
from budget.targets import target_percent, target_quarter
from budget.totals import Totals
from budget.unit_months import unit_months
from budget.units_table import units_table
from budget.view import View
from tests.cubes import cube

A, B, C = "657672", "657736", "657942"
WORKED = cube(
    (2026, 6, A, "RM", "51", 4000, 2100),
    (2026, 6, A, "RM", "52", 5000, 2000),
    (2026, 6, A, "RM", "53", 1000, 100),
)


@pytest.mark.parametrize(
    ("bulan", "triwulan"), [(1, None), (2, None), (3, 1), (5, 1), (6, 2), (9, 3), (11, 3), (12, 4)]
)
def test_the_target_in_force_is_that_of_the_last_quarter_that_ended(bulan, triwulan):
    assert target_quarter(bulan) == triwulan


@pytest.mark.parametrize(
    ("jenis", "targets"),
    [("51", (20, 50, 75, 95)), ("52", (15, 50, 70, 90)), ("53", (10, 40, 70, 90)), ("57", (25, 50, 75, 95))],
)
def test_targets_of_per_5_pb_2024(jenis, targets):
    assert tuple(target_percent(jenis, 2026, quarter) for quarter in (1, 2, 3, 4)) == targets


def test_no_target_before_the_regulation_nor_for_other_kinds():
    assert target_percent("52", 2023, 4) is None
    assert target_percent("54", 2026, 4) is None


def test_rates_are_sums_first():
    totals = Totals.of(WORKED)
    assert totals == Totals(pagu_rp=10_000, realisasi_rp=4_200, sisa_rp=5_800, realisasi_ini_rp=None)


def test_pace_weighs_targets_by_the_own_mix():
    # Targets of quarter II: 51 50 %, 52 50 %, 53 40 %: 2,000 + 2,500 + 400 of 10,000.
    pace = Pace.of(WORKED, 2026, 6)
    assert (pace.triwulan, pace.target_rp, pace.target_percent, pace.gap_rp) == (2, 4_900, 49.0, -700)
    assert pace.gap_points == pytest.approx(-7.0)


def test_no_pace_in_january_nor_for_kinds_without_target_nor_where_spending_is_unknown():
    assert Pace.of(WORKED, 2026, 2).triwulan is None
    assert Pace.of(cube((2026, 6, A, "RM", "??", 100, 50)), 2026, 6).target_rp is None
    unknown = Pace.of(cube((2026, 6, A, "RM", "52", 100, None)), 2026, 6)
    assert (unknown.target_rp, unknown.gap_points) == (50, None)


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([], State.BELUM_MELAPOR),
        ([(2026, 6, A, "RM", "52", 100, 50)], State.MELAPOR),
        ([(2026, 6, A, "RM", "52", 100, 0)], State.NOL),
        ([(2026, 6, A, "RM", "52", 0, 0)], State.TIDAK_ADA_PAGU),
        ([(2026, 6, A, "RM", "52", 100, None)], State.TIDAK_BERLAKU),
    ],
)
def test_the_states_of_nothing_have_each_a_word(rows, state):
    assert Standing.of(cube(*rows), 2026, 6, code=A, name="x").state == state


@pytest.mark.parametrize(
    ("realisasi", "side"), [(500, "near"), (554, "near"), (556, "ahead"), (446, "near"), (444, "behind")]
)
def test_within_five_points_nobody_is_ahead_or_behind(realisasi, side):
    assert Standing.of(cube((2026, 6, A, "RM", "52", 1000, realisasi)), 2026, 6, code=A, name="x").side == side


def test_missing_is_not_zero_in_a_sum():
    rows = cube((2026, 6, A, "RM", "52", 100, 50), (2026, 6, A, "RM", "53", 100, None))
    assert Totals.of(rows).realisasi_rp is None
    assert Totals.of(rows).pagu_rp == 200
    assert Totals.of(cube()).pagu_rp is None


def test_a_missing_month_carries_the_last_cumulative_figure_on():
    rows = cube(
        (2026, 1, A, "RM", "52", 100, 10, 10),
        (2026, 1, B, "RM", "52", 200, 20, 20),
        (2026, 2, A, "RM", "52", 100, 30, 20),
        (2026, 3, A, "RM", "52", 100, 25, -5),
        (2026, 3, B, "RM", "52", 200, 90, 40),
    )
    points = [(p.bulan, p.pagu_rp, p.realisasi_rp, p.realisasi_ini_rp, p.reported) for p in month_points(rows, 3)]
    assert points == [(1, 300, 30, 30, 2), (2, 300, 50, 20, 1), (3, 300, 115, 65, 2)]


def test_the_line_begins_where_every_unit_is_known():
    rows = cube(
        (2026, 1, A, "RM", "52", 100, 10, 10),
        (2026, 2, A, "RM", "52", 100, 30, 20),
        (2026, 2, B, "RM", "52", 200, 20, 5),
    )
    assert [(p.bulan, p.realisasi_rp, p.realisasi_ini_rp) for p in month_points(rows, 2)] == [(2, 50, 25)]
    assert month_points(cube(), 6) == ()


PROVINCE = cube(
    (2026, 5, C, "RM", "52", 900, 100),
    (2026, 6, A, "RM", "52", 1000, 600),
    (2026, 6, B, "RM", "52", 3000, 900),
    (2026, 6, B, "HLD", "52", 70_000, 60_000),
    (2025, 6, A, "RM", "52", 5, 5),
)


def test_a_picture_of_units_that_reported_and_one_that_did_not():
    reference = Reference.load()
    units = [reference.by_kode_satker[code] for code in (A, B, C)]
    picture = draw_picture(PROVINCE, units, View(2026, 6, "apbn"), name="x")
    assert picture.all.totals == Totals(pagu_rp=4000, realisasi_rp=1500, sisa_rp=2500, realisasi_ini_rp=None)
    assert (picture.coverage.reported, picture.coverage.expected) == (2, 3)
    assert (picture.coverage.pagu_reported_rp, picture.coverage.pagu_expected_rp) == (4000, 4900)
    assert picture.coverage.missing == (reference.by_kode_satker[C].nama,)
    assert [unit.state for unit in picture.units] == [State.MELAPOR, State.MELAPOR, State.BELUM_MELAPOR]
    assert picture.targets == ((3, 600), (6, 2000), (9, 2800), (12, 3600))


def test_grants_are_apart_and_only_who_has_one_is_expected():
    reference = Reference.load()
    units = [reference.by_kode_satker[code] for code in (A, B, C)]
    picture = draw_picture(PROVINCE, units, View(2026, 6, "hibah"), name="x")
    assert picture.all.totals.pagu_rp == 70_000
    assert (picture.coverage.reported, picture.coverage.expected) == (1, 1)


def test_the_table_for_scripts_says_what_the_page_says():
    reference = Reference.load()
    units = [reference.by_kode_satker[code] for code in (A, C)]
    table = units_table(draw_picture(PROVINCE, units, View(2026, 6), name="x"), reference)
    assert table.to_csv(index=False).splitlines()[1:] == [
        f"2026,6,apbn,{A},{units[0].kode_wilayah},{units[0].nama},melapor,1000,600,,400,60.0,50.0,10.0,ikpa",
        f"2026,6,apbn,{C},35.78,KPU Kota Surabaya,belum melapor,,,,,,,,",
    ]


def test_months_of_a_unit_start_where_anyone_reported():
    assert [(m.bulan, m.point and m.point.realisasi_rp) for m in unit_months(PROVINCE, C, View(2026, 6))] == [
        (5, 100),
        (6, None),
    ]


@pytest.mark.parametrize(
    ("bulan", "expected"),
    [
        (2, [(1, 100, None, "RM"), (None, 90, None, "tidak dirinci")]),
        (3, [(1, 100, None, "RM"), (3, 80, -20, "RM"), (None, 90, None, "tidak dirinci")]),
    ],
)
def test_ceilings_that_moved(bulan, expected):
    rows = cube(
        (2026, 1, A, "RM", "52", 100, 1),
        (2026, 2, A, "RM", "52", 100, 1),
        (2026, 3, A, "RM", "52", 80, 1),
        (2026, None, A, "tidak dirinci", "??", 90, None),
    )
    found = [(c.bulan, c.pagu_rp, c.change_rp, c.sumber_dana) for c in pagu_changes(rows, A, View(2026, bulan))]
    assert found == expected
