"""Rupiah out of the columns of a table."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from loaders.amount import AMBIGUOUS, Amounts, cast_amounts
from loaders.sheet import Cell

Name = TypeVar("Name", bound=Hashable)


def cast_columns(columns: Mapping[Name, Sequence[Cell]], unit_rp: int) -> dict[Name, Amounts]:
    """Casts each column to whole rupiah; only one that does not tell how it writes numbers looks at the others.

    Args:
        columns: Raw cells by column, all in row order.
        unit_rp: Rupiah that a 1 stands for.
    """
    amounts = {name: cast_amounts(cells, unit_rp) for name, cells in columns.items()}
    ways = {column.way for column in amounts.values() if column.way}
    if len(ways) == 1:
        [way] = ways
        for name, column in amounts.items():
            if AMBIGUOUS in column.faults.values():
                amounts[name] = cast_amounts(columns[name], unit_rp, way)
    return amounts
