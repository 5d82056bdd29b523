"""What the codes above the lines are called."""

import pandas as pd
import sqlalchemy as sa

from store.database import Database
from store.tables import heading
from store.to_frame import to_frame


def read_headings(database: Database, draft_ids: list[int]) -> pd.DataFrame:
    """What the codes above the lines of these drafts are called: `draft_id` and the columns of `HEADINGS`."""
    query = sa.select(heading).where(heading.c.draft_id.in_(draft_ids))
    with database.read() as connection:
        return to_frame(connection.execute(query))
