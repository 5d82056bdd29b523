"""The tiles of the map."""

from budget.reference import Reference
from budget.standing import Standing
from budget.state import State
from budget.wording.percent import percent
from budget.wording.points import points
from pages.components.address import address
from pages.components.tile import Tile

_STEPS = (15.5, 10.5)
"""From so many points on a tile takes the strongest shade, and the second."""


def tiles(units: tuple[Standing, ...], reference: Reference, query: dict[str, str]) -> list[Tile]:
    """A tile per region of the map, in reading order.

    Args:
        units: Standings by satker; a region without one is worded as not applicable.
        reference: Regions with their places.
        query: Query of the page, carried on to the region's page.
    """
    by_code = {unit.code: unit for unit in units}
    found = []
    for region in sorted(reference.wilayah, key=lambda region: (region.baris, region.kolom)):
        unit = by_code.get(reference.by_kode_wilayah[region.kode_wilayah].kode_satker)
        text = _text(unit)
        found.append(
            Tile(
                singkatan=region.singkatan,
                baris=region.baris,
                kolom=region.kolom,
                kota=region.nama.startswith("Kota "),
                shade=_shade(unit),
                text=text,
                words=f"{region.nama}: {_words(unit)}",
                href=address("wilayah", {**query, "kode": region.kode_wilayah}),
            )
        )
    return found


def _text(unit: Standing | None) -> str:
    if unit is None or unit.state == State.TIDAK_BERLAKU:
        return "t.b."
    if unit.state == State.BELUM_MELAPOR:
        return "belum"
    if unit.state == State.TIDAK_ADA_PAGU:
        return "–"
    if unit.pace.gap_points is None:
        return percent(unit.totals.realisasi_rp, unit.totals.pagu_rp).partition(",")[0] + "%"
    return points(unit.pace.gap_points)


def _words(unit: Standing | None) -> str:
    if unit is None:
        return str(State.TIDAK_BERLAKU)
    if unit.state not in (State.MELAPOR, State.NOL):
        return str(unit.state)
    rate = f"serapan {percent(unit.totals.realisasi_rp, unit.totals.pagu_rp)}"
    gap = points(unit.pace.gap_points)
    if unit.pace.gap_points is None:
        return f"{rate}, tanpa target"
    return f"{rate}, tepat di target" if gap == "0" else f"{rate}, {gap} poin terhadap target"


def _shade(unit: Standing | None) -> str:
    if unit is None or unit.side == "none" or unit.pace.gap_points is None:
        return "none"
    if unit.side == "near":
        return "near"
    gap = abs(unit.pace.gap_points)
    return f"{unit.side}-{3 if gap >= _STEPS[0] else 2 if gap >= _STEPS[1] else 1}"
