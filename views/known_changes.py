"""What releases changed, read once."""

from functools import lru_cache

from store.database import Database
from store.release_changes import ReleaseChanges, release_changes


@lru_cache(maxsize=100)
def known_changes(database: Database, number: int) -> ReleaseChanges:
    """What a release changed; it never changes itself, and its files' reports take long to read."""
    return release_changes(database, number)
