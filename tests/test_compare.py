"""Units beside their peers: exact figures."""

import pandas as pd

from budget.compare import compare
from budget.median_months import median_months
from budget.one_jenis import one_jenis
from budget.reference import Reference
from budget.small_multiple import SmallMultiple
from budget.state import State
from budget.view import View
from tests.cubes import cube

PROVINCE, BLITAR, KEDIRI, SURABAYA, BATU = "654425", "657672", "657736", "657942", "657956"
UNITS = [Reference.load().by_kode_satker[code] for code in (PROVINCE, BLITAR, KEDIRI, SURABAYA, BATU)]
ROWS = cube(
    (2026, 6, PROVINCE, "RM", "52", 9000, 4500),
    (2026, 5, BLITAR, "RM", "51", 1000, 300),
    (2026, 6, BLITAR, "RM", "51", 1000, 600),
    (2026, 6, BLITAR, "RM", "53", 200, 0),
    (2026, 6, BLITAR, "HLD", "52", 700, 70),
    (2026, 5, KEDIRI, "RM", "51", 500, 200),
    (2026, 6, KEDIRI, "RM", "51", 500, 250),
    (2026, 6, KEDIRI, "RM", "53", 100, 125),
    (2026, 5, SURABAYA, "RM", "52", 500, 100),
    (2026, 6, BATU, "RM", "??", 2000, 1000),
)
VIEW = View(2026, 6)


def comparison(dimension="jenis_wilayah", rows=ROWS, view=VIEW, **more):
    return compare(rows, UNITS, view, dimension, **more)


def group(found, name):
    return next(group for group in found.groups if group.peers.rule.id == name)


def test_each_group_has_its_sum_its_coverage_and_its_medians_month_by_month():
    found = comparison()
    assert [one.peers.rule.id for one in found.groups] == ["provinsi", "kabupaten", "kota"]
    kabupaten, kota = group(found, "kabupaten"), group(found, "kota")
    # 600 of 1,200 and 375 of 600: rates of 50 % and 62.5 %; together 975 of 1,800, not the mean of both.
    assert (kabupaten.peers.median_percent, kabupaten.peers.pooled_percent * 24) == (56.25, 1300)
    assert (kabupaten.whole.totals.pagu_rp, kabupaten.whole.totals.realisasi_rp) == (1800, 975)
    # Targets of quarter II: 51 50 %, 53 40 %: 750 + 120 of 1,800.
    assert (kabupaten.whole.pace.target_rp, kabupaten.whole.pace.gap_rp) == (870, 105)
    assert (kabupaten.coverage.reported, kabupaten.coverage.expected) == (2, 2)
    # May: 300 of 1,000 and 200 of 500; nobody reported before.
    assert kabupaten.medians == (None, None, None, None, 35, 56.25)
    assert (kota.coverage.reported, kota.coverage.expected, kota.coverage.missing) == (1, 2, ("KPU Kota Surabaya",))
    # Surabaya's ceiling of May counts for what is missing.
    assert (kota.coverage.pagu_reported_rp, kota.coverage.pagu_expected_rp) == (2000, 2500)
    assert [chart.code for chart in kota.charts] == [SURABAYA, BATU]
    assert (found.bottom_percent, found.top_percent) == (0, 100)


def test_one_jenis_of_units_with_it_without_it_not_broken_down_and_not_reported():
    found = comparison(jenis="53")
    states = {unit.code: unit.state for one in found.groups for unit in one.peers.members}
    assert states == {
        PROVINCE: State.TIDAK_ADA_PAGU,
        BLITAR: State.NOL,
        KEDIRI: State.MELAPOR,
        SURABAYA: State.BELUM_MELAPOR,
        BATU: State.TIDAK_BERLAKU,
    }
    kabupaten = group(found, "kabupaten")
    assert (kabupaten.whole.totals.pagu_rp, kabupaten.whole.totals.realisasi_rp) == (300, 125)
    assert (kabupaten.peers.median_percent, kabupaten.whole.pace.target_rp) == (62.5, 120)
    assert group(found, "kota").whole.totals.realisasi_rp is None
    assert found.top_percent == 120


def test_the_size_of_a_unit_is_that_of_its_whole_ceiling_for_every_jenis():
    of_all, of_one = (comparison("ukuran_pagu", jenis=jenis) for jenis in (None, "53"))
    for one, other in zip(of_all.groups, of_one.groups, strict=True):
        assert [unit.code for unit in one.peers.members] == [unit.code for unit in other.peers.members]
        assert (one.peers.above_rp, one.peers.up_to_rp) == (other.peers.above_rp, other.peers.up_to_rp)
    assert [unit.code for unit in of_one.outside] == [chart.code for chart in of_one.outside_charts] == [SURABAYA]


def test_sorted_by_the_gap_of_the_jenis_that_is_shown():
    # 51: Blitar 600 − 500 = +100, Kediri 250 − 250 = 0; of all jenis Blitar is 20 ahead and Kediri 85.
    for jenis, codes in ((None, [BLITAR, KEDIRI]), ("51", [KEDIRI, BLITAR])):
        kabupaten = group(comparison(order="selisih_rp", jenis=jenis), "kabupaten")
        assert [unit.code for unit in kabupaten.peers.members] == codes
        assert [chart.code for chart in kabupaten.charts] == codes


def test_a_group_without_members_is_named():
    rows = ROWS[ROWS["sumber_dana"] != "HLD"]
    found = comparison("pilkada", rows)
    assert [rule.id for rule in found.empty] == ["dengan_hibah"]
    assert [one.peers.rule.id for one in found.groups] == ["tanpa_hibah"]


def test_grants_are_compared_among_those_that_have_one():
    found = comparison(view=View(2026, 6, "hibah"))
    assert [unit.code for one in found.groups for unit in one.peers.members] == [BLITAR]
    assert comparison(view=View(2025, 6, "hibah")).groups == ()


def test_rates_against_the_ceiling_first_reported():
    found = comparison(view=View(2026, 6, "apbn", "awal"))
    # 53 was not in Kediri's first report: it began with 0, so 375 of 500.
    assert group(found, "kabupaten").peers.rates[KEDIRI] == 75
    assert group(found, "kabupaten").whole.totals.pagu_rp == 1500


def test_rpd_of_a_jenis_is_its_target():
    plans = pd.DataFrame(
        [(BLITAR, 2026, "RM", jenis, 1, amount, False) for jenis, amount in (("51", 700), ("53", 90))],
        columns=["kode_satker", "tahun", "sumber_dana", "jenis", "bulan", "rencana_rp", "sample"],
    ).astype({"tahun": "Int64", "bulan": "Int64", "rencana_rp": "Int64"})
    [blitar, _kediri] = group(comparison(jenis="53", plans=plans), "kabupaten").peers.members
    assert (blitar.pace.target_rp, blitar.pace.gap_rp, blitar.pace.basis) == (90, -90, "rpd")
    [blitar, _kediri] = group(comparison(plans=plans), "kabupaten").peers.members
    assert (blitar.pace.target_rp, blitar.pace.gap_rp) == (790, -190)


def test_one_jenis_keeps_a_row_for_every_report():
    rows = one_jenis(ROWS[ROWS["sumber_dana"] == "RM"], "53").sort_values(["kode_satker", "bulan"])
    found = [
        (row.kode_satker, row.bulan, row.lines, None if row.pagu_rp is pd.NA else row.pagu_rp)
        for row in rows.itertuples()
    ]
    assert found == [
        (PROVINCE, 6, 0, 0),
        (BLITAR, 5, 0, 0),
        (BLITAR, 6, 1, 200),
        (KEDIRI, 5, 0, 0),
        (KEDIRI, 6, 1, 100),
        (SURABAYA, 5, 0, 0),
        (BATU, 6, 0, None),
    ]
    assert rows.dtypes.equals(ROWS.dtypes)


def test_a_part_that_is_not_broken_down_leaves_the_jenis_unknown():
    rows = cube((2026, 6, BATU, "RM", "53", 100, 50), (2026, 6, BATU, "PNBP", "??", 9, 9))
    assert one_jenis(rows, "53")["pagu_rp"].isna().tolist() == [True]
    assert one_jenis(cube(), "53").empty


def test_the_median_of_a_month_is_of_those_that_have_a_rate():
    charts = [SmallMultiple(code, code, rates) for code, rates in (("a", (None, 10, 30)), ("b", (None, None, 50)))]
    assert median_months(charts) == (None, 10, 40)
    assert median_months([]) == ()
