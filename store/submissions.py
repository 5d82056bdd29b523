"""Looking up what was handed in."""

from collections.abc import Sequence

import sqlalchemy as sa

from store.database import Database
from store.may import Act, may
from store.signed_in import SignedIn
from store.submission import WAITING, Submission
from store.tables import draft, line, plan_line, submission, upload


def waiting_submissions(database: Database, person: SignedIn) -> list[Submission]:
    """What waits for review and this person may see, oldest first."""
    with database.read() as connection:
        found = read_submissions(connection, submission.c.state == WAITING)
    return [one for one in found if may(person, Act.SUBMIT, one.satker)]


def own_submissions(database: Database, person: SignedIn, most: int = 50) -> list[Submission]:
    """What this person handed in and may still see, newest first."""
    with database.read() as connection:
        found = read_submissions(connection, submission.c.submitted_by == person.name)
    return [one for one in reversed(found) if may(person, Act.SUBMIT, one.satker)][:most]


def find_submission(database: Database, number: int, person: SignedIn) -> Submission | None:
    """The submission of that number; None where there is none or this person may not see it."""
    with database.read() as connection:
        found = read_submissions(connection, submission.c.id == number)
    return found[0] if found and may(person, Act.SUBMIT, found[0].satker) else None


def read_submissions(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[Submission]:
    """Submissions for which something holds, in the order of their numbers."""
    query = (
        sa.select(
            submission.c.id.label("number"),
            *(column for column in submission.c if column is not submission.c.id),
            upload.c.name.label("berkas"),
            upload.c.sha256,
        )
        .join_from(submission, draft, draft.c.id == submission.c.draft_id)
        .join(upload, upload.c.sha256 == draft.c.upload_sha256)
        .where(which)
        .order_by(submission.c.id)
    )
    rows = connection.execute(query).mappings().all()
    slices = slices_of(connection, sorted({row["draft_id"] for row in rows}))
    found = []
    for row in rows:
        keys = slices[row["draft_id"]]
        satker = frozenset(key.partition("/")[0] for key in keys)
        found.append(Submission(**row, slices=tuple(keys), satker=satker))
    return found


def slices_of(connection: sa.Connection, draft_ids: Sequence[int]) -> dict[int, list[str]]:
    """Keys of the slices that drafts set, by draft, in order."""
    parts = (
        sa.select(table.c.draft_id, table.c.slice).where(table.c.draft_id.in_(draft_ids)) for table in (line, plan_line)
    )
    found: dict[int, list[str]] = {draft_id: [] for draft_id in draft_ids}
    for draft_id, key in connection.execute(sa.union(*parts).order_by("slice")):
        found[draft_id].append(key)
    return found
