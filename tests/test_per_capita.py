from dataclasses import replace

import pytest

from budget.per_capita import PerCapita
from budget.reference import Reference
from budget.standing import Standing
from tests.cubes import cube

PROVINCE, SURABAYA, BATU = "654425", "657942", "657956"
PUBLISHED = Reference.load()
COUNTED = replace(
    PUBLISHED,
    wilayah=tuple(
        replace(region, dpt={"35.78": 2_000_000, "35.79": 160_000}.get(region.kode_wilayah))
        for region in PUBLISHED.wilayah
    ),
)
"""With round numbers of voters, since `data/wilayah_jatim.csv` has none yet."""


def unit(code, spent):
    return Standing.of(cube((2026, 6, code, "RM", "52", 10**9, spent)), 2026, 6, code=code, name="x")


def test_rupiah_per_voter_and_per_polling_station():
    # 3,001,000,000 / 2,000,000 voters is 1,500.5, rounded up.
    one = PerCapita.of([unit(SURABAYA, 3_001_000_000)], COUNTED)
    assert (one.dpt, one.per_voter_rp) == (2_000_000, 1501)
    # 3,001,000,000 / 3,964 polling stations is 757,063.57.
    assert (one.tps, one.per_tps_rp) == (3964, 757_064)


def test_a_group_is_summed_first():
    group = PerCapita.of([unit(SURABAYA, 2_000_000), unit(BATU, 160_000_000)], COUNTED)
    # 162,000,000 over 2,160,000 voters is 75; the mean of the units' 1 and 1,000 would be 500.5.
    assert (group.realisasi_rp, group.per_voter_rp) == (162_000_000, 75)
    assert group.per_tps_rp == 37975  # 162,000,000 / (3,964 + 302) = 37,974.68


@pytest.mark.parametrize(("spent", "rupiah"), [(0, 0), (999_999, 0), (1_000_000, 1), (-1_000_000, 0), (-1_000_001, -1)])
def test_a_half_is_rounded_up(spent, rupiah):
    assert PerCapita.of([unit(SURABAYA, spent)], COUNTED).per_voter_rp == rupiah


def test_the_province_has_no_voters_of_its_own():
    alone = PerCapita.of([unit(PROVINCE, 1)], COUNTED)
    among = PerCapita.of([unit(PROVINCE, 1), unit(SURABAYA, 1)], COUNTED)
    assert [(found.dpt, found.tps, found.per_voter_rp, found.per_tps_rp) for found in (alone, among)] == [
        (None, None, None, None)
    ] * 2


def test_what_is_unknown_is_not_zero():
    missing = Standing.of(cube(), 2026, 6, code=BATU, name="x")
    assert PerCapita.of([unit(SURABAYA, 1), missing], COUNTED).per_voter_rp is None
    assert PerCapita.of([unit(SURABAYA, None)], COUNTED).per_voter_rp is None
    assert PerCapita.of([unit(SURABAYA, 1), unit("657672", 1)], COUNTED).per_voter_rp is None
    assert PerCapita.of([], COUNTED) == PerCapita(None, None, None)


def test_the_reference_as_published():
    regions = PUBLISHED.wilayah
    assert sum(region.tps for region in regions) == 60_751
    assert sum(region.penduduk for region in regions) == 41_919_906
    found = PerCapita.of([unit(SURABAYA, 3964)], PUBLISHED)
    assert (found.per_tps_rp, found.per_voter_rp) == (1, None)
    jakarta = PerCapita.of([unit("654382", 1)], PUBLISHED)
    assert (jakarta.tps, jakarta.per_tps_rp) == (None, None)
