"""Checks over time: a table of what was public and what comes."""

from datetime import date

import numpy as np
import pytest

from budget.draft import Draft
from budget.lines import LINES
from budget.report import Report
from budget.row_count import RowCount
from budget.slice import Slice
from budget.upload import Upload
from loaders.check_history import check_history
from loaders.lines_frame import headings_frame, lines_frame
from tests.cubes import cube

A = "657942"
TODAY = date(2026, 11, 24)


def draft(bulan, pagu, realisasi, tahun=2026, sumber_dana="RM"):

    amount = lambda value: (np.array([value or 0]), np.array([value is not None]))  # noqa: E731
    columns = {
        **{"tahun": tahun, "bulan": bulan, "kode_satker": A, "sumber_dana": sumber_dana, "akun": "521211"},
        **{"sumber_berkas": "x", "sumber_lembar": "y", "sumber_baris": 1, "cells": "{}"},
        **{"pagu_rp": amount(pagu), "realisasi_rp": amount(realisasi)},
    }
    lines = LINES.validate(lines_frame(1, columns))
    report = Report("x", (Slice(tahun, bulan, A, sumber_dana),), RowCount(1, 0, 0, 0), (), ())
    return Draft(Upload("x", b"x"), lines, headings_frame(0, {}), report)


def past(*months, sumber_dana="RM", tahun=2026):
    return cube(*((tahun, bulan, A, sumber_dana, "52", pagu, realisasi) for bulan, pagu, realisasi in months))


@pytest.mark.parametrize(
    ("history", "now", "codes"),
    [
        (None, (10, 1000, 500), []),
        (past(), (10, 1000, 500), []),
        (past((9, 1000, 450)), (10, 1000, 500), []),
        (past((9, 1000, 501)), (10, 1000, 500), ["cumulative-falls"]),
        (past((9, 900, 450)), (10, 1000, 500), ["pagu-changed"]),
        (past((9, 1000, 90)), (10, 1000, 500), ["realisasi-jumps"]),
        (past((7, 1000, 300), (9, 1000, 400)), (10, 1000, 500), []),
        (past((10, 1000, 500)), (10, 1000, 500), ["slice-unchanged"]),
        (past((10, 1000, 499)), (10, 1000, 500), ["slice-replaces"]),
        (past((11, 1000, 900)), (10, 1000, 500), []),
        (past((9, 1000, 450)), (10, 1_000_000, 450_000), ["scale-differs", "realisasi-jumps", "pagu-changed"]),
        (past((9, 10**9, 450)), (10, 1000, 460), ["scale-differs", "pagu-changed"]),
        (past((12, 25_000, 450), tahun=2025), (10, 1000, 500), []),
        (past((9, 1000, 900), sumber_dana="HLD"), (10, 1000, 500), []),
        (None, (12, 1000, 500), ["period-in-future"]),
        (None, (11, 1000, 500), []),
        (past((9, 1000, 450)), (10, 1000, None), []),
    ],
)
def test_what_comes_is_held_against_what_is_public(history, now, codes):
    report = check_history(draft(*now), history, TODAY).report
    assert [issue.code for issue in report.issues] == codes
    assert report.publishable == (not {"scale-differs", "period-in-future"} & set(codes))
    assert report.needs_note == ("cumulative-falls" in codes)


def test_messages_name_the_figures():
    [fall] = check_history(draft(10, 1000, 500), past((9, 1000, 501)), TODAY).report.issues
    assert fall.message == f"Realisasi satker {A} turun Rp1 sejak bulan 9: dari Rp501 menjadi Rp500."
    scale, *_ = check_history(draft(10, 1_000_000, 450_000), past((9, 1000, 450)), TODAY).report.issues
    assert scale.message == (
        f"Pagu satker {A} tertulis Rp1.000.000, sedangkan yang terakhir diketahui Rp1.000: "
        "kemungkinan satuannya ribuan atau jutaan."
    )


def test_a_ceiling_without_a_month_is_held_against_its_scale_only():
    report = check_history(draft(None, 10**9, None), past((9, 1000, 450)), TODAY).report
    assert [issue.code for issue in report.issues] == ["scale-differs"]
