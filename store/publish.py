"""Making drafts public."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from budget.issue import Issue
from store.change import BARU, REVISI, Change
from store.database import Database
from store.make_release import make_release
from store.refused import Refused
from store.release import Release
from store.release_map import release_map
from store.tables import draft, line, plan_line, publication, release

_NAMED = 5
_RELEASE = [release.c[name] for name in Release.__dataclass_fields__]


def publish(
    database: Database,
    draft_ids: Sequence[int],
    *,
    by: str,
    now: str,
    note: str = "",
    base: int | None = None,
    kind: str = REVISI,
) -> Release:
    """Makes drafts public as one release, in one transaction: all of it or nothing.

    Nobody reviews them: for the command line and sample data. What people hand in passes `store.approve`.

    Args:
        database: Where the drafts are.
        draft_ids: Drafts to publish; each replaces what stood in its slices, the rest is kept.
        by: Account name.
        now: Time, ISO 8601 in UTC.
        note: What the public should know about this release.
        base: Number of the release that the publisher looked at (0 for none); None takes the newest.
        kind: What it is where it replaces something: `revisi` or `koreksi`.

    Returns:
        The new release, or the newest one where the drafts change nothing.

    Raises:
        Refused: A draft is unknown, not publishable or lacks its note, two drafts set the same slice, money would be
            counted twice, or another release came between (`base`).
    """
    with database.write() as connection:
        newest = newest_release(connection, base)
        check_publishable(connection, dict.fromkeys(draft_ids, note))
        standing = standing_map(connection, newest)
        changes = changes_of(connection, dict.fromkeys(draft_ids, kind), standing)
        if not changes:
            if newest is None:
                raise Refused(Issue.of("nothing-to-publish"))
            return newest
        return make_release(connection, newest, standing, changes, by=by, now=now, note=note)


def newest_release(connection: sa.Connection, base: int | None) -> Release | None:
    """The newest release, if it is the one that somebody looked at.

    Raises:
        Refused: Another one came between; the message says what it changed.
    """
    row = connection.execute(sa.select(*_RELEASE).order_by(release.c.number.desc()).limit(1)).first()
    number = row.number if row else 0
    if base is not None and base != number:
        raise Refused(Issue.of("base-moved", base=base, newest=number, changed=_changed_since(connection, base)))
    return Release(*row) if row else None


def _changed_since(connection: sa.Connection, base: int) -> str:
    query = (
        sa.select(release.c.number, release.c.published_by, publication.c.slice)
        .join_from(publication, release, release.c.number == publication.c.release)
        .where(release.c.number > base)
        .order_by(release.c.number, publication.c.slice)
    )
    rows = connection.execute(query).all()
    shown = [f"{row.slice} (rilis {row.number}, {row.published_by})" for row in rows[:_NAMED]]
    more = [f"dan {len(rows) - _NAMED} lagi"] if len(rows) > _NAMED else []
    return ", ".join(shown + more)


def standing_map(connection: sa.Connection, newest: Release | None) -> dict[str, int]:
    """The draft behind each slice of the newest release."""
    current = release_map(newest.number if newest else 0)
    return dict(connection.execute(sa.select(current.c.slice, current.c.draft_id)).all())


def check_publishable(connection: sa.Connection, notes: Mapping[int, str]) -> None:
    """Refuses drafts that may not become public.

    Args:
        connection: Any.
        notes: What the public is told about each draft.

    Raises:
        Refused: A draft is unknown, not publishable or lacks its note.
    """
    query = sa.select(draft.c.id, draft.c.publishable, draft.c.needs_note).where(draft.c.id.in_(notes))
    found = {row.id: row for row in connection.execute(query)}
    for draft_id, note in notes.items():
        if draft_id not in found:
            raise Refused(Issue.of("draft-unknown", raw=str(draft_id)))
        if not found[draft_id].publishable:
            raise Refused(Issue.of("draft-not-publishable", raw=str(draft_id)))
        if found[draft_id].needs_note and not note.strip():
            raise Refused(Issue.of("note-missing", raw=str(draft_id)))


def changes_of(
    connection: sa.Connection,
    kinds: Mapping[int, str],
    standing: Mapping[str, int],
    submissions: Mapping[int, int] | None = None,
) -> dict[str, Change]:
    """What drafts change of a release's map.

    Args:
        connection: Any.
        kinds: What each draft is where it replaces something.
        standing: The draft behind each public slice.
        submissions: What was handed in, by draft.

    Raises:
        Refused: Two drafts set the same slice.
    """
    parts = (
        sa.select(table.c.slice, table.c.draft_id).where(table.c.draft_id.in_(kinds)) for table in (line, plan_line)
    )
    wanted: dict[str, int] = {}
    for key, draft_id in connection.execute(sa.union(*parts)):
        if wanted.setdefault(key, draft_id) != draft_id:
            raise Refused(Issue.of("slice-twice", raw=key))
    return {
        key: Change(
            draft_id,
            kinds[draft_id] if key in standing else BARU,
            standing.get(key),
            (submissions or {}).get(draft_id),
        )
        for key, draft_id in wanted.items()
        if standing.get(key) != draft_id
    }
