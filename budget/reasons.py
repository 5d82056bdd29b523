"""Why a unit spent little, much, or less than before."""

from functools import cache

from budget.localised_rows import localised_rows


@cache
def reasons(language: str = "id") -> dict[str, str]:
    """The reasons that a unit can choose from, by code.

    Source: this product's own list, `data/alasan.csv`.

    Args:
        language: Of the reasons.
    """
    return {row["kode"]: row["alasan"] for row in localised_rows("alasan.csv", language)}
