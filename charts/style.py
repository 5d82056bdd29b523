"""The one house style of all charts."""

from textwrap import wrap
from typing import Any, Final

from budget.wording.language import language
from charts.note import note
from charts.palette import Palette

FONT: Final = "'Serapan Sans', 'Serapan Sans 1', 'Serapan Sans 2', sans-serif"
AREA: Final = 0.07
"""Opacity of the area below a line, in the colour of the line."""
BAND: Final = 0.14
"""Opacity of a band behind lines."""
_ACROSS: Final = 58
"""Characters of the source line that fit on a phone."""
_LINE: Final = 14
"""Pixels from one of its lines to the next."""
_LEFT: Final = 40


def layout(palette: Palette, source: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  (Plotly's layout takes anything)
    """Plotly layout without decoration: no legend, the reader's separators, fixed axes, room for labels on a phone.

    Args:
        palette: Colours.
        source: Date, basis and source, printed below the chart so that a saved picture carries them.
        **more: Parts of the layout; of axes and margins only what differs.
    """
    axis = {
        "fixedrange": True,
        "zeroline": False,
        "tickfont": {"size": 12, "color": palette.muted},
        "automargin": False,
    }
    # A line that ends where the source begins needs no dot.
    lines = [line.removesuffix(" ·") for line in wrap(source, _ACROSS)]
    base: dict[str, Any] = {
        "font": {"family": FONT, "size": 13, "color": palette.ink},
        "paper_bgcolor": palette.paper,
        "plot_bgcolor": palette.paper,
        "showlegend": False,
        "separators": ",." if language() == "id" else ".,",
        "dragmode": False,
        "hovermode": "closest",
        "hoverdistance": 40,
        "hoverlabel": {"bgcolor": palette.card, "bordercolor": palette.edge, "font": {"color": palette.ink}},
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": palette.muted, "activecolor": palette.ink},
        "margin": {"l": _LEFT, "r": 54, "t": 12, "b": 34 + _LINE * len(lines)},
        "xaxis": axis | {"showgrid": False, "linecolor": palette.edge, "showline": True, "tickangle": 0},
        "yaxis": axis | {"gridcolor": palette.rule, "rangemode": "tozero"},
    }
    for key, value in more.items():
        base[key] = base[key] | value if isinstance(value, dict) and key in base else value
    corner: dict[str, object] = {"xref": "paper", "x": 0, "yref": "paper", "y": 0}
    place = corner | {"xshift": -_LEFT, "xanchor": "left", "align": "left", "yshift": -28, "yanchor": "top"}
    base["annotations"] = [*base.get("annotations", []), note("<br>".join(lines), palette.muted, place, size=11)]
    return base
