"""Figures of one jenis belanja."""

import pandas as pd

from budget.jenis_belanja import UNKNOWN_JENIS

_REPORT = ["kode_satker", "tahun", "bulan"]
_AMOUNTS = ["pagu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp"]


def one_jenis(cube: pd.DataFrame, jenis: str) -> pd.DataFrame:
    """The rows of one jenis belanja, so that a unit which reported without it is told from one that did not report.

    A report is complete: it lists every jenis that the unit has. So one that lacks the jenis has a ceiling of 0 for
    it, in a row that is added. Where a part of the report is not broken down (`UNKNOWN_JENIS`), what the unit has of
    the jenis may be in that part: its amounts are unknown.

    Args:
        cube: As `store.read_cube` gives it, of months and of sources of funds that may be added up.
        jenis: First two digits of an akun.

    Returns:
        The same columns, at least one row for each unit and month that reported; an added row is of 0 `lines`.
    """
    undivided = cube["jenis"].eq(UNKNOWN_JENIS).groupby([cube[name] for name in _REPORT]).transform("any")
    own = cube[cube["jenis"].eq(jenis) & ~undivided]
    reports = cube.assign(undivided=undivided).drop_duplicates(_REPORT)
    there = reports[_REPORT].merge(own[_REPORT].drop_duplicates(), how="left", indicator=True)["_merge"]
    added = reports[there.to_numpy() == "left_only"].assign(jenis=jenis, lines=0, **dict.fromkeys(_AMOUNTS, 0))
    added[_AMOUNTS] = added[_AMOUNTS].astype("Int64").mask(added["undivided"])
    rows: pd.DataFrame = pd.concat([own, added[cube.columns]], ignore_index=True)
    return rows
