"""Numbers as they really come: a table of ugly ones, per column."""

import pytest

from loaders.amount import FRACTION, MISSING, MIXED, NOT_A_NUMBER, TOO_LARGE, cast_amounts
from loaders.scaled_amounts import scaled_amounts


def one(cell):
    """What a single cell is: its amount, or why it is none."""
    found = cast_amounts([cell])
    return int(found.values[0]) if found.known[0] else found.faults.get(0, MISSING)


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
        ("99.999.999.999.999.999", TOO_LARGE),
        (2**53 - 1, 2**53 - 1),
    ],
)
def test_what_a_cell_is_in_a_column_of_rupiah(cell, wanted):
    assert one(cell) == wanted


def test_a_column_is_read_one_way():
    both = cast_amounts(["1.234", "5.678.000", "1,234", None])
    assert both.faults == {2: MIXED}
    assert both.known.tolist() == [True, True, False, False]


@pytest.mark.parametrize(
    ("cell", "unit", "wanted"),
    [
        ("70,7", 10**6, 70_700_000),
        (70.7, 10**6, 70_700_000),
        ("53.478.145", 10**3, 53_478_145_000),
        (23_116_413.98, 10**3, 23_116_413_980),
        ("1.234,5", 10**3, 1_234_500),
        ("(1,5)", 10**9, -1_500_000_000),
        ("845", 10**9, 845_000_000_000),
        ("0,0001", 10**3, FRACTION),
        ("1.23", 10**3, NOT_A_NUMBER),
        ("satu", 10**3, NOT_A_NUMBER),
        ("-", 10**3, MISSING),
        (None, 10**3, MISSING),
        ("99.999.999.999", 10**9, TOO_LARGE),
        (float("nan"), 10**3, NOT_A_NUMBER),
        (True, 10**3, NOT_A_NUMBER),
    ],
)
def test_amounts_in_thousands_and_millions_are_exact(cell, unit, wanted):
    found = scaled_amounts([cell], unit)
    assert (int(found.values[0]) if found.known[0] else found.faults.get(0, MISSING)) == wanted
