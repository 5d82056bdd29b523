"""Figures against the ceiling that a year began with."""

import pandas as pd

from budget.jenis_belanja import UNKNOWN_JENIS

_SERIES = ["kode_satker", "tahun", "sumber_dana"]
_SLICE = [*_SERIES, "bulan"]
_AMOUNTS = ["pagu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp"]
_ORDER = ["kode_satker", "tahun", "bulan", "sumber_dana", "jenis"]


def initial_pagu(cube: pd.DataFrame) -> pd.DataFrame:
    """The cube with each ceiling replaced by the one first reported for its unit, budget year and source of funds.

    A report is complete: it lists every jenis belanja that the unit has from that source, and its totals were checked.
    So a jenis that the first report lacks began with a ceiling of 0. One that a later report lacks keeps its initial
    ceiling in a row that is added, or the initial total would shrink; nothing is booked on it in that report, hence
    0 rupiah of realisasi, and every sum of realisasi stays what it was. Where one of the two reports does not break
    its money down (`UNKNOWN_JENIS`), what it lacks may be in its undivided sum: the slice then becomes one row of
    that kind, whose total is right and in which no jenis is guessed.

    Args:
        cube: As `store.read_cube` gives it. Rows without a month are left out: nothing says which revision they are.

    Returns:
        The same columns in the same order of rows; `sisa_rp` is pagu − realisasi, an added row is of 0 `lines`, and
        what is unknown stays unknown.
    """
    monthly = cube[cube["bulan"].notna()]
    rows = pd.concat([monthly[~_is_whole(monthly)], _as_one(monthly[_is_whole(monthly)])])
    first = rows[_is_first(rows)]
    rows = pd.concat([rows, _lacking(rows, first)], ignore_index=True)
    pagu = rows[[*_SERIES, "jenis"]].merge(_ceilings(first), how="left", on=[*_SERIES, "jenis"], indicator=True)
    # Assigned by position: a merge from the left keeps the order of rows.
    rows["pagu_rp"] = pagu["pagu_rp"].mask(pagu["_merge"] == "left_only", 0)
    rows["sisa_rp"] = rows["pagu_rp"] - rows["realisasi_rp"]
    return rows[cube.columns].sort_values(_ORDER, ignore_index=True)


def _is_first(rows: pd.DataFrame) -> "pd.Series[bool]":
    return rows["bulan"] == rows.groupby(_SERIES)["bulan"].transform("min")


def _is_whole(monthly: pd.DataFrame) -> "pd.Series[bool]":
    undivided = monthly["jenis"] == UNKNOWN_JENIS
    in_slice = undivided.groupby([monthly[name] for name in _SLICE]).transform("any")
    in_first = (undivided & _is_first(monthly)).groupby([monthly[name] for name in _SERIES]).transform("any")
    return in_slice | in_first


def _as_one(rows: pd.DataFrame) -> pd.DataFrame:
    slices = rows.groupby(_SLICE, sort=False)
    once = rows.drop_duplicates(_SLICE).set_index(_SLICE).assign(jenis=UNKNOWN_JENIS, lines=slices["lines"].sum())
    return once.assign(**slices[_AMOUNTS].sum(skipna=False)).reset_index()


def _lacking(rows: pd.DataFrame, first: pd.DataFrame) -> pd.DataFrame:
    broken_down = rows[rows["jenis"] != UNKNOWN_JENIS].drop_duplicates(_SLICE).drop(columns="jenis")
    asked = broken_down.merge(first[[*_SERIES, "jenis"]], on=_SERIES)
    there = asked[[*_SLICE, "jenis"]].merge(rows[[*_SLICE, "jenis"]], how="left", indicator=True)
    lacking = asked[there["_merge"] == "left_only"]
    return lacking.assign(realisasi_rp=0, realisasi_ini_rp=0, lines=0).astype(rows.dtypes)


def _ceilings(first: pd.DataFrame) -> pd.DataFrame:
    totals = first.groupby(_SERIES)["pagu_rp"].sum(skipna=False).reset_index().assign(jenis=UNKNOWN_JENIS)
    return pd.concat([first[[*_SERIES, "jenis", "pagu_rp"]], totals]).drop_duplicates([*_SERIES, "jenis"])
