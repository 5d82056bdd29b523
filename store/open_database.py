"""The database of this process."""

import functools

from store.database import Database


@functools.cache
def open_database() -> Database:
    """The database of this process, opened at the first call; pages and routes share its connections.

    Raises:
        SystemExit: The configured database is none that can be used.
    """
    try:
        return Database.from_environment()
    except ValueError as error:
        raise SystemExit(str(error)) from error
