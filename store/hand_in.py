"""Handing in what was read, for review."""

import sqlalchemy as sa

from budget.declared import Declared
from budget.draft import Draft
from budget.issue import Issue
from budget.reasons import reasons
from store.audit import record
from store.change import KOREKSI, REVISI
from store.database import Database
from store.may import Act, may
from store.refused import Refused
from store.signed_in import SignedIn
from store.submission import SUPERSEDED, WAITING
from store.submissions import slices_of
from store.submit import keep_draft
from store.tables import submission


def hand_in(
    database: Database,
    draft: Draft,
    declared: Declared,
    person: SignedIn,
    *,
    now: str,
    note: str = "",
    kind: str = REVISI,
    reason: str | None = None,
) -> int:
    """Keeps a draft and puts it in the queue of the reviewers; nothing becomes public.

    What waits and sets nothing but slices that this one sets too is superseded: it would be of no use any more.

    Args:
        database: Where to keep it.
        draft: What was read.
        declared: What was declared for it.
        person: Who hands it in.
        now: Time, ISO 8601 in UTC.
        note: What the public is told about it.
        kind: What it is where it replaces something public: `revisi` (later, better data) or `koreksi` (a mistake).
        reason: A code of `data/alasan.csv` for low, high or falling absorption.

    Returns:
        The number of the submission.

    Raises:
        Refused: The draft has errors, lacks its note, names a reason that there is not, or holds figures of units that
            are not this person's.
    """
    satker = sorted({piece.kode_satker for piece in draft.report.slices})
    _check(draft, person, satker, note, kind, reason)
    with database.write() as connection:
        draft_id = keep_draft(connection, draft, declared, person.name, now)
        _supersede(connection, draft_id, person.name, now)
        values = {"draft_id": draft_id, "submitted_at": now, "submitted_by": person.name}
        values |= {"kind": kind, "note": note.strip(), "reason": reason, "state": WAITING}
        number = int(connection.execute(submission.insert().values(**values)).inserted_primary_key[0])  # type: ignore[index]
        slices = [piece.key for piece in draft.report.slices]
        record(
            connection,
            "ajukan",
            by=person.name,
            now=now,
            subject=f"pengajuan {number}",
            sha256=draft.upload.sha256,
            slices=slices,
            draft=draft_id,
            kind=kind,
            note=note.strip(),
            reason=reason,
        )
    return number


def _check(draft: Draft, person: SignedIn, satker: list[str], note: str, kind: str, reason: str | None) -> None:
    if not may(person, Act.SUBMIT, satker):
        raise Refused(Issue.of("not-yours", raw=", ".join(satker)))
    if not draft.report.publishable:
        raise Refused(Issue.of("draft-not-publishable", raw=draft.upload.name))
    if draft.report.needs_note and not note.strip():
        raise Refused(Issue.of("note-missing", raw=draft.upload.name))
    if reason is not None and reason not in reasons():
        raise Refused(Issue.of("reason-unknown", raw=reason))
    if kind not in {REVISI, KOREKSI}:
        raise ValueError(f"not a kind of a submission: {kind}")


def _supersede(connection: sa.Connection, draft_id: int, by: str, now: str) -> None:
    waiting = {
        row.id: row.draft_id
        for row in connection.execute(
            sa.select(submission.c.id, submission.c.draft_id).where(submission.c.state == WAITING)
        )
    }
    slices = slices_of(connection, sorted({draft_id, *waiting.values()}))
    for number, other in waiting.items():
        if set(slices[other]) <= set(slices[draft_id]):
            decided = {"state": SUPERSEDED, "decided_at": now, "decided_by": by, "decision": ""}
            connection.execute(sa.update(submission).where(submission.c.id == number).values(**decided))
            record(connection, "ganti", by=by, now=now, subject=f"pengajuan {number}")
