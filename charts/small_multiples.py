"""Many small charts on one scale."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from budget.small_multiple import CAP_PERCENT, SmallMultiple
from budget.wording.month import short_month
from budget.wording.percentage import percentage
from budget.wording.short_name import short_name
from budget.wording.translation import gettext as _
from charts.figure import Figure
from charts.palette import Palette
from charts.panel import Panel
from charts.panel_grid import COLUMNS, PanelGrid
from charts.panel_group import PanelGroup
from charts.style import layout

_RULES = (0, 50, 100)
_NAMED = (0, 100)


class _Point(NamedTuple):
    x: float | None
    y: float | None
    words: str = ""


class _One(NamedTuple):
    panel: Panel
    chart: SmallMultiple
    group: PanelGroup


_BREAK = _Point(None, None)


def small_multiples(
    groups: Sequence[PanelGroup],
    scale: tuple[float, float],
    labels: Mapping[str, str],
    palette: Palette,
    source: str,
    marked: str = "",
) -> Figure:
    """The cumulative rate of each unit in a panel of its own, all on one scale.

    The panels lie in one pair of axes, whose units are columns and pixels: in Chromium slowed down four times Plotly
    draws 39 of them within 1.0 s, and a pair of axes for each within 3.3 s.

    Args:
        groups: From above.
        scale: Lower and upper end, percent.
        labels: What stands below each name, by satker code.
        palette: Colours.
        source: Date, basis and source, printed below.
        marked: Code of the unit whose name stands out; empty for none.

    Returns:
        A figure of fixed height, and as wide as its place.
    """
    grid = PanelGrid.of([len(group.charts) for group in groups], *scale)
    every = [
        _One(panel, chart, group)
        for group, panels in zip(groups, grid.panels, strict=True)
        for panel, chart in zip(panels, group.charts, strict=True)
    ]
    heads = [_Point(0, top + 24, f"<b>{group.name}</b>") for group, top in zip(groups, grid.heads, strict=True)]
    names = [_Point(one.panel.column, one.panel.top + 8, f"<b>{short_name(one.chart.name)}</b>") for one in every]
    below = [_Point(one.panel.column, one.panel.top + 23, labels[one.chart.code]) for one in every]
    figure_layout = layout(
        palette,
        source,
        margin={"r": 2, "t": 30},
        xaxis={"range": [0, COLUMNS - 0.08], "visible": False},
        yaxis={"range": [grid.height, 0], "visible": False},
    )
    margin = figure_layout["margin"]
    return {
        "data": [
            _rules(every, palette),
            _medians(every, palette),
            _lines(every, palette),
            *_capped(every, palette),
            _texts(heads, 14, palette.ink),
            _texts(names, 11, [palette.accent if one.chart.code == marked else palette.ink for one in every]),
            _texts(below, 11, palette.muted),
            _ticks(every, palette),
            _months(every, palette),
        ],
        "layout": figure_layout | {"height": grid.height + margin["t"] + margin["b"]},
    }


def _rules(every: Iterable[_One], palette: Palette) -> dict[str, Any]:
    points = [
        point
        for panel, *_rest in every
        for mark in _RULES
        for point in (_Point(panel.x(1), panel.y(mark)), _Point(panel.x(12), panel.y(mark)), _BREAK)
    ]
    return _trace("lines", points) | {"line": {"color": palette.rule, "width": 1}, "hoverinfo": "skip"}


def _medians(every: Iterable[_One], palette: Palette) -> dict[str, Any]:
    points = [
        point
        for one in every
        for point in (*(_at(one.panel, month, rate) for month, rate in enumerate(one.group.medians, 1)), _BREAK)
    ]
    line = {"color": palette.muted, "width": 1.2, "dash": "dot"}
    return _trace("lines", points) | {"line": line, "hoverinfo": "skip"}


def _lines(every: Iterable[_One], palette: Palette) -> dict[str, Any]:
    points: list[_Point] = []
    sizes: list[int] = []
    for one in every:
        newest = one.chart.last[0] if one.chart.last else 0
        for month, rate in enumerate(one.chart.percent, 1):
            points.append(_at(one.panel, month, rate, _words(one, month, rate)))
            sizes.append(6 if month == newest else 3)
        points.append(_BREAK)
        sizes.append(0)
    return _trace("lines+markers", points) | {
        "line": {"color": palette.accent, "width": 1.8},
        "marker": {"color": palette.accent, "size": sizes},
        "cliponaxis": False,
        "text": [point.words for point in points],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _words(one: _One, month: int, rate: Fraction | None) -> str:
    if rate is None:
        return ""
    facts = {"unit": short_name(one.chart.name), "month": short_month(month), "rate": percentage(rate)}
    median = one.group.medians[month - 1] if one.group.medians else None
    if median is None:
        return _("%(unit)s, %(month)s: %(rate)s") % facts
    return _("%(unit)s, %(month)s: %(rate)s; median kelompok %(median)s") % {**facts, "median": percentage(median)}


def _capped(every: Iterable[_One], palette: Palette) -> list[dict[str, Any]]:
    points = [_at(one.panel, month, Fraction(CAP_PERCENT)) for one in every for month in one.chart.capped]
    marker = {"symbol": "triangle-up", "size": 9, "color": palette.accent}
    return [_trace("markers", points) | {"marker": marker, "hoverinfo": "skip"}] if points else []


def _ticks(every: Iterable[_One], palette: Palette) -> dict[str, Any]:
    panels = [one.panel for one in every if one.panel.column == 0]
    points = [_Point(0, panel.y(mark), f"{mark}") for panel in panels for mark in _NAMED]
    return _texts(points, 10, palette.muted, "middle left")


def _months(every: Iterable[_One], palette: Palette) -> dict[str, Any]:
    panels = [one.panel for one in every if one.panel.last_of_column]
    points = [_Point(panel.x(month), panel.floor + 9, short_month(month)) for panel in panels for month in (1, 12)]
    return _texts(points, 10, palette.muted, ["middle right", "middle left"] * len(panels))


def _at(panel: Panel, month: int, rate: Fraction | None, words: str = "") -> _Point:
    return _Point(panel.x(month), None if rate is None else panel.y(min(float(rate), CAP_PERCENT)), words)


def _texts(
    points: Sequence[_Point], size: int, color: str | list[str], position: str | list[str] = "middle right"
) -> dict[str, Any]:
    return _trace("text", points) | {
        "text": [point.words for point in points],
        "textposition": position,
        "textfont": {"size": size, "color": color},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _trace(mode: str, points: Sequence[_Point]) -> dict[str, Any]:
    return {"type": "scatter", "mode": mode, "x": [point.x for point in points], "y": [point.y for point in points]}
