"""From the cube of a release to a fair comparison."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd

from budget.compared_group import ComparedGroup
from budget.comparison import Comparison
from budget.cover import cover
from budget.draw_picture import draw_picture
from budget.initial_pagu import initial_pagu
from budget.median_months import median_months
from budget.one_jenis import one_jenis
from budget.peer_group import PeerGroup
from budget.peer_groups import PeerGroups
from budget.peer_rule import PeerDimension
from budget.per_capita import PerCapita
from budget.planned import Planned
from budget.reference import Reference
from budget.satker import Satker
from budget.slice import Slice
from budget.small_multiples import SmallMultiples
from budget.sort_units import UnitOrder, sort_units
from budget.standing import Standing
from budget.view import View
from budget.withdrawn_units import withdrawn_units


def compare(
    cube: pd.DataFrame,
    units: Sequence[Satker],
    view: View,
    dimension: PeerDimension,
    *,
    order: UnitOrder = "kode",
    jenis: str | None = None,
    plans: pd.DataFrame | None = None,
    withdrawn: Collection[Slice] = (),
    language: str = "id",
) -> Comparison:
    """Groups units, judges each and each group, in one view of a release.

    Args:
        cube: As `store.read_cube` gives it.
        units: The units that are asked about; for grants, those without one are left out.
        view: Year, month and basis.
        dimension: What they are grouped by. A group is the same for every jenis belanja: the size of a unit is that of
            its whole ceiling.
        order: Of the members of each group.
        jenis: The one jenis belanja whose figures are shown; None for all.
        plans: As for `draw_picture`.
        withdrawn: Likewise.
        language: Of the names and rules.
    """
    reference = Reference.load()
    picture = draw_picture(cube, units, view, name="", plans=plans, withdrawn=withdrawn)
    taken_back = withdrawn_units(withdrawn, view)
    found = PeerGroups.of(dimension, picture, cube, reference, language)
    year = _year(cube, [unit.code for unit in picture.units], view)
    rows = year if jenis is None else one_jenis(year, jenis)
    now = rows[rows["bulan"] == view.bulan]
    planned = Planned.of(plans, year[year["bulan"] == view.bulan], view.tahun)

    def standing(codes: Sequence[str], code: str, name: str) -> Standing:
        own = now[now["kode_satker"].isin(codes)]
        return Standing.of(
            own,
            view.tahun,
            view.bulan,
            code=code,
            name=name,
            planned=planned,
            jenis=jenis,
            withdrawn=code in taken_back,
        )

    def judged(members: tuple[Standing, ...]) -> tuple[Standing, ...]:
        own = members if jenis is None else [standing([unit.code], unit.code, unit.name) for unit in members]
        return sort_units(own, order)

    def group(peers: PeerGroup) -> ComparedGroup:
        peers = replace(peers, members=judged(peers.members))
        codes = [unit.code for unit in peers.members]
        own = [unit for unit in units if unit.kode_satker in codes]
        charts = tuple(by_code[code] for code in codes)
        return ComparedGroup(
            peers=peers,
            whole=standing(codes, peers.rule.id, peers.rule.nama),
            coverage=cover(year[year["kode_satker"].isin(codes)], own, view.bulan, taken_back),
            per_capita=PerCapita.of(peers.reporting, reference),
            charts=charts,
            medians=median_months(charts),
        )

    multiples = SmallMultiples.of(rows, picture.units, view)
    by_code = {chart.code: chart for chart in multiples.charts}
    outside = judged(found.outside)
    return Comparison(
        picture=picture,
        groups=tuple(group(peers) for peers in found.groups if peers.members),
        empty=tuple(peers.rule for peers in found.groups if not peers.members),
        outside=outside,
        outside_charts=tuple(by_code[unit.code] for unit in outside),
        bottom_percent=multiples.bottom_percent,
        top_percent=multiples.top_percent,
    )


def _year(cube: pd.DataFrame, codes: Sequence[str], view: View) -> pd.DataFrame:
    year = cube[(cube["tahun"] == view.tahun) & cube["bulan"].notna() & cube["kode_satker"].isin(codes)]
    year = year[year["sumber_dana"].map(view.covers).astype(bool)]
    return initial_pagu(year) if view.dasar == "awal" else year
