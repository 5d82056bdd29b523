"""The lines of a budget and what stands above them, without amounts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from samples.heading import Heading


@dataclass(frozen=True, eq=False)
class Outline:
    """The lines of a budget and what stands above them, without amounts.

    Attributes:
        paths: One per leaf, in the order of the sheet: the codes from program down to akun (7) or item (8).
            Leaves of one heading stand together.
        uraian: One per leaf.
        headings: Description of every path above a leaf.
    """

    paths: tuple[tuple[str, ...], ...]
    uraian: tuple[str, ...]
    headings: Mapping[tuple[str, ...], str]

    @cached_property
    def rows(self) -> tuple[Heading, ...]:
        """All rows of the table below the grand total, leaves included, in the order of the sheet."""
        rows: list[Heading] = []
        open_rows: list[int] = []
        before: tuple[str, ...] = ()
        for leaf, path in enumerate(self.paths):
            shared = next((i for i, (a, b) in enumerate(zip(before, path, strict=False)) if a != b), 0)
            for index in open_rows[shared:]:
                rows[index] = rows[index]._replace(stop=leaf)
            del open_rows[shared:]
            for level in range(shared, len(path) - 1):
                open_rows.append(len(rows))
                rows.append(Heading(level, path[level], self.headings[path[: level + 1]], leaf, leaf))
            rows.append(Heading(len(path) - 1, path[-1], self.uraian[leaf], leaf, leaf + 1))
            before = path
        for index in open_rows:
            rows[index] = rows[index]._replace(stop=len(self.paths))
        return tuple(rows)
