"""Approval by a second person, for stories in which it is not the point."""

from contextlib import closing

from store.approve import approve
from store.database import Database
from store.releases import latest_release
from store.role import Role
from store.signed_in import SignedIn
from store.submissions import waiting_submissions
from tests.stored import NOW


def approve_waiting(path):
    """Approves all that waits in the database at a path, as the administrator `kedua`: the release."""
    second = SignedIn(99, "kedua", must_change=False, role=Role.ADMIN)
    with closing(Database(f"sqlite:///{path}")) as database:
        newest = latest_release(database)
        numbers = [one.number for one in waiting_submissions(database, second)]
        return approve(database, numbers, second, now=NOW, base=newest.number if newest else 0)
