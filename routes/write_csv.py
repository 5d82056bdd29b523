"""A table as CSV."""

from collections.abc import Iterable, Iterator

import pandas as pd

from budget.to_csv import to_csv


def write_csv(chunks: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """UTF-8, a header, plain integers, unknown is empty, text made harmless for spreadsheet programs.

    Args:
        chunks: The table in parts; the first is there even where the table has no rows.
    """
    header = True
    for chunk in chunks:
        yield to_csv(chunk, header=header).encode()
        header = False
