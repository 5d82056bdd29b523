"""The cumulative line under the budget line."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from budget.month_point import MonthPoint
from budget.picture import Picture
from budget.stage import Stage
from budget.wording.decimal import decimal
from budget.wording.month import short_month
from budget.wording.percent import percent
from budget.wording.rupiah import rupiah
from budget.wording.short_rupiah import short_rupiah
from budget.wording.translation import gettext as _
from charts.cumulative_scale import cumulative_scale
from charts.figure import Figure
from charts.palette import Palette
from charts.style import layout


def cumulative(picture: Picture, stages: Sequence[Stage], palette: Palette, source: str) -> Figure:
    """Realisasi month by month under the pagu, with the quarterly target and election stages.

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
    last = points[-1]
    traces = [
        _pagu_line(points, size, palette),
        *_target_line(picture, size, palette),
        _spent_line(points, size, palette),
    ]
    top = max([*(point.pagu_rp for point in points), *(point.realisasi_rp for point in points)]) / size
    bands, names = _bands(stages, picture.view.tahun, palette)
    notes = [
        *names,
        _end(last.bulan, last.realisasi_rp / size, _label(last, size), palette.accent, 14),
        _note(
            0.6, points[0].pagu_rp / size, f"{_('pagu')} {short_rupiah(last.pagu_rp)}", palette.ink, "left", yshift=10
        ),
    ]
    if picture.targets:
        month, amount = next((step for step in picture.targets if step[0] >= last.bulan), picture.targets[-1])
        if abs(amount / size - last.realisasi_rp / size) > top * 0.07 or month != last.bulan:
            notes.append(_end(month, amount / size, f"{_('target')} {_short(amount / size)}", palette.muted, 12))
    return {
        "data": traces,
        "layout": layout(
            palette,
            source,
            height=400,
            shapes=bands,
            annotations=notes,
            xaxis={
                "range": [0.5, 12.5],
                "tickvals": list(range(1, 13)),
                "ticktext": [short_month(bulan) for bulan in range(1, 13)],
            },
            yaxis={"range": [0, top * 1.12], "nticks": 6},
        ),
    }


def _short(value: float) -> str:
    return decimal(Decimal(value), 1 if abs(value) < 100 else 0)


def _label(point: MonthPoint, size: int) -> str:
    return f"<b>{_short(point.realisasi_rp / size)}</b> ({percent(point.realisasi_rp, point.pagu_rp)})"


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
            "mode": "lines+markers",
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
            "color": [palette.accent if point.reported == complete else palette.paper for point in points],
            "line": {"color": palette.accent, "width": 1.5},
            "size": [9 if point is points[-1] else 6 if point.reported < complete else 1 for point in points],
        },
        "text": [
            _("%(amount)s (%(share)s), %(number)s melapor")
            % {
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
    return f"rgba({red},{green},{blue},0.07)"


def _bands(stages: Sequence[Stage], tahun: int, palette: Palette) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    shapes: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    for stage in stages:
        first, last = stage.mulai or date(tahun, 1, 1), stage.selesai
        if not stage.di_grafik or last.year < tahun or first.year > tahun:
            continue
        start = 0.5 if first.year < tahun else _position(first)
        end = 12.5 if last.year > tahun else _position(last) + 1 / 31
        area = {"type": "rect", "x0": start, "x1": end, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
        one_day = first == last
        shapes.append(area | {"fillcolor": palette.band, "opacity": 0.6 if one_day else 0.14, "line": {"width": 0}})
        name = _note((start + end) / 2, 0.02, stage.singkat, palette.muted, "right" if one_day else "center")
        names.append(name | {"yref": "paper", "yanchor": "bottom", "textangle": -90})
    return shapes, names


def _position(day: date) -> float:
    return day.month - 0.5 + (day.day - 1) / 31


def _note(x: float, y: float, text: str, color: str, anchor: str, yshift: int = 0) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "xanchor": anchor,
        "yshift": yshift,
        "font": {"size": 12, "color": color},
    }


def _end(x: float, y: float, text: str, color: str, size: int) -> dict[str, Any]:
    return _note(x, y, text, color, "left") | {"xshift": 9, "font": {"size": size, "color": color}}
