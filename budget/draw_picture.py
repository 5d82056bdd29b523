"""From the cube of a release to what a page shows."""

from collections.abc import Collection, Sequence

import pandas as pd

from budget.cover import cover
from budget.initial_pagu import initial_pagu
from budget.jenis_belanja import jenis_belanja
from budget.month_points import month_points
from budget.picture import Picture
from budget.planned import Planned
from budget.satker import Satker
from budget.slice import Slice
from budget.standing import Standing
from budget.target_line import TargetLine
from budget.view import View
from budget.withdrawn_units import withdrawn_units
from budget.wording.language import language


def draw_picture(
    cube: pd.DataFrame,
    units: Sequence[Satker],
    view: View,
    *,
    name: str,
    plans: pd.DataFrame | None = None,
    withdrawn: Collection[Slice] = (),
) -> Picture:
    """Sums and judges one view of a release.

    Args:
        cube: As `store.read_cube` gives it.
        units: The units that are asked about. For grants, only those count as expected that have a grant in the
            view's budget year, or had one that was taken back.
        view: Year, month and basis.
        name: What the whole is called.
        plans: Withdrawal plans of the same release, as `store.read_plans` gives them; by default every unit is judged
            by the IKPA target.
        withdrawn: Slices that were taken back: a unit without other figures of the month is not called missing.
    """
    year = cube[
        (cube["tahun"] == view.tahun)
        & cube["bulan"].notna()
        & cube["kode_satker"].isin([unit.kode_satker for unit in units])
        & cube["sumber_dana"].map(view.covers).astype(bool)
    ]
    if view.dasar == "awal":
        year = initial_pagu(year)
    now = year[year["bulan"] == view.bulan]
    taken_back = withdrawn_units(withdrawn, view)
    if view.dana == "hibah":
        units = [unit for unit in units if unit.kode_satker in {*year["kode_satker"], *taken_back}]
    by_unit = {str(kode): rows for kode, rows in now.groupby("kode_satker")}
    planned = Planned.of(plans, now, view.tahun)
    line = TargetLine.of(now, view.tahun, planned)

    def standing(rows: pd.DataFrame, code: str, name: str, jenis: str | None = None) -> Standing:
        return Standing.of(
            rows,
            view.tahun,
            view.bulan,
            code=code,
            name=name,
            planned=planned,
            jenis=jenis,
            withdrawn=code in taken_back,
        )

    return Picture(
        view=view,
        all=standing(now, "", name),
        coverage=cover(year, units, view.bulan, taken_back),
        units=tuple(
            standing(by_unit.get(unit.kode_satker, now.iloc[:0]), unit.kode_satker, unit.nama) for unit in units
        ),
        jenis=tuple(
            standing(now[now["jenis"] == jenis], jenis, words, jenis)
            for jenis, words in jenis_belanja(language()).items()
            if (now["jenis"] == jenis).any()
        ),
        months=month_points(year[year["kode_satker"].isin(list(by_unit))], view.bulan),
        targets=line.steps,
        sources=tuple(sorted(now["sumber_dana"].unique())),
        sample=bool(year["sample"].any()) or _invented(plans, planned, view),
        data_until="" if now.empty else str(now["uploaded_at"].max()),
        target_basis=line.basis,
        planned=len(planned.whole),
    )


def _invented(plans: pd.DataFrame | None, planned: Planned, view: View) -> bool:
    """Whether invented plans are among those that were used."""
    if plans is None or not planned.whole:
        return False
    used = plans[(plans["tahun"] == view.tahun) & plans["kode_satker"].isin(list(planned.whole))]
    return bool(used.loc[used["sumber_dana"].map(view.covers).astype(bool), "sample"].any())
