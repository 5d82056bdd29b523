"""Columns that could mean an amount that another column already means."""

import re
from collections.abc import Mapping

from budget.issue import Issue
from loaders.claimed_twice import claimed_twice
from loaders.header import Header
from loaders.sheet import Sheet

_PERCENT = re.compile(r"%|\bpersen|\b(?:per|pro)sentase")


def table_claims(
    sheet: Sheet, header: Header, labels: Mapping[str, re.Pattern[str]], columns: Mapping[str, int]
) -> list[Issue]:
    """A question for each column left over whose label also fits an amount, e.g. a second `Realisasi`.

    Args:
        sheet: Where the table is.
        header: Its heading.
        labels: What the label of each field looks like.
        columns: The column that each field was given.
    """
    taken = set(columns.values())
    return [
        claimed_twice(sheet, header, column, first, field)
        for column, text in enumerate(header.labels)
        if text and column not in taken and not _PERCENT.search(text)
        for field, first in columns.items()
        if field.endswith("_rp") and labels[field].search(text)
    ]
