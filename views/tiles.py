"""The tiles of the map."""

from budget.reference import Reference
from budget.standing import Standing
from budget.state import State
from budget.wording.percent import percent
from budget.wording.points import points
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.state_words import state_words
from views.tile import Tile

_STEPS = (15.5, 10.5)
"""From so many points on a tile takes the strongest shade, and the second."""


def tiles(units: tuple[Standing, ...], reference: Reference, asked: Asked) -> list[Tile]:
    """A tile per region of the map, in reading order.

    Args:
        units: Standings by satker; a region without one is worded as not applicable.
        reference: Regions with their places.
        asked: The view, carried on to the region's page.
    """
    by_code = {unit.code: unit for unit in units}
    found = []
    for region in sorted(reference.wilayah, key=lambda region: (region.baris, region.kolom)):
        unit = by_code.get(reference.by_kode_wilayah[region.kode_wilayah].kode_satker)
        found.append(
            Tile(
                singkatan=region.singkatan,
                baris=region.baris,
                kolom=region.kolom,
                kota=region.nama.startswith("Kota "),
                shade=_shade(unit),
                text=_text(unit),
                words=f"{region.nama}: {_words(unit)}",
                href=asked.link("wilayah", kode=region.kode_wilayah),
            )
        )
    return found


def _text(unit: Standing | None) -> str:
    if unit is None or unit.state == State.TIDAK_BERLAKU:
        return _("t.b.")
    if unit.state == State.BELUM_MELAPOR:
        return _("belum")
    if unit.state == State.TIDAK_ADA_PAGU:
        return "–"
    if unit.pace.gap_points is None:
        return percent(unit.totals.realisasi_rp, unit.totals.pagu_rp).replace("\N{NO-BREAK SPACE}", "")
    return points(unit.pace.gap_points)


def _words(unit: Standing | None) -> str:
    if unit is None or unit.state not in (State.MELAPOR, State.NOL):
        return state_words(State.TIDAK_BERLAKU if unit is None else unit.state)
    facts = {"rate": percent(unit.totals.realisasi_rp, unit.totals.pagu_rp), "gap": points(unit.pace.gap_points)}
    if unit.pace.gap_points is None:
        return _("serapan %(rate)s, tanpa target") % facts
    if facts["gap"] == "0":
        return _("serapan %(rate)s, tepat di target") % facts
    return _("serapan %(rate)s, %(gap)s poin terhadap target") % facts


def _shade(unit: Standing | None) -> str:
    if unit is None or unit.side == "none" or unit.pace.gap_points is None:
        return "none"
    if unit.side == "near":
        return "near"
    gap = abs(unit.pace.gap_points)
    return f"{unit.side}-{3 if gap >= _STEPS[0] else 2 if gap >= _STEPS[1] else 1}"
