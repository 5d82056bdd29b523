"""From the cube of a release to what a page shows of all provinces."""

from collections.abc import Collection
from dataclasses import replace

import pandas as pd

from budget.cover import cover
from budget.draw_picture import draw_picture
from budget.initial_pagu import initial_pagu
from budget.nation import Nation
from budget.planned import Planned
from budget.scope import Scope
from budget.slice import Slice
from budget.standing import Standing
from budget.view import View
from budget.withdrawn_units import withdrawn_units
from budget.wording.language import language


def draw_nation(
    cube: pd.DataFrame,
    scope: Scope,
    view: View,
    *,
    plans: pd.DataFrame | None = None,
    withdrawn: Collection[Slice] = (),
) -> Nation:
    """Sums and judges one view of a release, province by province.

    Args:
        cube: As `store.read_cube` gives it.
        scope: Its units are asked about. For grants, only those count as expected that have a grant in the view's
            budget year; a province without any is not in the picture.
        view: Year, month and basis.
        plans: As for `draw_picture`.
        withdrawn: Likewise.
    """
    name = scope.name(language=language())
    whole = draw_picture(cube, scope.units(), view, name=name, plans=plans, withdrawn=withdrawn)
    expected = {unit.code for unit in whole.units}
    members = {
        province.kode: [unit for unit in scope.units(province.kode) if unit.kode_satker in expected]
        for province in scope.provinces
    }
    home = {unit.kode_satker: kode for kode, units in members.items() for unit in units}
    year = cube[(cube["tahun"] == view.tahun) & cube["bulan"].notna() & cube["kode_satker"].isin(list(home))]
    year = year[year["sumber_dana"].map(view.covers).astype(bool)]
    if view.dasar == "awal":
        year = initial_pagu(year)
    by_province = {str(kode): rows for kode, rows in year.groupby(year["kode_satker"].map(home))}
    planned = Planned.of(plans, year[year["bulan"] == view.bulan], view.tahun)
    taken_back = withdrawn_units(withdrawn, view)
    standings, coverage = [], {}
    for kode, units in members.items():
        if units:
            rows = by_province.get(kode, year.iloc[:0])
            now = rows[rows["bulan"] == view.bulan]
            name = scope.name(kode, language())
            coverage[kode] = cover(rows, units, view.bulan, taken_back)
            gone = coverage[kode].all_withdrawn
            standings.append(
                Standing.of(now, view.tahun, view.bulan, code=kode, name=name, planned=planned, withdrawn=gone)
            )
    return Nation(replace(whole, units=tuple(standings)), coverage, whole.units)
