"""What the health check asks."""

import logging

import sqlalchemy as sa

from store.database import Database
from store.tables import release


def readable_release_number(database: Database) -> int | None:
    """Number of the newest release, 0 where nothing was published, None where the database cannot be read."""
    try:
        with database.read() as connection:
            number: int = connection.execute(sa.select(sa.func.coalesce(sa.func.max(release.c.number), 0))).scalar_one()
    except sa.exc.SQLAlchemyError as error:
        logging.getLogger(__name__).warning("The database cannot be read: %s", error)
        return None
    return number
