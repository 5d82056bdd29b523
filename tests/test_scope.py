import pandas as pd
import pytest

from budget.draw_nation import draw_nation
from budget.draw_picture import draw_picture
from budget.provinsi import Provinsi
from budget.reference import Reference
from budget.scope import Scope
from budget.slice import Slice
from budget.state import State
from budget.view import View
from tests.cubes import cube

ACEH, ACEH_SELATAN, SURABAYA = "654289", "655629", "657942"


@pytest.fixture(autouse=True)
def _fresh():
    Scope.current.cache_clear()
    yield
    Scope.current.cache_clear()


@pytest.mark.parametrize(("value", "kode"), [(None, "35"), ("", "35"), ("12", "12"), ("ID", "ID")])
def test_what_is_shown_is_configured(monkeypatch, value, kode):
    monkeypatch.delenv("SERAPAN_CAKUPAN", raising=False)
    if value is not None:
        monkeypatch.setenv("SERAPAN_CAKUPAN", value)
    assert Scope.current().kode == kode


def test_it_is_read_once(monkeypatch):
    monkeypatch.setenv("SERAPAN_CAKUPAN", "12")
    assert Scope.current().kode == "12"
    monkeypatch.setenv("SERAPAN_CAKUPAN", "ID")
    assert Scope.current().kode == "12"


@pytest.mark.parametrize("value", ["20", "35.78", "id", "Jawa Timur", " 35"])
def test_a_scope_that_does_not_exist_is_refused(monkeypatch, value):
    monkeypatch.setenv("SERAPAN_CAKUPAN", value)
    with pytest.raises(ValueError, match=f"not '{value}'"):
        Scope.current()


def test_one_province():
    scope = Scope.of("35")
    assert (scope.national, scope.name(), scope.name("35", "en")) == (False, "Jawa Timur", "East Java")
    assert [province.kode for province in scope.provinces] == ["35"]
    assert len(scope.units()) == 39
    assert scope.units("35") == scope.units()
    for ask in (scope.units, scope.name):
        with pytest.raises(KeyError, match="12"):
            ask("12")


def test_the_nation():
    scope = Scope.of("ID")
    assert (scope.national, scope.name(), scope.name(None, "en"), scope.name("12", "en")) == (
        True, "Indonesia", "Indonesia", "North Sumatra",
    )  # fmt: skip
    assert (len(scope.units()), len(scope.provinces), len(scope.units("96"))) == (548, 38, 6)
    assert sum(len(scope.units(province.kode)) for province in scope.provinces) == 548
    with pytest.raises(KeyError, match="20"):
        scope.name("20")


def test_every_province_of_the_units_has_a_tile_of_its_own():
    provinces = Provinsi.all().values()
    assert {province.kode for province in provinces} == {unit.kode_wilayah[:2] for unit in Reference.load().satker}
    assert len({(province.baris, province.kolom) for province in provinces}) == 38
    assert len({province.singkatan for province in provinces}) == 38
    for unit in Reference.load().satker:
        if unit.tingkat == "provinsi":
            assert unit.nama == f"KPU Provinsi {Provinsi.all()[unit.kode_wilayah].nama}"


@pytest.mark.parametrize(
    "west_to_east",
    ["11 12 14 21", "36 32 33 35 51 52 53", "13 15 61 63 76 72 81 94 95", "61 62 64 75 71 82 96 92 91", "31 33 35 73"],
)
def test_tiles_lie_as_the_provinces_do_from_west_to_east(west_to_east):
    columns = [Provinsi.all()[kode].kolom for kode in west_to_east.split()]
    assert columns == sorted(set(columns))


@pytest.mark.parametrize(
    "north_to_south",
    ["11 12 14 15 16 18 36", "65 64 63 35 34", "65 62 35", "71 72 73 53", "82 81", "91 95 93", "31 32 34"],
)
def test_tiles_lie_as_the_provinces_do_from_north_to_south(north_to_south):
    rows = [Provinsi.all()[kode].baris for kode in north_to_south.split()]
    assert rows == sorted(set(rows))


ROWS = cube(
    (2026, 6, ACEH, "RM", "52", 1000, 300),
    (2026, 5, ACEH_SELATAN, "RM", "52", 600, 100),
    (2026, 5, SURABAYA, "RM", "52", 4000, 1000),
    (2026, 6, SURABAYA, "RM", "51", 2000, 900),
    (2026, 6, SURABAYA, "RM", "52", 3000, 1800),
    (2026, 6, SURABAYA, "HLD", "52", 70_000, 60_000),
    (2026, 6, "111111", "RM", "52", 9_000_000, 1),
)


def test_a_province_is_the_sum_of_its_units_that_reported():
    nation = draw_nation(ROWS, Scope.of("ID"), View(2026, 6))
    units = {unit.code: unit for unit in nation.picture.units}
    assert list(units) == [province.kode for province in Scope.of("ID").provinces]
    assert (units["35"].name, units["35"].totals.pagu_rp, units["35"].totals.realisasi_rp) == ("Jawa Timur", 5000, 2700)
    assert (units["11"].totals.pagu_rp, units["11"].totals.realisasi_rp) == (1000, 300)
    assert units["96"].state == State.BELUM_MELAPOR
    assert (nation.picture.all.totals.pagu_rp, nation.picture.all.totals.realisasi_rp) == (6000, 3000)


def test_coverage_counts_units_in_the_nation_and_in_each_province():
    nation = draw_nation(ROWS, Scope.of("ID"), View(2026, 6))
    assert (nation.picture.coverage.reported, nation.picture.coverage.expected) == (2, 548)
    aceh, jatim, sorong = (nation.coverage[kode] for kode in ("11", "35", "96"))
    assert (aceh.reported, aceh.expected, aceh.pagu_reported_rp, aceh.pagu_expected_rp) == (1, 24, 1000, None)
    assert "KPU Kabupaten Aceh Selatan" in aceh.missing
    assert (jatim.reported, jatim.expected, len(jatim.missing)) == (1, 39, 38)
    assert (sorong.reported, sorong.expected, sorong.pagu_reported_rp, sorong.pagu_expected_rp) == (0, 6, 0, None)


def test_grants_are_expected_only_where_there_is_one():
    nation = draw_nation(ROWS, Scope.of("ID"), View(2026, 6, "hibah"))
    assert [(unit.code, unit.totals.pagu_rp) for unit in nation.picture.units] == [("35", 70_000)]
    assert {kode: (c.reported, c.expected) for kode, c in nation.coverage.items()} == {"35": (1, 1)}


def test_a_province_is_withdrawn_where_all_that_it_lacks_was_taken_back():
    scope, lacking = Scope.of("ID"), Scope.of("96").units()
    gone = [Slice(2026, 6, unit.kode_satker, "RM") for unit in lacking]

    def sorong(withdrawn):
        nation = draw_nation(ROWS, scope, View(2026, 6), withdrawn=withdrawn)
        [unit] = [unit for unit in nation.picture.units if unit.code == "96"]
        return unit.state, len(nation.coverage["96"].missing), len(nation.coverage["96"].withdrawn)

    assert sorong(gone) == (State.DITARIK, 0, 6)
    assert sorong(gone[1:]) == (State.BELUM_MELAPOR, 1, 5)


def test_a_grant_that_was_taken_back_is_still_asked_for():
    gone = [Slice(2026, 6, ACEH, "HLD")]
    picture = draw_picture(ROWS, Scope.of("11").units(), View(2026, 6, "hibah"), name="Aceh", withdrawn=gone)
    assert [(unit.code, unit.state) for unit in picture.units] == [(ACEH, State.DITARIK)]
    assert (picture.coverage.expected, picture.coverage.withdrawn) == (1, ("KPU Provinsi Aceh",))


@pytest.mark.parametrize("view", [View(2026, 6), View(2026, 5), View(2026, 6, "hibah"), View(2020, 6)])
def test_the_whole_is_what_it_is_unit_by_unit(view):
    scope = Scope.of("ID")
    nation = draw_nation(ROWS, scope, view)
    units = draw_picture(ROWS, scope.units(), view, name=scope.name())
    assert {**vars(nation.picture), "units": ()} == {**vars(units), "units": ()}
    reported = sum(coverage.reported for coverage in nation.coverage.values())
    assert (reported, sum(c.expected for c in nation.coverage.values())) == (
        units.coverage.reported, units.coverage.expected,
    )  # fmt: skip
    jatim = draw_picture(ROWS, scope.units("35"), view, name="Jawa Timur")
    if "35" in nation.coverage:
        assert nation.coverage["35"] == jatim.coverage


def test_a_province_is_held_against_the_plans_of_its_units():
    plan = {"tahun": 2026, "kode_satker": ACEH, "sumber_dana": "RM", "jenis": None, "sample": False}
    plans = pd.DataFrame([{**plan, "bulan": bulan, "rencana_rp": 100} for bulan in range(1, 13)])
    nation = draw_nation(ROWS, Scope.of("ID"), View(2026, 6), plans=plans)
    pace = {unit.code: unit.pace for unit in nation.picture.units}
    # Aceh: 300 of 1,000 against a plan of 600. Jawa Timur: 2,700 against half of 5,000.
    assert (pace["11"].basis, pace["11"].target_rp, pace["11"].gap_rp) == ("rpd", 600, -300)
    assert (pace["35"].basis, pace["35"].target_rp, pace["35"].gap_rp) == ("ikpa", 2500, 200)
    assert (nation.picture.all.pace.target_rp, nation.picture.planned) == (3100, 1)
    assert [unit.code for unit in nation.satker if unit.state == State.MELAPOR] == [ACEH, SURABAYA]
