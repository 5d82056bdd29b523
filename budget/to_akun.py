"""Budget lines at the level that is public."""

import json

import pandas as pd

from budget.lines import AMOUNTS, LEVELS

_ABOVE_ITEM = [level for level in LEVELS if level != "item"]
_SLICE = [
    "tahun",
    "bulan",
    "kode_satker",
    "sumber_dana",
    "draft_id",
    "sumber_berkas",
    "uploaded_at",
    "sample",
    "release",
]


def to_akun(lines: pd.DataFrame, headings: pd.DataFrame) -> pd.DataFrame:
    """Sums items up to their akun: item texts can hold personal names and stay with staff.

    Args:
        lines: As `store.read_lines` gives them.
        headings: As `store.read_headings` gives them, of the drafts of those lines.

    Returns:
        The same columns, no row below akun. A summed row is called what its akun row is called, and its
        source is that row with its printed totals.
    """
    items = lines[lines["item"].notna()]
    if items.empty:
        return lines
    keys = _SLICE + _ABOVE_ITEM
    sums = items.groupby(keys, sort=False, dropna=False)[list(AMOUNTS)].sum(skipna=False).reset_index()
    sums["path"] = join_path(sums, _ABOVE_ITEM)
    places = headings[["draft_id", "kode_satker", "path", "uraian", "sumber_lembar", "sumber_baris", "cells"]]
    sums = sums.merge(places, on=["draft_id", "kode_satker", "path"], how="left", validate="many_to_one")
    sums["sumber_sel"] = sums["cells"].map(_main_cell, na_action="ignore")
    sums["item"] = pd.Series(pd.NA, index=sums.index, dtype="str")
    kept = lines[lines["item"].isna()]
    return pd.concat([kept, sums[lines.columns].astype(lines.dtypes.to_dict())], ignore_index=True)


def join_path(lines: pd.DataFrame, levels: list[str]) -> "pd.Series[str]":
    """The codes that are there, from program down, joined with `/`: the path of `budget.lines.HEADINGS`."""
    return pd.Series(
        [
            "/".join(code for code in row if isinstance(code, str))
            for row in zip(*(lines[level] for level in levels), strict=True)
        ],
        index=lines.index,
        dtype="str",
    )


def _main_cell(cells: str) -> str | None:
    found = json.loads(cells)
    place = found.get("realisasi_rp") or found.get("pagu_rp")
    return place[0] if place else None
