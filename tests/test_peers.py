from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budget.draw_picture import draw_picture
from budget.pagu_boundaries import pagu_boundaries
from budget.peer_groups import PeerGroups
from budget.peer_rule import PeerRule
from budget.reference import Reference
from budget.sort_units import sort_units
from budget.view import View
from tests.cubes import cube

REFERENCE = Reference.load()
PROVINCE, BLITAR, KEDIRI, SURABAYA, BATU = "654425", "657672", "657736", "657942", "657956"
UNITS = [REFERENCE.by_kode_satker[code] for code in (PROVINCE, BLITAR, KEDIRI, SURABAYA, BATU)]
VIEW = View(2026, 6)
ROWS = cube(
    (2026, 6, PROVINCE, "RM", "52", 9000, 4500),
    (2026, 6, BLITAR, "RM", "52", 1000, 100),
    (2026, 6, BLITAR, "HLD", "52", 700, 70),
    (2026, 6, KEDIRI, "RM", "52", 3000, 2700),
    (2026, 5, SURABAYA, "RM", "52", 500, 100),
    (2026, 6, BATU, "RM", "52", 2000, 1000),
)


def groups(dimension, rows=ROWS, view=VIEW):
    return PeerGroups.of(dimension, draw_picture(rows, UNITS, view, name="x"), rows, REFERENCE)


def members(found):
    return {group.rule.id: [unit.code for unit in group.members] for group in found.groups}


def test_units_by_kind_of_region_with_those_that_did_not_report():
    found = groups("jenis_wilayah")
    assert members(found) == {"provinsi": [PROVINCE], "kabupaten": [BLITAR, KEDIRI], "kota": [SURABAYA, BATU]}
    assert found.outside == ()
    kabupaten, kota = found.groups[1:]
    assert ([unit.code for unit in kota.missing], [unit.code for unit in kota.reporting]) == ([SURABAYA], [BATU])
    # 2,800 of 4,000: sum first, then divide. Rates are 10 % and 90 %, the target is 50 %.
    assert (kabupaten.pagu_rp, kabupaten.realisasi_rp, kabupaten.pooled_percent) == (4000, 2800, 70)
    assert (kabupaten.lowest_percent, kabupaten.median_percent, kabupaten.highest_percent) == (10, 50, 90)
    assert kabupaten.median_gap_points == 0
    assert (kota.median_percent, kota.median_gap_points) == (50, 0)


def test_units_by_size_of_pagu_with_the_boundaries_in_rupiah():
    found = groups("ukuran_pagu")
    assert members(found) == {"pagu_kecil": [BLITAR, BATU], "pagu_sedang": [KEDIRI], "pagu_besar": [PROVINCE]}
    assert [(group.above_rp, group.up_to_rp) for group in found.groups] == [(None, 2000), (2000, 3000), (3000, None)]
    assert [unit.code for unit in found.outside] == [SURABAYA]
    assert groups("ukuran_pagu", ROWS, View(2026, 6, "hibah")).groups[0].up_to_rp == 700


def test_units_with_and_without_a_grant_in_the_budget_year():
    rows = cube(
        (2026, 6, PROVINCE, "RM", "52", 9000, 4500),
        (2026, 1, BLITAR, "HDN", "52", 700, 70),
        (2026, 6, BLITAR, "RM", "52", 700, 70),
        (2025, 6, KEDIRI, "HLD", "52", 700, 70),
        (2026, 6, KEDIRI, "RM", "52", 700, 70),
        (2026, 6, SURABAYA, "tidak dirinci", "52", 700, 70),
    )
    found = groups("pilkada", rows)
    assert members(found) == {"dengan_hibah": [BLITAR], "tanpa_hibah": [PROVINCE, KEDIRI]}
    # Surabaya does not tell its sources, Batu reported nothing: neither is known to have no grant.
    assert [unit.code for unit in found.outside] == [SURABAYA, BATU]


def test_an_unknown_amount_is_not_left_out_of_a_sum():
    rows = cube(
        (2026, 6, BLITAR, "RM", "52", 1000, 0),
        (2026, 6, BLITAR, "RM", "54", 0, None),
        (2026, 6, KEDIRI, "RM", "52", 3000, 2700),
    )
    kabupaten = groups("jenis_wilayah", rows).groups[1]
    assert (kabupaten.pagu_rp, kabupaten.realisasi_rp, kabupaten.pooled_percent) == (4000, None, None)
    assert (kabupaten.median_percent, kabupaten.median_gap_points) == (90, 40)


def test_a_group_of_which_nobody_reported_has_no_figures():
    provinsi, _, kota = groups("jenis_wilayah", cube()).groups
    assert (provinsi.pooled_percent, provinsi.median_percent, provinsi.median_gap_points) == (None, None, None)
    assert (kota.lowest_percent, kota.highest_percent, len(kota.missing)) == (None, None, 2)
    sizes = groups("ukuran_pagu", cube())
    assert [group.members for group in sizes.groups] == [(), (), ()]
    assert len(sizes.outside) == 5


@pytest.mark.parametrize(
    ("pagu", "boundaries"),
    [
        ([], None),
        ([5], (5, 5)),
        ([7, 5], (5, 7)),
        ([9, 5, 7], (5, 7)),
        ([4, 3, 2, 1], (2, 3)),
        ([1, 1, 1, 1, 1, 9], (1, 1)),
        (range(1, 40), (13, 26)),
    ],
)
def test_boundaries_of_pagu(pagu, boundaries):
    assert pagu_boundaries(pagu) == boundaries


def test_equal_ceilings_are_in_one_class():
    rows = cube(*((2026, 6, unit.kode_satker, "RM", "52", 800, 1) for unit in UNITS))
    assert [len(group.members) for group in groups("ukuran_pagu", rows).groups] == [5, 0, 0]


@pytest.mark.parametrize("dimension", ["jenis_wilayah", "ukuran_pagu", "pilkada"])
def test_rules_are_written_in_both_languages(dimension):
    indonesian, english = PeerRule.of(dimension), PeerRule.of(dimension, "en")
    assert [rule.id for rule in indonesian] == [rule.id for rule in english]
    for rule, translated in zip(indonesian, english, strict=True):
        assert rule.aturan.endswith(".")
        assert rule.nama != translated.nama
        assert rule.aturan != translated.aturan


AMOUNT = st.one_of(st.none(), st.integers(0, 10**13))
REPORT = st.tuples(
    st.just(2026), st.integers(5, 6), st.sampled_from([unit.kode_satker for unit in UNITS]),
    st.sampled_from(["RM", "HLD", "tidak dirinci"]), st.sampled_from(["51", "52"]), AMOUNT, AMOUNT,
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(
    st.lists(REPORT, unique_by=lambda row: row[:5]),
    st.sampled_from(["jenis_wilayah", "ukuran_pagu", "pilkada"]),
    st.sampled_from(View.DANA),
)
def test_groups_partition_the_units(reports, dimension, dana):
    rows = cube(*reports)
    picture = draw_picture(rows, UNITS, View(2026, 6, dana), name="x")
    found = PeerGroups.of(dimension, picture, rows, REFERENCE)
    together = [unit.code for group in found.groups for unit in group.members] + [unit.code for unit in found.outside]
    assert sorted(together) == sorted(unit.code for unit in picture.units)
    for group in found.groups:
        assert set(group.missing) | set(group.reporting) == set(group.members)
        assert not set(group.missing) & set(group.reporting)
        spent = [unit.totals.realisasi_rp for unit in group.reporting]
        pagu = [unit.totals.pagu_rp for unit in group.reporting]
        if pagu and None not in spent and None not in pagu and sum(pagu):
            assert group.pooled_percent == Fraction(sum(spent) * 100, sum(pagu))
            assert group.lowest_percent <= group.median_percent <= group.highest_percent
        elif not sum(amount or 0 for amount in pagu) or None in spent or None in pagu:
            assert group.pooled_percent is None


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        ("kode", [PROVINCE, BLITAR, KEDIRI, SURABAYA, BATU]),
        # Gaps in rupiah: 0, −400, +1,200, not reported, 0.
        ("selisih_rp", [BLITAR, PROVINCE, BATU, KEDIRI, SURABAYA]),
        ("selisih_poin", [BLITAR, PROVINCE, BATU, KEDIRI, SURABAYA]),
    ],
)
def test_units_are_sorted_as_asked(order, codes):
    assert [unit.code for unit in sort_units(draw_picture(ROWS, UNITS, VIEW, name="x").units, order)] == codes


def test_rupiah_and_points_may_differ_and_units_without_a_gap_are_last():
    rows = cube(
        (2026, 6, PROVINCE, "RM", "54", 9000, 4500),
        (2026, 6, BLITAR, "RM", "52", 100, 10),
        (2026, 6, KEDIRI, "RM", "52", 10_000, 4000),
        (2026, 6, BATU, "RM", "52", 1000, 0),
        (2026, 6, BATU, "RM", "54", 1000, None),
    )
    units = draw_picture(rows, UNITS, VIEW, name="x").units
    assert [unit.code for unit in sort_units(units, "selisih_rp")] == [KEDIRI, BLITAR, PROVINCE, SURABAYA, BATU]
    assert [unit.code for unit in sort_units(units, "selisih_poin")] == [BLITAR, KEDIRI, PROVINCE, SURABAYA, BATU]
