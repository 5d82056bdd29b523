"""The ledger of a release."""

import pandas as pd

from budget.cast_table import cast_table
from budget.changes_table import changes_table
from budget.reference import Reference
from store.database import Database
from store.read_changes import read_changes


def changes_of_release(database: Database, number: int) -> pd.DataFrame:
    """All that releases up to this one replaced, newest first, as `changes_table` gives it."""
    return cast_table(changes_table(read_changes(database, number), Reference.load()), "koreksi")
