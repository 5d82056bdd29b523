"""Heading rows among the rows of a table."""

from collections.abc import Sequence

from loaders.alias_fields import alias_field
from loaders.label import label
from loaders.raw_text import raw_text
from loaders.sheet import Cell
from loaders.table_spec import TableSpec

NUMBERING, HEADING, OTHER = "numbering", "heading", "other"


def table_repeats(row: Sequence[Cell], spec: TableSpec) -> str | None:
    """What a row repeats: the column numbers or the heading (a page break), or the heading of another table.

    Returns:
        `numbering`, `heading`, `other`, or None for any other row.
    """
    cells = [(column, cell) for column, cell in enumerate(row) if cell is not None]
    if len(cells) < 2:
        return None
    if len(cells) > 2 and raw_text(cells[0][1]).strip(" ()") == "1":
        numbers = [raw_text(cell).strip(" ()") for _, cell in cells]
        if numbers == [str(number) for number in range(1, len(cells) + 1)]:
            return NUMBERING
    amounts = [row[column] for name, column in spec.columns.items() if name.endswith("_rp")]
    if not any(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in amounts):
        return None
    texts = {column: label(raw_text(cell)) for column, cell in cells if column < len(spec.header.labels)}
    same = sum(text in spec.header.labels[column].split(" / ") for column, text in texts.items() if text)
    if same == len(texts) or same > len(cells) / 2:
        return HEADING
    meant = {field: column for column, text in texts.items() if (field := alias_field(text)).endswith("_rp")}
    return OTHER if len(meant) >= 2 else None
