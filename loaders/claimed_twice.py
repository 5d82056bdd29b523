"""Two columns that claim one field."""

from budget.field_words import FIELD_WORDS
from budget.issue import Issue
from loaders.header import Header
from loaders.sheet import Sheet


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
