"""The kinds of spending."""

from functools import cache

from budget.localised_rows import localised_rows

UNKNOWN_JENIS = "??"
"""Stands in the cube where the source does not break its money down by kind."""


@cache
def jenis_belanja(language: str = "id") -> dict[str, str]:
    """Names by the first two digits of an akun (Bagan Akun Standar), in the order of the table.

    Args:
        language: Of the names.

    Raises:
        KeyError: There is no such language.
    """
    return {row["jenis"]: row["nama"] for row in localised_rows("jenis_belanja.csv", language)}
