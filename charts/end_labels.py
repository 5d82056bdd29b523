"""Labels at the ends of lines that never cover each other."""

from collections.abc import Sequence
from typing import Any, Final

from charts.end_label import EndLabel
from charts.note import note

_LINE: Final = 18
"""Pixels from one line of text to the next."""
_FOLDED_LEFT, _LEFT, _FOLDED_RIGHT = 3, 5, 11
"""Months from which on a label fits to the left of its point in two lines, in one, and to the right only in two."""


def end_labels(ends: Sequence[EndLabel], ceiling: float, pixels: float) -> list[dict[str, Any]]:
    """Places one or two labels: the higher one above its point to the left, the lower one below to the right.

    Lines rise, so both places are free. Where the higher one would reach a line above it, both stand on the right,
    one below the other.

    Args:
        ends: At most two, in any order.
        ceiling: Height of the line above them.
        pixels: Of one unit of height.

    Returns:
        Annotations of Plotly.
    """
    placed: list[dict[str, Any]] = []
    free_below: float | None = None
    for rank, end in enumerate(sorted(ends, key=lambda end: -end.amount)):
        above = len(ends) > 1 and rank == 0 and not 0 <= (ceiling - end.amount) * pixels < 2 * _LINE
        if above and end.month >= _FOLDED_LEFT:
            words = end.words if end.month >= _LEFT else end.folded
            placed.append(_at(end, words, {"xanchor": "right", "xshift": -6, "yanchor": "bottom", "yshift": 2}))
            continue
        folded = end.month >= _FOLDED_RIGHT
        at = end.amount * pixels + _LINE / 2
        if free_below is not None:
            at = min(at, free_below)
        at = max(at, _LINE * (1 + folded))
        free_below = at - _LINE * (1 + folded)
        shift = round(at - end.amount * pixels)
        words = end.folded if folded else end.words
        placed.append(
            _at(end, words, {"xanchor": "left", "xshift": 15, "yanchor": "top", "yshift": shift, "align": "left"})
        )
    return placed


def _at(end: EndLabel, words: str, place: dict[str, object]) -> dict[str, Any]:
    return note(words, end.color, {"x": end.month, "y": end.amount, **place}, end.size)
