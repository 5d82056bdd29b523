"""The tiles of the map."""

from collections.abc import Iterable

from budget.standing import Standing
from budget.state import State
from budget.wording.percent import percent
from budget.wording.points import points
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext, pgettext
from budget.wording.whole_points import whole_points
from views.place import Place
from views.state_words import state_words
from views.tile import Tile

_STEPS = (15.5, 10.5)
"""From so many points on a tile takes the strongest shade, and the second."""


def tiles(units: tuple[Standing, ...], places: Iterable[Place]) -> list[Tile]:
    """A tile per place, in reading order.

    Args:
        units: Standings by code; a place without one is worded as not applicable.
        places: Where the tiles lie.
    """
    by_code = {unit.code: unit for unit in units}
    return [
        Tile(
            singkatan=place.singkatan,
            baris=place.baris,
            kolom=place.kolom,
            kota=place.kota,
            shade=_shade(by_code.get(place.code)),
            text=_text(by_code.get(place.code)),
            words=f"{place.nama}: {_words(by_code.get(place.code))}",
            href=place.href,
        )
        for place in sorted(places, key=lambda place: (place.baris, place.kolom))
    ]


def _text(unit: Standing | None) -> str:
    if unit is None or unit.state == State.TIDAK_BERLAKU:
        return _("t.b.")
    if unit.state == State.BELUM_MELAPOR:
        return _("belum")
    if unit.state == State.DITARIK:
        return pgettext("petak", "ditarik")
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
    return (
        ngettext(
            "serapan %(rate)s, %(gap)s poin terhadap target",
            "serapan %(rate)s, %(gap)s poin terhadap target",
            abs(whole_points(unit.pace.gap_points)),
        )
        % facts
    )


def _shade(unit: Standing | None) -> str:
    if unit is None or unit.side == "none" or unit.pace.gap_points is None:
        return "none"
    if unit.side == "near":
        return "near"
    gap = abs(unit.pace.gap_points)
    return f"{unit.side}-{3 if gap >= _STEPS[0] else 2 if gap >= _STEPS[1] else 1}"
