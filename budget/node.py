"""A level of the budget with what lies below it."""

from dataclasses import dataclass

from budget.source import Source


@dataclass(frozen=True)
class Node:
    """A level of the budget with what lies below it.

    Attributes:
        level: `program`, `kegiatan`, …, `akun`; empty for the root.
        code: The level's own code.
        name: What it is called.
        pagu_rp: Sum of the lines below, rupiah; None where one is unknown. Likewise the others.
        realisasi_rp: Spent up to the period's end.
        sisa_rp: Left.
        lines: How many lines are summed.
        source: Where the line stands, or where the level's own total is printed; None where it is not.
        children: The levels below, in the order of the sheet.
    """

    level: str
    code: str
    name: str
    pagu_rp: int | None
    realisasi_rp: int | None
    sisa_rp: int | None
    lines: int
    source: Source | None
    children: tuple["Node", ...]

    def files(self) -> list[Source]:
        """The first place in each sheet of each file that the level and those below it come from."""
        found: dict[tuple[int, str], Source] = {}
        self._find(found)
        return list(found.values())

    def _find(self, found: dict[tuple[int, str], Source]) -> None:
        if self.source is not None:
            found.setdefault(self.source.sheet, self.source)
        for child in self.children:
            child._find(found)
