"""The last gate: a frame keeps its schema."""

import re
from collections.abc import Callable
from functools import cache

import pandas as pd
import pandera.pandas as pa
from pandera.dtypes import DataType
from pandera.engines.pandas_engine import Engine


def conform(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> None:
    """Checks a frame against a pandera schema, fast.

    pandera takes some 18 ms for the 25 columns of a small sheet, most of it fixed cost. The schema is data, so
    its column rules are applied here on the distinct values of each column, in under 1 ms; what fails, or what
    this knows no shortcut for, goes to pandera, whose verdict counts.

    Args:
        frame: The frame.
        schema: The schema, e.g. `budget.lines.LINES`.

    Raises:
        pandera.errors.SchemaError, SchemaErrors: The frame breaks the schema: a fault of a loader, never of a file.
    """
    if not _conforms(frame, schema):
        schema.validate(frame)


def _conforms(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> bool:
    if list(frame.columns) != list(schema.columns) or schema.checks or schema.index is not None:
        return False
    for name, column in schema.columns.items():
        values = frame[name]
        if not _is(values.dtype, column.dtype):
            return False
        if column.nullable and not column.checks:
            continue
        missing = values.isna()
        if missing.any():
            if not column.nullable:
                return False
            values = values[~missing]
        tests = [_test(check) for check in column.checks]
        if not tests:
            continue
        distinct = set(values.tolist())
        if any(test is None or not all(map(test, distinct)) for test in tests):
            return False
    return True


@cache
def _is(dtype: object, wanted: DataType) -> bool:
    return bool(wanted.check(Engine.dtype(dtype)))


def _test(check: pa.Check) -> Callable[[object], object] | None:
    facts = check.statistics or {}
    if check.name == "str_matches":
        return re.compile(facts["pattern"]).match
    if check.name == "in_range" and facts.get("include_min", True) and facts.get("include_max", True):
        return lambda value: facts["min_value"] <= value <= facts["max_value"]
    if check.name == "greater_than_or_equal_to":
        return lambda value: value >= facts["min_value"]
    return None
