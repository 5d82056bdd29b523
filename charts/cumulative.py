"""The cumulative line under the budget line."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from budget.month_point import MonthPoint
from budget.picture import Picture
from budget.stage import Stage
from budget.wording.decimal import decimal
from budget.wording.month import month, short_month
from budget.wording.percent import percent
from budget.wording.rupiah import rupiah
from budget.wording.short_rupiah import short_rupiah
from budget.wording.translation import gettext as _
from charts.cumulative_scale import cumulative_scale
from charts.end_label import EndLabel
from charts.end_labels import end_labels
from charts.figure import Figure
from charts.note import note
from charts.palette import Palette
from charts.stage_bands import stage_bands
from charts.style import AREA, layout

_HEIGHT, _PLOT = 400, 326
"""Pixels of the whole, and of what lies between its axes."""
_NAMED: Final = (1, 3, 6, 9, 12)
"""Months that the axis names: more do not fit on a phone, and targets are due at the ends of quarters."""
_QUARTERS: Final = 4


def cumulative(picture: Picture, stages: Sequence[Stage], palette: Palette, source: str) -> Figure:
    """Realisasi month by month under the pagu, with the target and election stages.

    Args:
        picture: `months` and `targets` are drawn; at least one month.
        stages: Bands; those outside the budget year are left out.
        palette: Colours.
        source: Date, basis and source, printed below.

    Returns:
        A figure in rupiah on the scale that `cumulative_scale` tells.
    """
    points = picture.months
    size = cumulative_scale(picture)[0]
    top = 1.1 * max([*(point.pagu_rp for point in points), *(point.realisasi_rp for point in points)]) / size
    bands, names = stage_bands(stages, picture.view.tahun, palette)
    return {
        "data": [
            _pagu_line(points, size, palette),
            *_target_line(picture, size, palette),
            _spent_line(points, size, palette),
        ],
        "layout": layout(
            palette,
            source,
            height=_HEIGHT,
            shapes=bands,
            annotations=[
                *names,
                _pagu_name(points, size, palette),
                *end_labels(_ends(picture, size, palette), points[-1].pagu_rp / size, _PLOT / top),
            ],
            xaxis={
                "range": [0.5, 12.5],
                "tickvals": _NAMED,
                "ticktext": [short_month(bulan) for bulan in _NAMED],
                "ticks": "outside",
                "ticklen": 5,
                "tickcolor": palette.edge,
                "minor": {"tickvals": list(range(1, 13)), "ticks": "outside", "ticklen": 3, "tickcolor": palette.edge},
            },
            yaxis={"range": [0, top], "nticks": 6, "tickformat": ",~f"},
        ),
    }


def _ends(picture: Picture, size: int, palette: Palette) -> list[EndLabel]:
    last = picture.months[-1]
    amount, share = last.realisasi_rp / size, percent(last.realisasi_rp, last.pagu_rp)
    words = f"<b>{_short(amount)}</b>"
    ends = [EndLabel(last.bulan, amount, f"{words} ({share})", f"{words}<br>{share}", palette.accent, 14)]
    if picture.targets:
        bulan, target = next((step for step in picture.targets if step[0] >= last.bulan), picture.targets[-1])
        words = _("target %(amount)s") % {"amount": _short(target / size)}
        ends.append(EndLabel(bulan, target / size, words, words.replace(" ", "<br>", 1), palette.muted, 12))
    return ends


def _short(value: float) -> str:
    return decimal(Decimal(value), 1 if abs(value) < 100 else 0)


def _pagu_name(points: Sequence[MonthPoint], size: int, palette: Palette) -> dict[str, Any]:
    # Above every step that the line takes below the words.
    height = max(point.pagu_rp for point in [points[0], *points[:8]]) / size
    words = _("pagu %(amount)s") % {"amount": short_rupiah(points[-1].pagu_rp)}
    place = {"x": 0.5, "xshift": 4, "xanchor": "left", "y": height, "yshift": 2, "yanchor": "bottom"}
    return note(words, palette.ink, place)


def _pagu_line(points: Sequence[MonthPoint], size: int, palette: Palette) -> dict[str, Any]:
    months = [0.5, *(point.bulan + 0.5 for point in points[:-1]), 12.5]
    amounts = [point.pagu_rp / size for point in points]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": months,
        "y": [amounts[0], *amounts],
        "line": {"shape": "vh", "color": palette.ink, "width": 1.5},
        "hoverinfo": "skip",
    }


def _target_line(picture: Picture, size: int, palette: Palette) -> list[dict[str, Any]]:
    if not picture.targets:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines+markers" if len(picture.targets) <= _QUARTERS else "lines",
            "x": [month for month, _ in picture.targets],
            "y": [amount / size for _, amount in picture.targets],
            "line": {"color": palette.muted, "width": 1.2, "dash": "dash"},
            "marker": {"symbol": "line-ew-open", "size": 18, "color": palette.muted},
            "text": [
                _("target akhir %(month)s: %(amount)s") % {"month": short_month(bulan), "amount": rupiah(amount)}
                for bulan, amount in picture.targets
            ],
            "hovertemplate": "%{text}<extra></extra>",
        }
    ]


def _spent_line(points: Sequence[MonthPoint], size: int, palette: Palette) -> dict[str, Any]:
    complete = max(point.reported for point in points)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [point.bulan for point in points],
        "y": [point.realisasi_rp / size for point in points],
        "fill": "tozeroy",
        "fillcolor": _faint(palette.accent),
        "line": {"color": palette.accent, "width": 2.5},
        "marker": {
            "opacity": 1,
            "color": [palette.accent if point.reported == complete else palette.paper for point in points],
            "line": {"color": palette.accent, "width": 1.5},
            "size": [9 if point is points[-1] else 6 if point.reported < complete else 1 for point in points],
        },
        "text": [
            _("%(month)s: %(amount)s (%(share)s), %(number)s melapor")
            % {
                "month": month(point.bulan),
                "amount": rupiah(point.realisasi_rp),
                "share": percent(point.realisasi_rp, point.pagu_rp),
                "number": point.reported,
            }
            for point in points
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _faint(color: str) -> str:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{AREA})"
