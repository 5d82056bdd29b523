"""The shape of a withdrawal plan (RPD, Halaman III DIPA)."""

import pandas as pd
import pandera.pandas as pa

PLAN = pa.DataFrameSchema(
    {
        "kode_satker": pa.Column(str, pa.Check.str_matches(r"^\d{6}$")),
        "tahun": pa.Column("Int64", pa.Check.in_range(2000, 2100)),
        "sumber_dana": pa.Column(str),
        "jenis": pa.Column(str, pa.Check.str_matches(r"^\d{2}$"), nullable=True),
        "bulan": pa.Column("Int64", pa.Check.in_range(1, 12)),
        "rencana_rp": pa.Column("Int64", pa.Check.ge(0)),
        "sumber_lembar": pa.Column(str),
        "sumber_baris": pa.Column("Int64", pa.Check.ge(1)),
        "sumber_sel": pa.Column(str, pa.Check.str_matches(r"^[A-Z]{1,3}[1-9]\d*$")),
        "cells": pa.Column(str),
    },
    strict=True,
    ordered=False,
)
"""What a unit means to draw in one month, one row per unit, budget year, source of funds, jenis belanja and month.

`rencana_rp` is whole rupiah of that month alone, not cumulative; `jenis` is missing where the plan is not broken down.
`cells` is a JSON object as in `budget.lines.LINES`."""


def no_plan() -> pd.DataFrame:
    """A plan without a row, in the shape of `PLAN`."""
    whole = {name for name, column in PLAN.columns.items() if str(column.dtype) == "Int64"}
    return pd.DataFrame({name: pd.Series(dtype="Int64" if name in whole else "str") for name in PLAN.columns})
