"""The database of this process."""

import functools

from store.database import Database


@functools.cache
def open_database() -> Database:
    """The database of this process, opened at the first call; pages and routes share its connections."""
    return Database.from_environment()
