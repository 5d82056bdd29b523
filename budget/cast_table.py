"""The types of published columns."""

from typing import Final

import pandas as pd

from budget.field_dictionary import field_dictionary

_DTYPES: Final = {"integer": "Int64", "number": "float64", "string": "str", "datetime": "str", "date": "str"}


def cast_table(table: pd.DataFrame, berkas: str) -> pd.DataFrame:
    """A table with the types that the field dictionary promises, whatever its rows hold.

    Without it a column in which all is unknown, and a table without rows, would have types of their own.

    Args:
        table: Columns of that file.
        berkas: `satker`, `baris`, `rencana` or `koreksi`.

    Returns:
        Integers as Int64, numbers as float64, texts and times (ISO 8601) as str; what is unknown is missing.
    """
    types = {field.kolom: _DTYPES[field.tipe] for field in field_dictionary() if field.berkas == berkas}
    return table.astype({name: types[name] for name in table.columns if table[name].dtype != types[name]})
