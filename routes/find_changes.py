"""The ledger for scripts."""

from collections.abc import Mapping

from routes.changes_of_release import changes_of_release
from routes.table import Table
from store.database import Database
from store.releases import find_release


def find_changes(database: Database, number: int, _query: Mapping[str, str]) -> Table | None:
    """All that releases up to one replaced, newest first; None where there is no such release."""
    if find_release(database, number) is None:
        return None
    return Table(f"serapan-rilis-{number}-koreksi", iter([changes_of_release(database, number)]))
