"""The kinds of spending."""

import csv
from functools import cache

from budget.data_folder import DATA_FOLDER

UNKNOWN_JENIS = "??"
"""Stands in the cube where the source does not break its money down by kind."""


@cache
def jenis_belanja() -> dict[str, str]:
    """Names by the first two digits of an akun (Bagan Akun Standar), in the order of the table."""
    with (DATA_FOLDER / "jenis_belanja.csv").open(encoding="utf-8", newline="") as file:
        return {row["jenis"]: row["nama"] for row in csv.DictReader(file)}
