"""The worked example of NKPA."""

from functools import cache

import pandas as pd

from budget.data_folder import DATA_FOLDER
from budget.nkpa_quarter import NkpaQuarter


@cache
def nkpa_example() -> NkpaQuarter:
    """The worked example of `data/nkpa_contoh.csv`, calculated as every page does it.

    Raises:
        ValueError: The rows are not all of one quarter.
    """
    rows = pd.read_csv(DATA_FOLDER / "nkpa_contoh.csv", dtype={"jenis": "str"}).astype(
        {"pagu_rp": "Int64", "realisasi_rp": "Int64"}
    )
    [(tahun, triwulan)] = set(zip(rows["tahun"].tolist(), rows["triwulan"].tolist(), strict=True))
    return NkpaQuarter.of(rows, tahun, triwulan)
