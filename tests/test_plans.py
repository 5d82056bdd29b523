"""Withdrawal plans from upload to pace: published and superseded like figures, and never taken for figures."""

import sqlite3
from datetime import date

import pandas as pd
import pytest

from budget.draw_picture import draw_picture
from budget.month_point import MonthPoint
from budget.pace import Pace
from budget.plan_change import plan_changes
from budget.planned import Planned
from budget.reference import Reference
from budget.satker import Satker
from budget.slice import Slice
from budget.slice_change import slice_changes
from budget.target_line import TargetLine
from budget.units_table import units_table
from budget.view import View
from commands.fill_sample import fill_sample
from loaders.check_history import check_history
from samples.plan_samples import plan_samples
from samples.plan_units import PLAN_UNITS
from samples.sample_for import sample_for
from store.canonical_line import canonical_line, content_hash
from store.merkle import leaf, root
from store.read_cube import read_cube
from store.read_lines import read_lines
from store.read_plans import read_plans
from store.refused import Refused
from store.release_units import release_units
from store.releases import all_releases
from tests.cubes import cube
from tests.stored import BATU, NOW, SURABAYA, fresh_database, keep, release, sample_draft
from tests.test_loaders_rpd import HEAD, codes, year
from tests.write_tables import read

A, B, C = "657672", "657736", "657942"


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    yield opened
    opened.close()


def plan_draft(scale=100, kode=SURABAYA, sumber_dana="RM", tahun=2026):
    """A plan of `scale` rupiah in January, twice that in February, …; 78 times that in the year."""
    return read([HEAD, *year(kode, tahun, scale)], sumber_dana=sumber_dana)


def jenis_draft(kode=SURABAYA, **scales):
    """A plan by jenis belanja: `j51=100` is 100 in January, 200 in February, …"""
    rows = [
        [kode, 2026, bulan, name.removeprefix("j"), bulan * scale]
        for name, scale in scales.items()
        for bulan in range(1, 13)
    ]
    return read([["Kode Satker", "Tahun", "Bulan", "Jenis Belanja", "RPD"], *rows], sumber_dana="RM")


# --- store -----------------------------------------------------------------------------------------------------------


def test_a_plan_has_a_key_of_its_own_and_figures_keep_theirs():
    assert Slice(2026, None, SURABAYA, "RM", "rpd").key == f"{SURABAYA}/2026/RM/rpd"
    assert Slice(2026, None, SURABAYA, "RM").key == f"{SURABAYA}/2026/RM"
    assert Slice(2026, 3, SURABAYA, "RM").key == f"{SURABAYA}/2026-03/RM"


def test_what_was_read_is_what_is_published(database):
    draft = jenis_draft(j51=100, j52=7)
    [number] = keep(database, draft, sample=True)
    assert keep(database, draft, sample=True) == [number]
    release(database, number)
    plans = read_plans(database, 1)
    same = ["kode_satker", "tahun", "sumber_dana", "jenis", "bulan", "rencana_rp"]
    wanted = draft.plan[same].sort_values(["jenis", "bulan"], ignore_index=True)
    pd.testing.assert_frame_equal(plans[same], wanted, check_dtype=False)
    assert set(plans["draft_id"]) == {number}
    assert set(plans["release"]) == {1}
    assert (set(plans["uploaded_at"]), plans["sample"].all()) == ({NOW}, True)
    assert read_plans(database, 0).empty


def test_nothing_takes_a_plan_for_figures(database):
    release(database, *keep(database, sample_draft(BATU, 2026, 9)))
    before = read_cube(database, 1)
    release(database, *keep(database, plan_draft()), *keep(database, plan_draft(kode=BATU)))
    release(database, *keep(database, plan_draft(200)))
    pd.testing.assert_frame_equal(read_cube(database, 3), before)
    assert set(read_lines(database, 3)["kode_satker"]) == {BATU}
    assert release_units(database, 3) == [BATU]
    with database.read() as connection:
        kinds = connection.exec_driver_sql("SELECT key, kind FROM slice ORDER BY key").all()
    assert [tuple(row) for row in kinds] == [
        (f"{SURABAYA}/2026/RM/rpd", "rpd"),
        (f"{BATU}/2026-09/RM", "realisasi"),
        (f"{BATU}/2026/RM/rpd", "rpd"),
    ]


def test_a_plan_is_superseded_and_the_old_release_does_not_change(database, tmp_path):
    [first] = keep(database, plan_draft(100))
    one = release(database, first)
    before = read_plans(database, 1)
    [second] = keep(database, plan_draft(200))
    two = release(database, second)
    assert sum(read_plans(database, 2)["rencana_rp"]) == 78 * 200
    assert set(read_plans(database, 2)["release"]) == {2}
    pd.testing.assert_frame_equal(read_plans(database, 1), before)
    assert sum(before["rencana_rp"]) == 78 * 100
    with sqlite3.connect(f"{tmp_path}/serapan.sqlite") as raw:
        replaced = raw.execute("SELECT draft_id, replaces FROM publication ORDER BY release").fetchall()
        fields = "slice,jenis,bulan,rencana_rp,sumber_lembar,sumber_baris,sumber_sel,cells"
        rows = raw.execute(f"SELECT {fields} FROM plan_line WHERE draft_id = ? ORDER BY no", (second,)).fetchall()
        [kept] = raw.execute("SELECT content_hash FROM draft WHERE id = ?", (second,)).fetchone()
    assert replaced == [(first, None), (second, first)]
    assert kept == content_hash(rows)
    assert two.root == root(leaf(canonical_line(row)) for row in rows)
    assert (two.previous_hash, one.root != two.root) == (one.hash, True)
    assert [each.number for each in all_releases(database)] == [2, 1]


def test_one_rupiah_more_in_a_plan_is_another_draft(database):
    [first] = keep(database, plan_draft(100))
    draft = plan_draft(100)
    draft.plan.loc[0, "rencana_rp"] += 1
    assert keep(database, draft) != [first]


def test_the_migration_keeps_old_slices(tmp_path):
    database = fresh_database(tmp_path)
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO slice (key, tahun, bulan, kode_satker, sumber_dana) VALUES ('x', 2026, 1, '657942', 'RM')"
        )
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT kind FROM slice").scalar() == "realisasi"
    database.close()


def test_plans_are_held_against_plans_and_figures_against_figures(database):
    release(database, *keep(database, plan_draft(sumber_dana=None), sumber_dana=None))
    release(database, *keep(database, sample_draft(SURABAYA, 2026, 9)))
    with pytest.raises(Refused) as refusal:
        release(database, *keep(database, plan_draft()))
    assert refusal.value.issue.message == (
        f"Satker {SURABAYA} periode 2026 akan terhitung dua kali: ada angka RM, tidak dirinci."
    )


def test_two_plans_of_the_same_unit_are_refused(database):
    ids = [*keep(database, plan_draft(100)), *keep(database, plan_draft(200))]
    with pytest.raises(Refused) as refusal:
        release(database, *ids)
    assert refusal.value.issue.message == f"Dua berkas mengisi bagian yang sama: {SURABAYA}/2026/RM/rpd."


def test_a_preview_sets_the_sum_before_beside_the_sum_after(database):
    draft = plan_draft(200)
    assert [(one.before_rp, one.after_rp) for one in plan_changes(draft, None)] == [(None, 78 * 200)]
    release(database, *keep(database, plan_draft(100)), *keep(database, plan_draft(9, kode=BATU)))
    [change] = plan_changes(draft, read_plans(database, 1))
    assert (change.slice.key, change.before_rp, change.after_rp) == (f"{SURABAYA}/2026/RM/rpd", 78 * 100, 78 * 200)
    assert slice_changes(draft, read_cube(database, 1)) == []
    assert plan_changes(sample_draft(BATU, 2026, 9), read_plans(database, 1)) == []


# --- against what is public ------------------------------------------------------------------------------------------

PUBLIC = cube(
    (2026, 2, SURABAYA, "RM", "52", 9000, 100),
    (2026, 3, SURABAYA, "RM", "51", 3000, 100),
    (2026, 3, SURABAYA, "RM", "52", 4800, 100),
    (2026, 3, SURABAYA, "HLD", "52", 1, 1),
    (2025, 12, SURABAYA, "RM", "52", 1, 1),
)


@pytest.mark.parametrize(
    ("public", "scale", "found"),
    [
        (PUBLIC, 100, []),
        (None, 100, []),
        (PUBLIC[PUBLIC["tahun"] == 2025], 100, []),
        (PUBLIC, 101, ["plan-above-pagu"]),
        (PUBLIC, 50_000, ["plan-scale-differs"]),
        (PUBLIC.assign(pagu_rp=PUBLIC["pagu_rp"] * 500), 100, ["plan-scale-differs"]),
        (PUBLIC.assign(pagu_rp=PUBLIC["pagu_rp"] * 499), 100, []),
        (cube((2026, None, SURABAYA, "RM", "??", 7799, None)), 100, ["plan-above-pagu"]),
        (PUBLIC.assign(pagu_rp=pd.array([None] * 5, dtype="Int64")), 100, []),
    ],
)
def test_a_plan_is_held_against_the_newest_pagu(public, scale, found):
    report = check_history(plan_draft(scale), public, date(2026, 4, 2)).report
    assert [issue.code for issue in report.issues] == found
    assert report.publishable == ("plan-scale-differs" not in found)
    assert not report.needs_note


def test_a_plan_above_the_pagu_by_one_rupiah_is_named_with_both():
    draft = plan_draft(100)
    draft.plan.loc[0, "rencana_rp"] += 1
    [issue] = check_history(draft, PUBLIC, date(2026, 4, 2)).report.issues
    assert (issue.level, issue.message) == (
        "warning",
        f"Rencana penarikan satker {SURABAYA} tahun 2026 (RM) berjumlah Rp7.801, melebihi pagu terakhir yang terbit, "
        "Rp7.800: selisih Rp1.",
    )


def test_a_plan_of_a_year_far_ahead_is_refused():
    assert codes(check_history(plan_draft(tahun=2027), PUBLIC, date(2026, 4, 2))) == []
    assert codes(check_history(plan_draft(tahun=2028), PUBLIC, date(2026, 4, 2))) == ["period-in-future"]


# --- pace ------------------------------------------------------------------------------------------------------------


def plans(*rows, sample=False):
    """Plans of (kode_satker, sumber_dana, jenis or None, twelve months) rows of 2026."""
    frame = pd.DataFrame(
        [
            (kode, 2026, source, jenis, bulan, amount)
            for kode, source, jenis, months in rows
            for bulan, amount in enumerate(months, 1)
        ],
        columns=["kode_satker", "tahun", "sumber_dana", "jenis", "bulan", "rencana_rp"],
    )
    types = {"tahun": "Int64", "bulan": "Int64", "rencana_rp": "Int64", "jenis": "str"}
    return frame.astype(types).assign(draft_id=1, release=1, uploaded_at=NOW, sample=sample)


TEN = [10] * 12


def pace(rows, planned, bulan=6, jenis=None):
    figures = cube(*((2026, bulan, *row) for row in rows))
    return Pace.of(figures, 2026, bulan, Planned.of(planned, figures, 2026), jenis)


def test_a_unit_is_judged_by_its_own_plan_up_to_the_month():
    rows = [(A, "RM", "51", 100, 30), (A, "RM", "52", 100, 20)]
    found = pace(rows, plans((A, "RM", None, TEN)), bulan=5)
    assert found == Pace(1, 50, 25.0, 0.0, 0, "rpd")
    # IKPA, quarter I: 51 20 %, 52 15 %: 20 + 15 of 200.
    assert pace(rows, None, bulan=5) == Pace(1, 35, 17.5, 7.5, 15, "ikpa")


def test_a_plan_counts_before_the_first_quarter_ends():
    assert pace([(A, "RM", "52", 200, 30)], plans((A, "RM", None, TEN)), bulan=2) == Pace(
        None, 20, 10.0, 5.0, 10, "rpd"
    )


def test_a_month_without_withdrawals_is_a_target_of_nothing():
    found = pace([(A, "RM", "52", 200, 30)], plans((A, "RM", None, [0] * 11 + [200])), bulan=2)
    assert found == Pace(None, 0, 0.0, 15.0, 30, "rpd")


def test_an_aggregate_adds_the_units_own_targets():
    rows = [(A, "RM", "52", 200, 30), (B, "RM", "51", 100, 40), (B, "RM", "52", 300, 100)]
    # A: 60 of its plan. B, quarter II: 50 + 150. Together 260 of 600, spent 170.
    mixed = pace(rows, plans((A, "RM", None, TEN)))
    assert (mixed.target_rp, mixed.gap_rp, mixed.basis) == (260, -90, "campuran")
    assert mixed.target_percent == pytest.approx(260 / 6)
    assert mixed.gap_points == pytest.approx(170 / 6 - 260 / 6)
    both = pace(rows, plans((A, "RM", None, TEN), (B, "RM", None, [20] * 12)))
    assert (both.target_rp, both.basis) == (60 + 120, "rpd")


def test_an_aggregate_rounds_once():
    rows = [(A, "RM", "51", 1, 0), (B, "RM", "51", 1, 0), (C, "RM", "52", 200, 0)]
    assert pace(rows, plans((C, "RM", None, TEN))).target_rp == 61


def test_before_the_first_quarter_ends_an_aggregate_needs_the_plans_of_all():
    rows = [(A, "RM", "52", 200, 30), (B, "RM", "52", 200, 30)]
    assert pace(rows, plans((A, "RM", None, TEN)), bulan=2) == Pace(None, None, None, None, None)
    assert pace(rows, plans((A, "RM", None, TEN), (B, "RM", None, TEN)), bulan=2).target_rp == 40


def test_a_unit_with_neither_is_left_out_of_both_sides():
    rows = [(A, "RM", "52", 200, 30), (B, "RM", "??", 500, 400)]
    assert pace(rows, plans((A, "RM", None, TEN))) == Pace(2, 60, 30.0, -15.0, -30, "rpd")
    assert pace(rows[1:], plans((A, "RM", None, TEN))) == Pace(2, None, None, None, None)
    # With its own plan even money that is not broken down has a target.
    assert pace(rows[1:], plans((B, "RM", None, TEN))) == Pace(2, 60, 12.0, 68.0, 340, "rpd")


def test_unknown_amounts_stay_unknown():
    planned = plans((A, "RM", None, TEN))
    assert pace([(A, "RM", "52", 200, None)], planned) == Pace(2, 60, 30.0, None, None, "rpd")
    assert pace([(A, "RM", "52", None, 5)], planned) == Pace(2, None, None, None, None)
    assert pace([(A, "RM", "52", 0, 0)], planned) == Pace(2, None, None, None, None)


@pytest.mark.parametrize(
    ("sources", "basis"),
    [(("RM",), "ikpa"), (("RM", "PNBP"), "rpd"), (("PNBP",), "ikpa"), (("RM", "PNBP", "PLN"), "rpd")],
)
def test_a_plan_of_a_part_says_nothing_of_the_whole(sources, basis):
    rows = [(A, "RM", "52", 100, 30), (A, "PNBP", "52", 100, 30)]
    found = pace(rows, plans(*((A, source, None, TEN) for source in sources)))
    assert (found.basis, found.target_rp) == (basis, 100 if basis == "ikpa" else 60 * 2)


def test_a_jenis_is_judged_by_the_plan_only_where_the_plan_names_it():
    kinds = plans((A, "RM", "51", TEN), (A, "RM", "52", [1] * 12))
    rows = [(A, "RM", "51", 100, 30), (A, "RM", "52", 100, 30), (A, "RM", "53", 100, 30)]
    figures = cube(*((2026, 6, *row) for row in rows))
    planned = Planned.of(kinds, figures, 2026)
    found = {
        jenis: Pace.of(figures[figures["jenis"] == jenis], 2026, 6, planned, jenis) for jenis in ("51", "52", "53")
    }
    assert {jenis: (one.target_rp, one.basis) for jenis, one in found.items()} == {
        "51": (60, "rpd"),
        "52": (6, "rpd"),
        "53": (40, "ikpa"),
    }
    assert Pace.of(figures, 2026, 6, planned).target_rp == 66
    whole = Planned.of(plans((A, "RM", None, TEN)), figures, 2026)
    assert Pace.of(figures[figures["jenis"] == "51"], 2026, 6, whole, "51").basis == "ikpa"


def test_a_jenis_over_two_sources_needs_both():
    figures = cube(
        (2026, 6, A, "RM", "52", 100, 30), (2026, 6, A, "PNBP", "52", 100, 30), (2026, 6, A, "RM", "51", 9, 3)
    )
    one = Planned.of(plans((A, "RM", "52", TEN), (A, "RM", "51", TEN), (A, "PNBP", "53", TEN)), figures, 2026)
    assert (one.steps(A, "52"), one.steps(A, "51")) == (None, tuple(range(10, 130, 10)))
    both = Planned.of(plans((A, "RM", "52", TEN), (A, "PNBP", "52", TEN)), figures, 2026)
    assert both.steps(A, "52") == tuple(range(20, 260, 20))
    assert both.steps(A, "51") is None
    mixed = Planned.of(plans((A, "RM", "52", TEN), (A, "PNBP", None, TEN)), figures, 2026)
    assert (mixed.steps(A, "52"), mixed.steps(A)) == (None, tuple(range(20, 260, 20)))


def test_a_plan_of_another_year_is_none():
    figures = cube((2025, 6, A, "RM", "52", 100, 30))
    assert Planned.of(plans((A, "RM", None, TEN)), figures, 2025) == Planned()


def line(rows, planned):
    figures = cube(*((2026, 6, *row) for row in rows))
    return TargetLine.of(figures, 2026, Planned.of(planned, figures, 2026))


def test_the_target_line_is_monthly_where_every_unit_has_a_plan():
    rows = [(A, "RM", "52", 200, 30), (B, "RM", "52", 100, 30)]
    every = line(rows, plans((A, "RM", None, TEN), (B, "RM", None, [0] * 6 + [5] * 6)))
    assert every.basis == "rpd"
    assert every.steps[:2] == ((1, 10), (2, 20))
    assert every.steps[5:8] == ((6, 60), (7, 75), (8, 90))
    assert every.steps[11] == (12, 150)
    some = line(rows, plans((A, "RM", None, TEN)))
    assert some == TargetLine(((3, 30 + 15), (6, 60 + 50), (9, 90 + 70), (12, 120 + 90)), "campuran")
    assert line(rows, None) == TargetLine(((3, 45), (6, 150), (9, 210), (12, 270)), "ikpa")
    assert line([*rows, (C, "RM", "??", 1, 1)], plans((A, "RM", None, TEN))) == TargetLine((), None)
    assert line([], plans((A, "RM", None, TEN))) == TargetLine((), None)


def test_a_picture_says_what_its_targets_come_from():
    units = [Reference.load().by_kode_satker[kode] for kode in (A, B, C)]
    figures = cube(
        (2026, 6, A, "RM", "52", 200, 30),
        (2026, 6, B, "RM", "52", 100, 30),
        (2026, 6, B, "HLD", "52", 7000, 3000),
        (2026, 5, C, "RM", "52", 100, 30),
    )
    planned = plans((A, "RM", None, TEN), (C, "RM", None, TEN), (B, "HLD", "52", TEN), sample=True)
    picture = draw_picture(figures, units, View(2026, 6), name="x", plans=planned)
    assert [unit.pace.basis for unit in picture.units] == ["rpd", "ikpa", None]
    assert (picture.all.pace.target_rp, picture.all.pace.basis) == (110, "campuran")
    assert (picture.target_basis, picture.planned, picture.sample) == ("campuran", 1, True)
    assert [one.pace.basis for one in picture.jenis] == ["ikpa"]
    grants = draw_picture(figures, units, View(2026, 6, "hibah"), name="x", plans=planned)
    assert (grants.target_basis, grants.planned, grants.targets[5]) == ("rpd", 1, (6, 60))
    assert [one.pace.target_rp for one in grants.jenis] == [60]
    without = draw_picture(figures, units, View(2026, 6), name="x")
    assert (without.target_basis, without.planned, without.sample) == ("ikpa", 0, False)
    assert without.months == (MonthPoint(6, 300, 60, None, 2),)
    table = units_table(picture, Reference.load())
    assert table["dasar_target"].tolist()[:2] == ["rpd", "ikpa"]
    assert table["target_persen"].tolist()[:2] == [30.0, 50.0]
    assert table.to_csv(index=False).splitlines()[3].endswith(",,,,,,,,")


# --- samples ---------------------------------------------------------------------------------------------------------


def test_the_sample_has_a_dozen_plans_that_add_up_to_the_pagu_of_january():
    found = list(plan_samples(Reference.load()))
    assert [one.kode_satker for one in found] == list(PLAN_UNITS)
    assert len(found) == 12
    for one in found:
        rows = one.content.decode().splitlines()
        printed = int(rows[-1].rpartition(";")[2].replace(".", ""))
        assert printed == int(sample_for(one.kode_satker, 2026, 1).tree.pagu.sum())
        assert ("Jenis Belanja" in rows[2]) == PLAN_UNITS[one.kode_satker]
        assert one.name == f"contoh-rpd-{one.kode_satker}-2026-RM.csv"
        assert (one.tanggal.year, one.tanggal.month) == (2026, 1)
        assert one.tanggal.day > 12


def test_sample_plans_come_with_the_first_reports_of_their_year(database):
    said = []
    fill_sample(database, said.append, units=("35.78",))
    releases = all_releases(database)
    assert releases[0].number == 24
    with_plan = [one.number for one in releases if "RPD" in one.note]
    assert [one.note for one in releases if one.number in with_plan] == [
        "Laporan sampai Januari 2026; rencana penarikan (RPD) 1 satker"
    ]
    [first] = with_plan
    assert read_plans(database, first - 1).empty
    kept = read_plans(database, first)
    assert (len(kept), set(kept["uploaded_at"]), kept["sample"].all()) == (36, {"2026-01-26T02:00:00+00:00"}, True)
    unit: Satker = Reference.load().by_kode_satker[SURABAYA]
    picture = draw_picture(read_cube(database, 24), [unit], View(2026, 9), name="x", plans=read_plans(database, 24))
    due = sum(kept.loc[kept["bulan"] <= 9, "rencana_rp"].tolist())
    assert (picture.all.pace.basis, picture.all.pace.target_rp) == ("rpd", due)
    assert picture.targets[8] == (9, due)
    assert [one.pace.basis for one in picture.jenis] == ["rpd"] * 3
    assert sum(one.pace.target_rp for one in picture.jenis) == due
