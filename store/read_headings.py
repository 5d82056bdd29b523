"""What the codes above the lines are called."""

import pandas as pd
import sqlalchemy as sa

from store.database import Database
from store.tables import heading


def read_headings(database: Database, draft_ids: list[int]) -> pd.DataFrame:
    """What the codes above the lines of these drafts are called: `draft_id` and the columns of `HEADINGS`."""
    query = sa.select(heading).where(heading.c.draft_id.in_(draft_ids))
    with database.read() as connection:
        result = connection.execute(query)
        return pd.DataFrame(result.fetchall(), columns=list(result.keys()))
