"""The one house style of all charts."""

from typing import Any

INK, MUTED, RULE, ACCENT = "#1D1C1A", "#6B675F", "#DDD8CC", "#7A1F2B"
FONT = "'Source Sans', 'Source Sans Pro', sans-serif"


def layout(**more: Any) -> dict[str, Any]:  # noqa: ANN401  (Plotly's layout takes anything)
    """Plotly layout without decoration: transparent, no legend, Indonesian separators, fixed axes."""
    axis = {"fixedrange": True, "zeroline": False, "tickfont": {"size": 12, "color": MUTED}, "automargin": False}
    base: dict[str, Any] = {
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "separators": ",.",
        "dragmode": False,
        "hovermode": "x unified",
        "margin": {"l": 44, "r": 84, "t": 14, "b": 28},
        "xaxis": axis | {"showgrid": False, "linecolor": RULE, "showline": True},
        "yaxis": axis | {"gridcolor": RULE, "rangemode": "tozero"},
    }
    for key, value in more.items():
        base[key] = base[key] | value if isinstance(value, dict) and key in base else value
    return base
