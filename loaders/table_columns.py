"""Which column has which label."""

import re
from collections.abc import Mapping

from loaders.header import Header


def table_columns(header: Header, labels: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    """The first column whose label matches, for each field; a column is taken once, fields in their order."""
    columns: dict[str, int] = {}
    for field, pattern in labels.items():
        free = (
            column
            for column, text in enumerate(header.labels)
            if column not in columns.values() and any(pattern.search(part) for part in (text, *text.split(" / ")))
        )
        column = next(free, None)
        if column is not None:
            columns[field] = column
    return columns
