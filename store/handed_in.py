"""Files that were handed in before."""

from collections.abc import Collection

from store.database import Database
from store.may import Act, may
from store.publish import newest_release, standing_map
from store.signed_in import SignedIn
from store.submission import APPROVED, WAITING, Submission
from store.submissions import read_submissions
from store.tables import submission, upload


def handed_in(database: Database, sha256s: Collection[str], person: SignedIn) -> dict[str, Submission]:
    """The newest submission of each of these files that waits, or whose figures all still stand, by SHA-256.

    What this person may not see is not told. What was approved and is no longer public can be handed in again.
    """
    with database.read() as connection:
        found = read_submissions(connection, upload.c.sha256.in_(sha256s) & submission.c.state.in_([WAITING, APPROVED]))
        standing = standing_map(connection, newest_release(connection, None)) if found else {}
    return {
        one.sha256: one
        for one in found
        if may(person, Act.SUBMIT, one.satker)
        and (one.state == WAITING or all(standing.get(key) == one.draft_id for key in one.slices))
    }
