"""Approving what others handed in."""

from collections.abc import Sequence

import sqlalchemy as sa

from budget.issue import Issue
from store.audit import record
from store.database import Database
from store.make_release import make_release
from store.may import Act, may
from store.publish import changes_of, check_publishable, newest_release, standing_map
from store.refused import Refused
from store.release import Release
from store.signed_in import SignedIn
from store.submission import APPROVED, WAITING, Submission
from store.submissions import read_submissions
from store.tables import draft, submission, upload


def approve(
    database: Database, numbers: Sequence[int], person: SignedIn, *, now: str, base: int, note: str = ""
) -> Release:
    """Makes what was handed in public, as one release, in one transaction: all of it or nothing.

    Args:
        database: Where submissions are.
        numbers: Submissions.
        person: Who approves.
        now: Time, ISO 8601 in UTC.
        base: Number of the release that the person compared with; 0 for none.
        note: What the public should know about this release; the notes of the submissions stay with their slices.

    Returns:
        The new release, or the newest one where nothing changes.

    Raises:
        Refused: Another release came between, a submission is unknown, decided, the person's own or not for this
            person to review, two of them set the same slice, or money would be counted twice.
    """
    with database.write() as connection:
        newest = newest_release(connection, base)
        chosen = waiting(connection, numbers, person)
        for one in chosen:
            if person.name in {one.submitted_by, _uploader(connection, one)}:
                raise Refused(Issue.of("own-submission", raw=str(one.number)))
        check_publishable(connection, {one.draft_id: one.note for one in chosen})
        standing = standing_map(connection, newest)
        kinds = {one.draft_id: one.kind for one in chosen}
        submissions = {one.draft_id: one.number for one in chosen}
        changes = changes_of(connection, kinds, standing, submissions)
        for one in chosen:
            decide(connection, one.number, APPROVED, person, now)
        if not changes:
            if newest is None:
                raise Refused(Issue.of("nothing-to-publish"))
            return newest
        return make_release(connection, newest, standing, changes, by=person.name, now=now, note=note.strip())


def waiting(connection: sa.Connection, numbers: Sequence[int], person: SignedIn) -> list[Submission]:
    """Submissions that a person may decide on, each once, in the order of their numbers.

    Raises:
        Refused: One is unknown, decided already or not for this person to review.
    """
    found = {one.number: one for one in read_submissions(connection, submission.c.id.in_(numbers))}
    for number in numbers:
        if number not in found or not may(person, Act.SUBMIT, found[number].satker):
            raise Refused(Issue.of("submission-unknown", raw=str(number)))
        if not may(person, Act.REVIEW, found[number].satker):
            raise Refused(Issue.of("not-allowed", raw=person.name))
        if found[number].state != WAITING:
            raise Refused(Issue.of("submission-decided", raw=str(number), state=found[number].state))
    return list(found.values())


def decide(connection: sa.Connection, number: int, state: str, person: SignedIn, now: str, decision: str = "") -> None:
    """Writes what was decided, and records it."""
    values = {"state": state, "decided_at": now, "decided_by": person.name, "decision": decision}
    connection.execute(sa.update(submission).where(submission.c.id == number).values(**values))
    act = "setujui" if state == APPROVED else "kembalikan"
    record(connection, act, by=person.name, now=now, subject=f"pengajuan {number}", decision=decision)


def _uploader(connection: sa.Connection, one: Submission) -> str | None:
    query = sa.select(upload.c.uploaded_by).join(draft, draft.c.upload_sha256 == upload.c.sha256)
    return connection.execute(query.where(draft.c.id == one.draft_id)).scalar()
