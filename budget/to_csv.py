"""A table as CSV."""

import pandas as pd

from budget.neutralise import neutralise


def to_csv(table: pd.DataFrame, *, header: bool = True) -> str:
    """CSV text: plain integers, unknown is empty, text made harmless for spreadsheet programs."""
    return neutralise(table).to_csv(index=False, header=header, lineterminator="\n")
