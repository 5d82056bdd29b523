"""A table of one release."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Table:
    """A table of one release, as a query chose it.

    Attributes:
        name: File name without its ending.
        chunks: Its rows in parts, with the same columns and types; one part at least.
    """

    name: str
    chunks: Iterator[pd.DataFrame]
