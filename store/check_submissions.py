"""Holding what was handed in, approved, returned and withdrawn against the chain of acts."""

from collections.abc import Iterator

import sqlalchemy as sa

from store.change import PENARIKAN
from store.recorded_acts import RecordedAct, recorded_acts
from store.submission import APPROVED, RETURNED, SUPERSEDED, WAITING
from store.tables import draft, publication, release, submission, upload

_STATES = {"setujui": APPROVED, "kembalikan": RETURNED, "ganti": SUPERSEDED}
_HANDED_IN = ("draft_id", "submitted_at", "submitted_by", "kind", "note", "reason", "sha256")
_DECIDED = ("state", "decided_at", "decided_by", "decision")


def check_submissions(connection: sa.Connection) -> Iterator[str]:
    """Names each submission, approval and withdrawal that is not as it was recorded."""
    recorded: dict[str, dict[str, object]] = {}
    for act in recorded_acts(connection, "ajukan", *_STATES):
        recorded.setdefault(act.subject, {}).update(_recorded(act))
    query = sa.select(submission, upload.c.sha256, upload.c.uploaded_by)
    query = query.outerjoin(draft, draft.c.id == submission.c.draft_id)
    query = query.outerjoin(upload, upload.c.sha256 == draft.c.upload_sha256).order_by(submission.c.id)
    for row in connection.execute(query).mappings():
        where = f"Pengajuan {row['id']}"
        acts = recorded.pop(f"pengajuan {row['id']}", {})
        for fields, word in ((_HANDED_IN, "pengajuannya"), (_DECIDED, "keputusannya")):
            if any(row[name] != acts.get(name) for name in fields):
                yield f"{where}: {word} bukan yang tercatat dalam jejak audit."
        if row["state"] == APPROVED and row["decided_by"] in {row["submitted_by"], row["uploaded_by"]}:
            yield f"{where}: disetujui oleh yang mengajukan atau mengunggahnya."
    for subject in recorded:
        yield f"{subject.capitalize()}: hilang, padahal tercatat dalam jejak audit."
    yield from _check_links(connection)
    yield from _check_withdrawals(connection)


def _recorded(act: RecordedAct) -> dict[str, object]:
    if act.act == "ajukan":
        named = {name: act.detail.get(name) for name in ("kind", "note", "reason", "sha256")}
        undecided = {"state": WAITING, "decided_at": None, "decided_by": None, "decision": None}
        return {
            **named,
            **undecided,
            "draft_id": act.detail.get("draft"),
            "submitted_at": act.at,
            "submitted_by": act.by,
        }
    decision = act.detail.get("decision", "")
    return {"state": _STATES[act.act], "decided_at": act.at, "decided_by": act.by, "decision": decision}


def _check_links(connection: sa.Connection) -> Iterator[str]:
    """Each publication stands by a submission of its draft that was approved as the release came out."""
    query = (
        sa.select(publication.c.release, publication.c.slice)
        .outerjoin(submission, submission.c.id == publication.c.submission_id)
        .outerjoin(release, release.c.number == publication.c.release)
        .where(
            publication.c.submission_id.is_not(None),
            sa.or_(
                submission.c.id.is_(None),
                submission.c.state != APPROVED,
                submission.c.draft_id != publication.c.draft_id,
                submission.c.decided_at != release.c.published_at,
                submission.c.decided_by != release.c.published_by,
            ),
        )
        .order_by(publication.c.release, publication.c.slice)
    )
    for number, key in connection.execute(query):
        yield f"Publikasi {key} dalam rilis {number}: pengajuannya bukan yang disetujui untuk rilis itu."


def _check_withdrawals(connection: sa.Connection) -> Iterator[str]:
    query = (
        sa.select(publication.c.slice, release.c.published_at, release.c.published_by, release.c.note)
        .join(release, release.c.number == publication.c.release)
        .where(publication.c.kind == PENARIKAN)
    )
    public = [tuple(row) for row in connection.execute(query)]
    acts = [(act.subject, act.at, act.by, act.detail.get("reason")) for act in recorded_acts(connection, "tarik")]
    for one in [*(one for one in acts if one not in public), *(one for one in public if one not in acts)]:
        yield f"Penarikan {one[0]} ({one[1]}, {one[2]}): tidak sama dalam rilis dan jejak audit."
