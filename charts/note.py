"""Words in a chart."""

from collections.abc import Mapping
from typing import Any


def note(text: str, color: str, place: Mapping[str, object], size: int = 12) -> dict[str, Any]:
    """Words in a chart, without an arrow: an annotation of Plotly.

    Args:
        text: What it says.
        color: Of the text.
        place: `x`, `y`, `xanchor` and so on, as Plotly calls them.
        size: Of the text, in pixels.
    """
    return {"text": text, "showarrow": False, "font": {"size": size, "color": color}, **place}
