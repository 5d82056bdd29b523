"""Where many small charts lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from charts.panel import GAP, PLOT, TITLE, Panel

COLUMNS: Final = 3
"""So many panels stand beside each other on every screen: on a phone each is then about 100 px wide, as wide as the
longest names of kabupaten."""

_HEAD: Final = 40
_PITCH: Final = TITLE + PLOT + GAP


@dataclass(frozen=True)
class PanelGrid:
    """Where many small charts lie: groups below each other, each with a line above for its name.

    Attributes:
        heads: Where that line of each group begins, pixels from above.
        panels: Of each group.
        height: Of all, pixels.
    """

    heads: tuple[int, ...]
    panels: tuple[tuple[Panel, ...], ...]
    height: int

    @classmethod
    def of(cls, sizes: Sequence[int], bottom_percent: float, top_percent: float) -> "PanelGrid":
        """Lays out groups of so many panels, all on one scale."""
        heads, groups, top = [], [], 0
        for size in sizes:
            heads.append(top)
            top += _HEAD
            groups.append(
                tuple(
                    Panel(
                        column=index % COLUMNS,
                        top=top + index // COLUMNS * _PITCH,
                        last_of_column=index + COLUMNS >= size,
                        bottom_percent=bottom_percent,
                        top_percent=top_percent,
                    )
                    for index in range(size)
                )
            )
            top += -(-size // COLUMNS) * _PITCH
        return cls(tuple(heads), tuple(groups), top)
