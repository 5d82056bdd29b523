"""The labels of a heading row that a person points at."""

from collections.abc import Sequence

from loaders.label import label


def labels_of(rows: Sequence[Sequence[str]], header_row: int) -> tuple[str, ...]:
    """Normalised labels of a row as shown to a person.

    Args:
        rows: Texts of the first rows of a sheet.
        header_row: The row, counted from 1.
    """
    return tuple(label(text) for text in rows[header_row - 1])
