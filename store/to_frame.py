"""A result as a frame."""

from typing import Any

import pandas as pd
import sqlalchemy as sa


def to_frame(result: sa.CursorResult[Any]) -> pd.DataFrame:
    """The rows of a result, their values untouched: else pandas makes floats of integers where one is unknown.

    As plain tuples, since pandas would look at each attribute of SQLAlchemy's rows.
    """
    return pd.DataFrame([tuple(row) for row in result], columns=list(result.keys()), dtype=object)
