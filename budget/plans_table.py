"""Withdrawal plans as a table for scripts."""

from typing import Final

import pandas as pd

from budget.cast_table import cast_table
from budget.reference import Reference

PLANS_COLUMNS: Final = (
    *("tahun", "kode_satker", "kode_wilayah", "nama", "sumber_dana", "jenis", "bulan", "rencana_rp"),
    *("sumber_berkas", "sumber_lembar", "sumber_baris", "sumber_sel", "diunggah", "rilis"),
)


def plans_table(plans: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """Each month of each plan, one per row, with the columns of `PLANS_COLUMNS`.

    Amounts are whole rupiah of that month alone; a unit that is not in the reference has no region and no name.

    Args:
        plans: As `store.read_plans` gives them.
        reference: Where the region and the name of a unit are found.
    """
    units = reference.by_kode_satker
    region = {kode: unit.kode_wilayah for kode, unit in units.items()}
    names = {kode: unit.nama for kode, unit in units.items()}
    codes = plans["kode_satker"]
    table = plans.assign(kode_wilayah=codes.map(region), nama=codes.map(names))
    named = table.rename(columns={"uploaded_at": "diunggah", "release": "rilis"})
    return cast_table(named[list(PLANS_COLUMNS)], "rencana")
