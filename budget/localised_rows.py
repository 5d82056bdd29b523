"""A reference table in the reader's language."""

import csv
from typing import Final

from budget.data_folder import DATA_FOLDER

_ENDINGS: Final = {"id": "", "en": "_en"}


def localised_rows(name: str, language: str = "id") -> list[dict[str, str]]:
    """Rows of a reference table whose column `x_en` says in English what its column `x` says in Indonesian.

    Args:
        name: File in `data/`, e.g. `glosarium.csv`.
        language: A code of `budget.wording.language.LANGUAGES`.

    Returns:
        Each row without the columns of the other language; a cell that was not translated stays Indonesian.

    Raises:
        KeyError: There is no such language.
    """
    ending = _ENDINGS[language]
    with (DATA_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [
            {column: row.get(column + ending) or text for column, text in row.items() if not column.endswith("_en")}
            for row in csv.DictReader(file)
        ]
