"""The one house style of all charts."""

from typing import Any, Final

from budget.wording.language import language
from charts.palette import Palette

FONT: Final = "'Source Sans', 'Source Sans Pro', sans-serif"


def layout(palette: Palette, source: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  (Plotly's layout takes anything)
    """Plotly layout without decoration: transparent, no legend, the reader's separators, fixed axes.

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
    base: dict[str, Any] = {
        "font": {"family": FONT, "size": 13, "color": palette.ink},
        "paper_bgcolor": palette.paper,
        "plot_bgcolor": palette.paper,
        "showlegend": False,
        "separators": ",." if language() == "id" else ".,",
        "dragmode": False,
        "hovermode": "x unified",
        "hoverlabel": {"bgcolor": palette.card, "font": {"color": palette.ink}},
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": palette.muted, "activecolor": palette.ink},
        "margin": {"l": 44, "r": 84, "t": 26, "b": 46},
        "xaxis": axis | {"showgrid": False, "linecolor": palette.rule, "showline": True},
        "yaxis": axis | {"gridcolor": palette.rule, "rangemode": "tozero"},
    }
    for key, value in more.items():
        base[key] = base[key] | value if isinstance(value, dict) and key in base else value
    base["annotations"] = [*base.get("annotations", []), _source(source, palette)]
    return base


def _source(text: str, palette: Palette) -> dict[str, Any]:
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -28,
        "showarrow": False,
        "font": {"size": 11, "color": palette.muted},
    }
