"""When public figures came."""

import pandas as pd

from store.database import Database
from store.read_history import read_history
from views.published import published


def report_history(database: Database) -> pd.DataFrame:
    """The history of the newest release, as `store.read_history` gives it; without rows while nothing is published."""
    shown = published(database)
    return shown.history if shown else read_history(database, 0)
