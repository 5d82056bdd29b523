"""Labels at the ends of lines that never cover each other."""

from collections.abc import Sequence
from typing import Any, Final

from charts.end_label import EndLabel
from charts.note import note

_LINE: Final = 18
"""Pixels from one line of text to the next."""
_FOLDED_LEFT, _LEFT, _FOLDED_RIGHT = 3, 5, 10
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
        Annotations of Plotly, the higher one first.
    """
    if len(ends) == 1:
        return [_right(ends[0], pixels, _high(ends[0], pixels))]
    upper, lower = sorted(ends, key=lambda end: -end.amount)
    if upper.month >= _FOLDED_LEFT and not 0 <= (ceiling - upper.amount) * pixels < 2 * _LINE:
        top = _high(lower, pixels)
        # To the left of a later month it is above the other label.
        lift = top - upper.amount * pixels if upper.month > lower.month else 0
        return [_left(upper, max(2, round(lift))), _right(lower, pixels, top)]
    top = max(_high(upper, pixels), _tall(lower) + _tall(upper))
    return [_right(upper, pixels, top), _right(lower, pixels, min(_high(lower, pixels), top - _tall(upper)))]


def _folded(end: EndLabel) -> bool:
    return end.month >= _FOLDED_RIGHT


def _tall(end: EndLabel) -> int:
    return _LINE * (1 + _folded(end))


def _high(end: EndLabel, pixels: float) -> float:
    """Where a label on the right begins, in pixels above the axis: beside its point, but not below the axis."""
    return max(end.amount * pixels + _LINE / 2, _tall(end))


def _left(end: EndLabel, lift: int) -> dict[str, Any]:
    words = end.words if end.month >= _LEFT else end.folded
    return _at(end, words, {"xanchor": "right", "xshift": -6, "yanchor": "bottom", "yshift": lift})


def _right(end: EndLabel, pixels: float, top: float) -> dict[str, Any]:
    place = {"xanchor": "left", "xshift": 15, "yanchor": "top", "yshift": round(top - end.amount * pixels)}
    return _at(end, end.folded if _folded(end) else end.words, place | {"align": "left"})


def _at(end: EndLabel, words: str, place: dict[str, object]) -> dict[str, Any]:
    return note(words, end.color, {"x": end.month, "y": end.amount, **place}, end.size)
