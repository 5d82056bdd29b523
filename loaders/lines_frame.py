"""Frames in the shape of the budget lines, built column by column."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from budget.lines import HEADINGS, LINES
from budget.plan import PLAN

Column = Sequence[str | None] | str | int | tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]] | None
"""Values of one column: one per row, or a single one for all rows; amounts with their mask of known ones."""


def lines_frame(count: int, columns: Mapping[str, Column]) -> pd.DataFrame:
    """Budget lines in the shape of `budget.lines.LINES`.

    Args:
        count: Number of lines.
        columns: Columns by name; one that is not given is unknown for every line.
    """
    return _frame(count, columns, {name: str(column.dtype) for name, column in LINES.columns.items()})


def headings_frame(count: int, columns: Mapping[str, Column]) -> pd.DataFrame:
    """Level rows in the shape of `budget.lines.HEADINGS`; arguments as for `lines_frame`."""
    return _frame(count, columns, {name: str(column.dtype) for name, column in HEADINGS.columns.items()})


def plan_frame(count: int, columns: Mapping[str, Column]) -> pd.DataFrame:
    """Lines of a withdrawal plan in the shape of `budget.plan.PLAN`; arguments as for `lines_frame`."""
    return _frame(count, columns, {name: str(column.dtype) for name, column in PLAN.columns.items()})


def _frame(count: int, columns: Mapping[str, Column], dtypes: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {name: _column(count, columns.get(name), dtype == "Int64") for name, dtype in dtypes.items()}, copy=False
    )


def _column(count: int, values: Column, number: bool) -> object:
    if number:
        if isinstance(values, tuple):
            return pd.arrays.IntegerArray(values[0].astype(np.int64), ~values[1].astype(np.bool_))
        known = isinstance(values, int)
        return pd.arrays.IntegerArray(
            np.full(count, values if known else 0, dtype=np.int64), np.full(count, not known, dtype=np.bool_)
        )
    if values is None or isinstance(values, str):
        values = [values] * count
    return pd.array(values, dtype="str")  # type: ignore[call-overload]
