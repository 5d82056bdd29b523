"""Columns that could mean an amount that another column already means."""

import re
from collections.abc import Mapping

from budget.field_words import FIELD_WORDS
from budget.issue import Issue
from loaders.header import Header
from loaders.sheet import Sheet


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
        if text and column not in taken
        for field, first in columns.items()
        if field.endswith("_rp") and labels[field].search(text)
    ]


def claimed_twice(sheet: Sheet, header: Header, column: int, first: int, field: str) -> Issue:
    """The question which of two columns means a field."""
    return Issue.of(
        "column-claimed-twice",
        sheet=sheet.name,
        cell=sheet.address(header.row, column),
        raw=header.labels[column],
        expected=header.labels[first],
        field=FIELD_WORDS.get(field, field.removesuffix("_rp").replace("_", " ")),
    )
