"""From the cube of a release to what a page shows."""

from collections.abc import Sequence

import pandas as pd

from budget.coverage import Coverage
from budget.jenis_belanja import jenis_belanja
from budget.month_points import month_points
from budget.picture import Picture
from budget.quarter_targets import quarter_targets
from budget.satker import Satker
from budget.standing import Standing
from budget.view import View


def draw_picture(cube: pd.DataFrame, units: Sequence[Satker], view: View, *, name: str) -> Picture:
    """Sums and judges one view of a release.

    Args:
        cube: As `store.read_cube` gives it.
        units: The units that are asked about. For grants, only those count as expected that have a grant
            in the view's budget year.
        view: Year, month and basis.
        name: What the whole is called.
    """
    year = cube[
        (cube["tahun"] == view.tahun)
        & cube["bulan"].notna()
        & cube["kode_satker"].isin([unit.kode_satker for unit in units])
        & cube["sumber_dana"].map(view.covers)
    ]
    now = year[year["bulan"] == view.bulan]
    if view.dana == "hibah":
        units = [unit for unit in units if unit.kode_satker in set(year["kode_satker"])]
    by_unit = {str(kode): rows for kode, rows in now.groupby("kode_satker")}
    nothing = now.iloc[:0]
    return Picture(
        view=view,
        all=Standing.of(now, view.tahun, view.bulan, code="", name=name),
        coverage=_coverage(year, by_unit, units, view.bulan),
        units=tuple(
            Standing.of(
                by_unit.get(unit.kode_satker, nothing), view.tahun, view.bulan, code=unit.kode_satker, name=unit.nama
            )
            for unit in units
        ),
        jenis=tuple(
            Standing.of(now[now["jenis"] == jenis], view.tahun, view.bulan, code=jenis, name=words)
            for jenis, words in jenis_belanja().items()
            if (now["jenis"] == jenis).any()
        ),
        months=month_points(year[year["kode_satker"].isin(list(by_unit))], view.bulan),
        targets=quarter_targets(now, view.tahun),
        sources=tuple(sorted(now["sumber_dana"].unique())),
        sample=bool(year["sample"].any()),
        data_until="" if now.empty else str(now["uploaded_at"].max()),
    )


def _coverage(year: pd.DataFrame, by_unit: dict[str, pd.DataFrame], units: Sequence[Satker], bulan: int) -> Coverage:
    known = year[year["bulan"] <= bulan]
    newest = known[known["bulan"] == known.groupby("kode_satker")["bulan"].transform("max")]
    pagu = newest.groupby("kode_satker")["pagu_rp"].sum(skipna=False)
    missing = tuple(unit.nama for unit in units if unit.kode_satker not in by_unit)
    reported = pagu[pagu.index.isin(list(by_unit))]
    all_known = pagu.notna().all() and all(unit.kode_satker in pagu.index for unit in units)
    return Coverage(
        reported=len(units) - len(missing),
        expected=len(units),
        pagu_reported_rp=int(reported.sum()),
        pagu_expected_rp=int(pagu.sum()) if all_known else None,
        missing=missing,
    )
