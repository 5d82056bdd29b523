"""Drafts that wait."""

import sqlalchemy as sa

from store.database import Database
from store.tables import draft, publication


def pending_drafts(database: Database) -> list[int]:
    """Numbers of the drafts that can be published and never were, oldest first."""
    published = sa.select(publication.c.draft_id)
    query = sa.select(draft.c.id).where(draft.c.publishable, draft.c.id.not_in(published)).order_by(draft.c.id)
    with database.read() as connection:
        return list(connection.execute(query).scalars())
