"""Making drafts public."""

import json
from collections.abc import Sequence
from hashlib import sha256

import sqlalchemy as sa

from budget.issue import Issue
from budget.sumber_dana import HIBAH, TIDAK_DIRINCI
from store.database import Database
from store.refused import Refused
from store.release import Release
from store.release_map import release_map
from store.tables import cube, draft, line, plan_line, publication, release, slice_table

_CONTENT = (line, plan_line)


def publish(
    database: Database, draft_ids: Sequence[int], *, by: str, now: str, note: str = "", base: int | None = None
) -> Release:
    """Makes drafts public as one release, in one transaction: all of it or nothing.

    Args:
        database: Where the drafts are.
        draft_ids: Drafts to publish; each replaces what stood in its slices, the rest is kept.
        by: Account name.
        now: Time, ISO 8601 in UTC.
        note: What the public should know about this release.
        base: Number of the release that the publisher looked at (0 for none); None takes the newest.

    Returns:
        The new release, or the newest one where the drafts change nothing.

    Raises:
        Refused: A draft is unknown, not publishable or lacks its note, two drafts set the same slice, money would be
            counted twice, or another release came between (`base`).
    """
    with database.write() as connection:
        newest = connection.execute(
            sa.select(release.c.number, release.c.hash).order_by(release.c.number.desc()).limit(1)
        ).first()
        number, previous_hash = (newest.number, newest.hash) if newest else (0, "")
        if base is not None and base != number:
            raise Refused(Issue.of("base-moved", base=base, newest=number))
        _check_publishable(connection, draft_ids, note)
        wanted = _slices_of(connection, draft_ids)
        standing = dict(
            connection.execute(sa.select((current := release_map(number)).c.slice, current.c.draft_id)).all()
        )
        changed = {key: draft_id for key, draft_id in wanted.items() if standing.get(key) != draft_id}
        if not changed:
            if newest is None:
                raise Refused(Issue.of("nothing-to-publish"))
            return _read(connection, number)
        _check_overlap(connection, {**standing, **changed}, changed)
        _write_cube(connection, draft_ids)
        published = _release(connection, number + 1, by, now, note, previous_hash, changed)
        connection.execute(release.insert().values(**vars(published)))
        connection.execute(
            publication.insert(),
            [
                {"release": published.number, "slice": key, "draft_id": draft_id, "replaces": standing.get(key)}
                for key, draft_id in sorted(changed.items())
            ],
        )
        return published


def _check_publishable(connection: sa.Connection, draft_ids: Sequence[int], note: str) -> None:
    query = sa.select(draft.c.id, draft.c.publishable, draft.c.needs_note).where(draft.c.id.in_(draft_ids))
    found = {row.id: row for row in connection.execute(query)}
    for draft_id in draft_ids:
        if draft_id not in found:
            raise Refused(Issue.of("draft-unknown", raw=str(draft_id)))
        if not found[draft_id].publishable:
            raise Refused(Issue.of("draft-not-publishable", raw=str(draft_id)))
        if found[draft_id].needs_note and not note.strip():
            raise Refused(Issue.of("note-missing", raw=str(draft_id)))


def _slices_of(connection: sa.Connection, draft_ids: Sequence[int]) -> dict[str, int]:
    wanted: dict[str, int] = {}
    parts = (sa.select(table.c.slice, table.c.draft_id).where(table.c.draft_id.in_(draft_ids)) for table in _CONTENT)
    for key, draft_id in connection.execute(sa.union(*parts)):
        if wanted.setdefault(key, draft_id) != draft_id:
            raise Refused(Issue.of("slice-twice", raw=key))
    return wanted


def _check_overlap(connection: sa.Connection, after: dict[str, int], changed: dict[str, int]) -> None:
    """Refuses APBN money that is `tidak dirinci` beside the same period's money by source: it would count twice.

    Plans are held against plans, figures against figures.
    """
    periods: dict[tuple[str, int, int | None, str], set[str]] = {}
    touched = set()
    for row in connection.execute(sa.select(slice_table)):
        if row.key in after:
            period = (row.kode_satker, row.tahun, row.bulan, row.kind)
            periods.setdefault(period, set()).add(row.sumber_dana)
            if row.key in changed:
                touched.add(period)
    for kode_satker, tahun, bulan, kind in sorted(touched, key=str):
        sources = periods[kode_satker, tahun, bulan, kind]
        if TIDAK_DIRINCI in sources and sources - HIBAH - {TIDAK_DIRINCI}:
            words = f"{tahun}" if bulan is None else f"{tahun}-{bulan:02d}"
            raw = ", ".join(sorted(sources))
            raise Refused(Issue.of("sumber-dana-overlap", raw=raw, satker=kode_satker, period=words))


def _write_cube(connection: sa.Connection, draft_ids: Sequence[int]) -> None:
    jenis = sa.func.coalesce(sa.func.substr(line.c.akun, 1, 2), "??")

    def total(name: str) -> sa.Case[int]:
        column = line.c[name]
        whole = sa.func.count(column) == sa.func.count()
        return sa.case((whole, sa.cast(sa.func.sum(column), sa.BigInteger)), else_=None)

    amounts = ("pagu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp")
    sums = (
        sa.select(line.c.draft_id, line.c.slice, jenis, *map(total, amounts), sa.func.count())
        .where(line.c.draft_id.in_(draft_ids), line.c.draft_id.not_in(sa.select(cube.c.draft_id)))
        .group_by(line.c.draft_id, line.c.slice, jenis)
    )
    connection.execute(cube.insert().from_select(["draft_id", "slice", "jenis", *amounts, "lines"], sums))


def _release(
    connection: sa.Connection, number: int, by: str, now: str, note: str, previous_hash: str, changed: dict[str, int]
) -> Release:
    hashes = dict(
        connection.execute(
            sa.select(draft.c.id, draft.c.content_hash).where(draft.c.id.in_(set(changed.values())))
        ).all()
    )
    content = {
        "number": number,
        "published_at": now,
        "published_by": by,
        "note": note,
        "previous_hash": previous_hash,
        "slices": [[key, hashes[draft_id]] for key, draft_id in sorted(changed.items())],
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Release(number, now, by, note, previous_hash, sha256(text.encode()).hexdigest())


def _read(connection: sa.Connection, number: int) -> Release:
    return Release(*connection.execute(sa.select(release).where(release.c.number == number)).one())
