"""Looking up releases."""

from typing import Final

import sqlalchemy as sa

from store.database import Database
from store.release import Release
from store.tables import release

_COLUMNS = [
    release.c[name] for name in ("number", "published_at", "published_by", "note", "previous_hash", "hash", "root")
]
_MOST: Final = 2**31 - 1
"""No database is asked for a number that its column cannot hold."""


def latest_release(database: Database) -> Release | None:
    """The newest release, or None while nothing was published."""
    with database.read() as connection:
        row = connection.execute(sa.select(*_COLUMNS).order_by(release.c.number.desc()).limit(1)).first()
    return None if row is None else Release(*row)


def find_release(database: Database, number: int) -> Release | None:
    """The release of that number, or None."""
    if number > _MOST:
        return None
    with database.read() as connection:
        row = connection.execute(sa.select(*_COLUMNS).where(release.c.number == number)).first()
    return None if row is None else Release(*row)


def all_releases(database: Database) -> list[Release]:
    """Every release, newest first."""
    with database.read() as connection:
        return [Release(*row) for row in connection.execute(sa.select(*_COLUMNS).order_by(release.c.number.desc()))]
