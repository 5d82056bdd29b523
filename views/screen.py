"""What a page consists of."""

from dataclasses import dataclass

from charts.figure import Figure


@dataclass(frozen=True, eq=False)
class Chart:
    """A chart among the parts of a page.

    Attributes:
        name: File name of its picture, without the ending.
        figure: What Plotly draws; its layout has a height in pixels.
        sentence: The chart in one sentence.
    """

    name: str
    figure: Figure
    sentence: str


Part = str | Chart
"""HTML or a chart."""


@dataclass(frozen=True, eq=False)
class Screen:
    """A page, ready to be drawn or sent.

    Attributes:
        title: For the browser's tab and link previews.
        description: One sentence for link previews.
        parts: What it consists of, from top to bottom.
        language: The language it is in, a code of `LANGUAGES`.
    """

    title: str
    description: str
    parts: tuple[Part, ...]
    language: str = "id"
