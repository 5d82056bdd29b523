import pytest

from budget.wording.language import in_language
from budget.wording.miliar import miliar
from budget.wording.month import last_day
from budget.wording.percent import percent
from budget.wording.points import points
from budget.wording.rupiah import rupiah
from budget.wording.short_rupiah import short_rupiah
from budget.wording.whole_points import whole_points
from budget.wording.wib import wib


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Rp0"),
        (999, "Rp999"),
        (1_234_567, "Rp1.234.567"),
        (-5_000, "−Rp5.000"),
        (9_007_199_254_740_993, "Rp9.007.199.254.740.993"),
        (None, "tidak diketahui"),
    ],
)
def test_rupiah(amount, words):
    assert rupiah(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (999_999, "Rp999.999"),
        (1_000_000, "Rp1,0 juta"),
        (4_123_456_789, "Rp4,1 miliar"),
        (999_949_999_999, "Rp999,9 miliar"),
        (999_950_000_000, "Rp1,0 triliun"),
        (5_022_785_461_000, "Rp5,0 triliun"),
        (1_234_500_000_000_000, "Rp1.234,5 triliun"),
        (-4_150_000, "−Rp4,2 juta"),
        (None, "tidak diketahui"),
    ],
)
def test_short_rupiah(amount, words):
    assert short_rupiah(amount) == words


@pytest.mark.parametrize(
    ("amount", "in_full", "short"),
    [
        (0, "Rp0", "Rp0"),
        (-5, "−Rp5", "−Rp5"),
        (999_999, "Rp999,999", "Rp999,999"),
        (1_000_000, "Rp1,000,000", "Rp1.0 million"),
        (4_123_456_789, "Rp4,123,456,789", "Rp4.1 billion"),
        (999_950_000_000, "Rp999,950,000,000", "Rp1.0 trillion"),
        (1_234_500_000_000_000, "Rp1,234,500,000,000,000", "Rp1,234.5 trillion"),
        (-4_150_000, "−Rp4,150,000", "−Rp4.2 million"),
        (9_007_199_254_740_993, "Rp9,007,199,254,740,993", "Rp9,007.2 trillion"),
        (None, "unknown", "unknown"),
    ],
)
def test_rupiah_in_english(amount, in_full, short):
    with in_language("en"):
        assert (rupiah(amount), short_rupiah(amount)) == (in_full, short)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (588, 1000, "58,8\u00a0%"),
        (5885, 10000, "58,9\u00a0%"),
        (1, 3, "33,3\u00a0%"),
        (1200, 1000, "120,0\u00a0%"),
        (-5, 1000, "−0,5\u00a0%"),
        (0, 1000, "0,0\u00a0%"),
        (5, 0, "–"),
        (None, 5, "–"),
        (5, None, "–"),
    ],
)
def test_percent(part, whole, words):
    assert percent(part, whole) == words


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (588, 1000, "58.8%"),
        (-5, 1000, "−0.5%"),
        (12_345, 10, "123,450.0%"),
        (0, 1000, "0.0%"),
        (5, 0, "–"),
        (None, 5, "–"),
    ],
)
def test_percent_in_english(part, whole, words):
    with in_language("en"):
        assert percent(part, whole) == words


@pytest.mark.parametrize(
    ("gap", "whole"), [(0.0, 0), (0.49, 0), (0.5, 1), (-0.5, -1), (1.4, 1), (2.5, 3), (-11.5, -12), (-11.4, -11)]
)
def test_whole_points_are_those_in_words(gap, whole):
    assert whole_points(gap) == whole
    assert points(gap) == ("0" if whole == 0 else f"+{whole}" if whole > 0 else f"\N{MINUS SIGN}{-whole}")


@pytest.mark.parametrize(("gap", "words"), [(3.4, "+3"), (-11.5, "−12"), (-0.4, "0"), (0.5, "+1"), (None, "–")])
def test_points(gap, words):
    assert points(gap) == words


def test_miliar_names_no_unit():
    assert miliar(4_120_000_000) == "4,12"
    assert miliar(-1_005_000_000_000) == "−1.005,00"
    assert miliar(None) == "tidak diketahui"


def test_dates():
    assert last_day(2024, 2) == "29 Februari 2024"
    assert last_day(2026, 9) == "30 September 2026"
    assert wib("2026-10-12T18:30:00+00:00") == "13 Oktober 2026 pukul 01.30 WIB"


def test_words_in_english():
    with in_language("en"):
        assert miliar(4_120_000_000) == "4.12"
        assert miliar(-1_005_000_000_000) == "−1,005.00"
        assert miliar(None) == "unknown"
        assert points(-1234.5) == "−1,235"
        assert last_day(2024, 2) == "29 February 2024"
        assert last_day(2026, 9) == "30 September 2026"
        assert wib("2026-10-12T18:30:00+00:00") == "13 October 2026 at 01.30 WIB"
    assert last_day(2026, 8) == "31 Agustus 2026"
