"""Numbers as they really come: a table of ugly ones, per column."""

from datetime import datetime

import pytest

from loaders.amount import AMBIGUOUS, FRACTION, MISSING, MIXED, NOT_A_NUMBER, TOO_LARGE, cast_amounts, looks_numeric
from loaders.cast_columns import cast_columns


def column(cells, unit_rp=1):
    """What each cell of a column is: its amount, or why it is none."""
    found = cast_amounts(cells, unit_rp)
    known = zip(found.values.tolist(), found.known.tolist(), strict=True)
    return [value if there else found.faults.get(at, MISSING) for at, (value, there) in enumerate(known)]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("1.234.567", 1_234_567),
        ("1,234,567", 1_234_567),
        ("1.234", 1234),
        ("4.115.000", 4_115_000),
        ("467.998.630.663", 467_998_630_663),
        ("10.701.893.800,00", 10_701_893_800),
        ("1,234,567.00", 1_234_567),
        ("0,00", 0),
        ("0", 0),
        (0, 0),
        (0.0, 0),
        (1142726955, 1_142_726_955),
        (1142726955.0, 1_142_726_955),
        ("Rp 1.000", 1000),
        ("Rp1.000,-", 1000),
        ("Rp. 1.000,-", 1000),
        ("IDR 1.000", 1000),
        ("(1.234)", -1234),
        ("-1.234", -1234),
        ("−1.234", -1234),
        ("1.234-", -1234),
        ("(Rp 1.234)", -1234),
        ("Rp (1.234)", -1234),
        ("-Rp 1.234", -1234),
        ("Rp -1.234,00", -1234),
        ("(1.234,00)", -1234),
        ("( 1.234 )", -1234),
        ("(0)", 0),
        ("-0,00", 0),
        (-0.0, 0),
        ("Rp 1.000,=", 1000),
        ("Rp1.000.-", 1000),
        ("Rp 1.000.000,--", 1_000_000),
        ("1.000,00-", -1000),
        ("1,234", 1234),
        ("1.234,000", 1234),
        ("1.234.567,0000", 1_234_567),
        ("12345,00", 12_345),
        ("1142726955.0", 1_142_726_955),
        ("0007", 7),
        ("000.000", 0),
        ("0.000", 0),
        ("0,123", FRACTION),
        ("0.123", FRACTION),
        ("1234,567", FRACTION),
        ("1,23", FRACTION),
        ("1.23", FRACTION),
        ("1\u202f234", NOT_A_NUMBER),
        ("1 234", NOT_A_NUMBER),
        ("  1.234  ", 1234),
        ("1.234\u00a0", 1234),
        ("-", MISSING),
        ("–", MISSING),
        ("", MISSING),
        ("   ", MISSING),
        (None, MISSING),
        ("467.998.630.663,83", FRACTION),
        ("1.234.567,89", FRACTION),
        (1000.5, FRACTION),
        ("21,276,070,424,00", NOT_A_NUMBER),
        ("1.23.4", NOT_A_NUMBER),
        ("1.234,567,8", NOT_A_NUMBER),
        ("1,234.567.8", NOT_A_NUMBER),
        (".5", NOT_A_NUMBER),
        ("5.", NOT_A_NUMBER),
        ("--5", NOT_A_NUMBER),
        ("-(5)", NOT_A_NUMBER),
        ("(-5)", NOT_A_NUMBER),
        ("1_000", NOT_A_NUMBER),
        ("1e999999999", NOT_A_NUMBER),
        ("Infinity", NOT_A_NUMBER),
        ("12%", NOT_A_NUMBER),
        (datetime(2026, 3, 31), NOT_A_NUMBER),
        ("12a", NOT_A_NUMBER),
        ("NA", NOT_A_NUMBER),
        ("null", NOT_A_NUMBER),
        ("#REF!", NOT_A_NUMBER),
        ("1e5", NOT_A_NUMBER),
        ("١٢٣", NOT_A_NUMBER),
        (True, NOT_A_NUMBER),
        (float("nan"), NOT_A_NUMBER),
        (float("inf"), NOT_A_NUMBER),
        (2**53, TOO_LARGE),
        (1e300, TOO_LARGE),
        (10**400, TOO_LARGE),
        ("9" * 5000, TOO_LARGE),
        ("0," + "0" * 5000 + "1", FRACTION),
        ("99.999.999.999.999.999", TOO_LARGE),
        (2**53 - 1, 2**53 - 1),
    ],
)
def test_what_a_cell_is_in_a_column_of_rupiah(cell, wanted):
    assert column([cell]) == [wanted]


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (["1.234", "5.678.000", "1,234", None], [1234, 5_678_000, MIXED, MISSING]),
        (["1.000", "1,000"], [1000, MIXED]),
        (["1,000", "1.000"], [1000, MIXED]),
        (["1,234,567", "1,000", "1.000"], [1_234_567, 1000, MIXED]),
        (["1.234.567", "0.00", "0,00", "5"], [1_234_567, 0, 0, 5]),
        (["1.234.567,00", 1000.0, "0", "-", ""], [1_234_567, 1000, 0, MISSING, MISSING]),
        (["1.234", "12.50"], [1234, MIXED]),
        (["1.234.567", "21,276,070,424,00"], [1_234_567, NOT_A_NUMBER]),
        ([1.0, None, 3], [1, MISSING, 3]),
        ([1.0, 2.5], [1, FRACTION]),
        ([], []),
    ],
)
def test_a_column_of_rupiah_is_read_one_way(cells, wanted):
    assert column(cells) == wanted


@pytest.mark.parametrize(
    ("cells", "unit", "wanted"),
    [
        (["70,7"], 10**6, [70_700_000]),
        ([70.7], 10**6, [70_700_000]),
        ([0.1, 0.7, 1.1], 10**6, [100_000, 700_000, 1_100_000]),
        (["53.478.145"], 10**3, [53_478_145_000]),
        ([23_116_413.98], 10**3, [23_116_413_980]),
        ([18_797_160.088], 10**3, [18_797_160_088]),
        (["1.234,5"], 10**3, [1_234_500]),
        (["1,234.5"], 10**3, [1_234_500]),
        (["1.23"], 10**3, [1230]),
        (["(1,5)"], 10**9, [-1_500_000_000]),
        (["1,5-"], 10**9, [-1_500_000_000]),
        (["Rp. 845"], 10**9, [845_000_000_000]),
        (["1,2345"], 10**12, [1_234_500_000_000]),
        (["0,0001"], 10**3, [FRACTION]),
        (["0,0010000000000000000000000000000001"], 10**3, [FRACTION]),
        ([0.0001], 10**3, [FRACTION]),
        ([5e-324], 10**3, [FRACTION]),
        (["satu"], 10**3, [NOT_A_NUMBER]),
        (["1e5"], 10**3, [NOT_A_NUMBER]),
        (["1_000"], 10**3, [NOT_A_NUMBER]),
        (["١٢٣"], 10**3, [NOT_A_NUMBER]),
        (["1e999999999"], 10**3, [NOT_A_NUMBER]),
        (["-"], 10**3, [MISSING]),
        ([None], 10**3, [MISSING]),
        (["99.999.999.999"], 10**9, [TOO_LARGE]),
        ([10**400], 10**9, [TOO_LARGE]),
        ([9e15], 10**3, [TOO_LARGE]),
        ([float("nan")], 10**3, [NOT_A_NUMBER]),
        ([True], 10**3, [NOT_A_NUMBER]),
        (["1.234"], 10**6, [AMBIGUOUS]),
        (["1,234"], 10**6, [AMBIGUOUS]),
        (["1.234", "5.678", "12"], 10**6, [AMBIGUOUS, AMBIGUOUS, 12_000_000]),
        (["1.234", "5,5"], 10**6, [1_234_000_000, 5_500_000]),
        (["1.234", "5.5"], 10**6, [1_234_000, 5_500_000]),
        (["1.234", "0,00"], 10**6, [1_234_000_000, 0]),
        (["1,234", "0,00"], 10**6, [1_234_000, 0]),
        (["1,234", "1,234,567.8"], 10**6, [1_234_000_000, 1_234_567_800_000]),
        (["5,5", "5.5", "1,5", "1.234"], 10**6, [5_500_000, MIXED, 1_500_000, MIXED]),
    ],
)
def test_amounts_in_thousands_and_millions_are_exact(cells, unit, wanted):
    assert column(cells, unit) == wanted


def test_a_column_that_does_not_tell_looks_at_the_others():
    found = cast_columns({"pagu": ["70,7", "1.234,5"], "sisa": ["1.234", None]}, 10**6)
    assert found["sisa"].values.tolist() == [1_234_000_000, 0]
    found = cast_columns({"pagu": ["70,7", "1.234,5"], "sisa": ["1.234", None], "lain": ["7.5", "8"]}, 10**6)
    assert found["sisa"].faults == {0: AMBIGUOUS}


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        (0, True),
        (1.5, True),
        ("500.919.458", True),
        ("(1.234)", True),
        ("Rp 1.000,-", True),
        ("98,46%", True),
        ("1.234-", True),
        ("", False),
        ("-", False),
        ("A1", False),
        (None, False),
        (True, False),
        ("521211 Belanja", False),
    ],
)
def test_what_looks_like_a_number(cell, wanted):
    assert looks_numeric(cell) is wanted
