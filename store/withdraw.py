"""Taking back what is public."""

from budget.issue import Issue
from store.audit import record
from store.change import PENARIKAN, Change
from store.database import Database
from store.make_release import make_release
from store.may import Act, may
from store.publish import newest_release, standing_map
from store.refused import Refused
from store.release import Release
from store.signed_in import SignedIn


def withdraw(database: Database, key: str, person: SignedIn, *, now: str, base: int, reason: str) -> Release:
    """Takes a slice out of what is public; its figures stay in the releases before, and in the ledger.

    Args:
        database: Where releases are.
        key: Key of the slice.
        person: Who withdraws it.
        now: Time, ISO 8601 in UTC.
        base: Number of the release that the person looked at.
        reason: What the public is told.

    Raises:
        Refused: No reason is given, the person may not, another release came between, or the slice is not public.
    """
    if not reason.strip():
        raise Refused(Issue.of("reason-missing"))
    if not may(person, Act.WITHDRAW, [key.partition("/")[0]]):
        raise Refused(Issue.of("not-allowed", raw=person.name))
    with database.write() as connection:
        newest = newest_release(connection, base)
        standing = standing_map(connection, newest)
        if newest is None or key not in standing:
            raise Refused(Issue.of("not-published", raw=key))
        record(connection, "tarik", by=person.name, now=now, subject=key, reason=reason.strip())
        change = Change(standing[key], PENARIKAN, replaces=standing[key])
        return make_release(connection, newest, standing, {key: change}, by=person.name, now=now, note=reason.strip())
