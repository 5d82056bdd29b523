"""Files that wait or are public already."""

from collections.abc import Collection

import sqlalchemy as sa

from store.database import Database
from store.may import Act, may
from store.release_map import release_map
from store.signed_in import SignedIn
from store.submission import APPROVED, WAITING, Submission
from store.submissions import read_submissions
from store.tables import release, submission, upload


def handed_in(database: Database, sha256s: Collection[str], person: SignedIn) -> dict[str, Submission]:
    """The newest submission of each of these files that waits, or was approved and still stands whole, by SHA-256.

    One that was replaced or withdrawn since can be handed in again: so one goes back to an older version. What this
    person may not see is not told.
    """
    with database.read() as connection:
        found = read_submissions(connection, upload.c.sha256.in_(sha256s) & submission.c.state.in_([WAITING, APPROVED]))
        newest = connection.execute(sa.select(sa.func.max(release.c.number))).scalar() or 0
        current = release_map(newest)
        query = sa.select(current.c.slice, current.c.draft_id).where(
            current.c.draft_id.in_([one.draft_id for one in found])
        )
        standing = {(row.slice, row.draft_id) for row in connection.execute(query)}
    return {
        one.sha256: one
        for one in found
        if may(person, Act.SUBMIT, one.satker)
        and (one.state == WAITING or all((key, one.draft_id) in standing for key in one.slices))
    }
