"""Numbers, periods, labels and codes in the forms in which they come."""

import numpy as np
import pandas as pd
import pandera.errors
import pytest

from budget.lines import LEVELS, LINES
from loaders.address import address
from loaders.amount import cast_amounts
from loaders.code_levels import code_levels
from loaders.conform import conform
from loaders.lines_frame import lines_frame
from loaders.period import Period, period
from loaders.reconcile import reconcile
from loaders.sheet import Cell


@pytest.mark.parametrize(
    ("cell", "rupiahs"),
    [
        (4115000.0, 4_115_000),
        (7, 7),
        (-3.0, -3),
        ("4.115.000", 4_115_000),
        ("1.234", 1_234),
        ("1,234", 1_234),
        ("1234567", 1_234_567),
        ("0,00", 0),
        ("10.701.893.800,00", 10_701_893_800),
        ("1,234,567.00", 1_234_567),
        ("(1.234)", -1_234),
        ("-1.234", -1_234),
        ("1.234-", -1_234),
        ("Rp 1.000,-", 1_000),
        ("Rp1.000", 1_000),
        (" 5 ", 5),
        (None, None),
        ("-", None),
        ("", None),
    ],
)
def test_amounts(cell: Cell, rupiahs: int | None) -> None:
    found = cast_amounts([cell])
    assert found.faults == {}
    assert (int(found.values[0]) if found.known[0] else None) == rupiahs


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("21,276,070,424,00", "not-a-number"),
        ("1.23.456", "not-a-number"),
        ("NA", "not-a-number"),
        ("null", "not-a-number"),
        ("#REF!", "not-a-number"),
        ("1e9", "not-a-number"),
        ("١٢٣", "not-a-number"),
        (True, "not-a-number"),
        (float("nan"), "not-a-number"),
        (float("inf"), "not-a-number"),
        ("1.234,56", "fractional-rupiah"),
        (0.5, "fractional-rupiah"),
        (2**53, "amount-too-large"),
        ("9.007.199.254.740.993", "amount-too-large"),
    ],
)
def test_no_amounts(cell: Cell, fault: str) -> None:
    found = cast_amounts([1.0, cell])
    assert found.faults == {1: fault}
    assert found.known.tolist() == [True, False]


def test_a_column_that_mixes_two_ways_is_a_fault() -> None:
    assert cast_amounts(["1.234", "5.000", "7,000", "12"]).faults == {2: "mixed-number-text"}


@pytest.mark.parametrize(
    ("text", "tahun", "bulan"),
    [
        ("Periode Maret 2026", 2026, 3),
        ("LAPORAN KETERSEDIAAN DANA DETAIL TA 2026", 2026, None),
        ("Sampai Dengan : SEPTEMBER  ", None, 9),
        ("SD JUNI", None, 6),
        ("s.d. 31 Oktober 2024", 2024, 10),
        ("Januari s.d. Maret 2026", 2026, 3),
        ("NOPEMBER", None, 11),
        ("Periode PEBRUARI 2025", 2025, 2),
        ("AGUS", None, 8),
        ("AGU", None, 8),
        ("OKT", None, 10),
        ("DES 2024", 2024, 12),
        ("Tahun Anggaran 2025", 2025, None),
        ("Uraian", None, None),
    ],
)
def test_periods(text: str, tahun: int | None, bulan: int | None) -> None:
    assert period(text) == Period(tahun, bulan)


@pytest.mark.parametrize(
    ("codes", "levels"),
    [
        ("AA AA.6025 AEB AEB.001 051 051.0A 521211 000017.", "program kegiatan kro ro komponen subkomponen akun item"),
        ("AA AA.6025 AEB AEC AED", "program kegiatan kro kro kro"),
        ("AEB AEB.001", "- ro"),
        (
            "AA AA.6025 AEB AEB.Z24 ZZ1 ZZ1.0A 521211 EBA EBA.001",
            "program kegiatan kro ro komponen subkomponen akun kro ro",
        ),
        (
            "AA AA.6025 AEB AEB.001 ZZZ ZZZ.A 521211 ZZY ZZY.0B",
            "program kegiatan kro ro komponen subkomponen akun komponen subkomponen",
        ),
        ("051", "-"),
        ("aa 6025 AA.60", "- - -"),
    ],
)
def test_levels(codes: str, levels: str) -> None:
    found = code_levels(codes.split())
    assert [("-" if level is None else LEVELS[level]) for level in found] == levels.split()


@pytest.mark.parametrize(("place", "text"), [((0, 0), "A1"), ((15, 15), "P16"), ((0, 26), "AA1"), ((9, 701), "ZZ10")])
def test_addresses(place: tuple[int, int], text: str) -> None:
    assert address(*place) == text


def test_reconcile_sums_each_span() -> None:
    control, issues = reconcile(
        "pagu_rp",
        np.array([1, 2, 4], dtype=np.int64),
        np.array([7, 3, 5], dtype=np.int64),
        (np.array([0, 0, 2]), np.array([3, 2, 3])),
        [("jumlah", ""), ("program", "AA"), ("program", "WA")],
        lambda index: ("Lembar", f"P{index}", "x"),
    )
    assert [row.computed for row in control] == [7, 3, 4]
    assert [(issue.cell, issue.expected) for issue in issues] == [("P2", "Rp4")]


def _line(**changes: object) -> pd.DataFrame:
    frame = lines_frame(
        2,
        {
            **{"tahun": 2026, "bulan": 3, "kode_satker": "656560", "sumber_dana": "RM", "sumber_berkas": "a"},
            **{"sumber_lembar": "b", "sumber_sel": "P16", "cells": "{}", "akun": "521211"},
            "sumber_baris": 4,
        },
    )
    for name, value in changes.items():
        frame[name] = value
    return frame


@pytest.mark.parametrize(
    "changes",
    [
        {"tahun": pd.array([1999, 2026], dtype="Int64")},
        {"tahun": pd.array([None, 2026], dtype="Int64")},
        {"bulan": pd.array([13, 1], dtype="Int64")},
        {"kode_satker": "65656"},
        {"kode_satker": None},
        {"sumber_sel": "16P"},
        {"akun": "5"},
        {"pagu_rp": 1.5},
        {"sumber_baris": pd.array([0, 1], dtype="Int64")},
        {"extra": 1},
    ],
)
def test_the_fast_gate_and_pandera_agree(changes: dict[str, object]) -> None:
    conform(_line(), LINES)
    LINES.validate(_line())
    with pytest.raises((pandera.errors.SchemaError, pandera.errors.SchemaErrors)):
        conform(_line(**changes), LINES)
