"""What a line of a chart is called at its end."""

from typing import NamedTuple


class EndLabel(NamedTuple):
    """What a line is called at its end.

    Attributes:
        month: Where it ends.
        amount: Its height there, on the scale of the chart.
        words: The label in one line.
        folded: The same in two lines, for where there is little room.
        color: Of the text.
        size: Of the text, in pixels.
    """

    month: int
    amount: float
    words: str
    folded: str
    color: str
    size: int
