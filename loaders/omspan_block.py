"""One unit's rows on an OM-SPAN sheet."""

from dataclasses import dataclass, field


@dataclass
class OmspanBlock:
    """One unit's rows on an OM-SPAN sheet.

    Attributes:
        row: First row, zero-based.
        total: Whether it is the grand total.
        rows: Row by word: `pagu`, `realisasi`, `sisa`.
        all: Every row of the block, percent lines included.
    """

    row: int
    total: bool
    rows: dict[str, int] = field(default_factory=dict)
    all: list[int] = field(default_factory=list)
