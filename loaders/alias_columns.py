"""Which column holds what, by its label."""

from collections.abc import Container

from budget.issue import Issue
from loaders.alias_fields import alias_field
from loaders.claimed_twice import claimed_twice
from loaders.header import Header
from loaders.sheet import Sheet


def alias_columns(
    sheet: Sheet, header: Header, wanted: Container[str] | None = None
) -> tuple[dict[str, int], list[Issue]]:
    """The columns whose labels `data/aliases.csv` knows; a field that two columns claim is a question.

    Of two columns that name the unit, the one of codes is `kode_satker` and the other `nama_satker`.

    Args:
        sheet: Where the table is.
        header: Its heading.
        wanted: The fields that matter; all by default.

    Returns:
        Zero-based column by field, and the questions.
    """
    columns: dict[str, int] = {}
    claims: list[Issue] = []
    for column, text in enumerate(header.labels):
        field = alias_field(text)
        if not field or (wanted is not None and field not in wanted):
            continue
        if field == "kode_satker" and field in columns and "nama_satker" not in columns:
            pair = columns[field], column
            columns[field] = _codes(sheet, header, *pair)
            columns["nama_satker"] = pair[0] if columns[field] == pair[1] else pair[1]
        elif field in columns:
            claims.append(claimed_twice(sheet, header, column, columns[field], field))
        else:
            columns[field] = column
    return columns, claims


def _codes(sheet: Sheet, header: Header, first: int, second: int) -> int:
    """Of a column of codes and one of names, the codes."""
    digits = [
        sum(str(row[column]).strip("' .0").isdigit() for row in sheet.rows[header.first :] if row[column] is not None)
        for column in (first, second)
    ]
    return first if digits[0] >= digits[1] else second
