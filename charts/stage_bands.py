"""Election stages behind a chart of months."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from budget.stage import Stage
from charts.note import note
from charts.palette import Palette
from charts.style import BAND

_HALF: Final = 6.5
"""Until here lines are low and names stand high; from here on the other way round."""


def stage_bands(
    stages: Sequence[Stage], tahun: int, palette: Palette
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Bands for stages and lines for single days, on an axis of months (January is 0.5 to 1.5).

    Args:
        stages: Those outside the year, and those that no chart shows, are left out.
        tahun: Budget year.
        palette: Colours.

    Returns:
        Shapes, and annotations with their names.
    """
    shapes: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    for stage in stages:
        first, last = stage.mulai or date(tahun, 1, 1), stage.selesai
        if not stage.di_grafik or last.year < tahun or first.year > tahun:
            continue
        start = 0.5 if first.year < tahun else _position(first)
        end = 12.5 if last.year > tahun else _position(last) + 1 / 31
        one_day = first == last
        x = (start + end) / 2
        sides = {"x0": x, "x1": x} if one_day else {"x0": start, "x1": end}
        look = {"type": "line", "line": {"color": palette.band, "width": 1.5}} if one_day else _area(palette)
        shapes.append({**look, **sides, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"})
        height = {"y": 0.85, "yanchor": "top"} if x < _HALF else {"y": 0.02, "yanchor": "bottom"}
        anchor = "left" if one_day else "center"
        names.append(
            note(stage.singkat, palette.muted, {"x": x, "xanchor": anchor, "yref": "paper", "textangle": -90, **height})
        )
    return shapes, names


def _area(palette: Palette) -> dict[str, Any]:
    return {"type": "rect", "fillcolor": palette.band, "opacity": BAND, "line": {"width": 0}}


def _position(day: date) -> float:
    return day.month - 0.5 + (day.day - 1) / 31
