"""Adding a release to the chain."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

import sqlalchemy as sa

from budget.issue import Issue
from budget.sumber_dana import HIBAH, TIDAK_DIRINCI
from store.audit import audit_head, record
from store.canonical_line import LINE_FIELDS, PLAN_FIELDS, canonical_line
from store.change import PENARIKAN, Change
from store.merkle import leaf, root
from store.refused import Refused
from store.release import Release
from store.tables import cube, draft, line, plan_line, publication, release, slice_table

_CONTENT = ((line, LINE_FIELDS), (plan_line, PLAN_FIELDS))


def make_release(
    connection: sa.Connection,
    newest: Release | None,
    standing: Mapping[str, int],
    changes: Mapping[str, Change],
    *,
    by: str,
    now: str,
    note: str,
) -> Release:
    """Adds a release that changes slices; who may do so was judged before.

    Args:
        connection: A writing transaction.
        newest: The release before.
        standing: Its map from slice to draft.
        changes: What becomes of which slice; not empty.
        by: Account name.
        now: Time, ISO 8601 in UTC.
        note: What the public should know about this release.

    Raises:
        Refused: Money would be counted twice.
    """
    set_now = {key: one.draft_id for key, one in changes.items() if one.kind != PENARIKAN}
    kept = {key: draft_id for key, draft_id in standing.items() if key not in changes}
    _check_overlap(connection, {**kept, **set_now}, set_now)
    _write_cube(connection, sorted(set(set_now.values())))
    made = _release(connection, newest, changes, by, now, note)
    connection.execute(release.insert().values(**vars(made)))
    connection.execute(
        publication.insert(),
        [{"release": made.number, "slice": key, **vars(one)} for key, one in sorted(changes.items())],
    )
    record(connection, "terbit", by=by, now=now, subject=f"rilis {made.number}", hash=made.hash, slices=sorted(changes))
    return made


def slice_root(connection: sa.Connection, slices: Mapping[str, int]) -> str:
    """The Merkle root over the stored lines of slices: by the slice's key, then in their order, plans last.

    Args:
        connection: Any.
        slices: The draft behind each slice.
    """
    return root(_leaves(connection, slices))


def release_hash(made: Release, content: Mapping[str, object]) -> str:
    """SHA-256 over what a release says, as JSON with sorted keys and without spaces."""
    head = {name: value for name, value in vars(made).items() if name != "hash" and value is not None}
    text = json.dumps({**head, **content}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _leaves(connection: sa.Connection, slices: Mapping[str, int]) -> Iterator[bytes]:
    for key, draft_id in sorted(slices.items()):
        for table, fields in _CONTENT:
            query = (
                sa.select(*(table.c[name] for name in fields))
                .where(table.c.draft_id == draft_id, table.c.slice == key)
                .order_by(table.c.no)
            )
            yield from (leaf(canonical_line(row)) for row in connection.execute(query))


def _check_overlap(connection: sa.Connection, after: Mapping[str, int], changed: Mapping[str, int]) -> None:
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


def _write_cube(connection: sa.Connection, draft_ids: list[int]) -> None:
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
    connection: sa.Connection, newest: Release | None, changes: Mapping[str, Change], by: str, now: str, note: str
) -> Release:
    content = {
        "audit": audit_head(connection),
        "slices": slices_content(connection, changes),
        "previous_root": newest.root if newest else None,
    }
    number, previous = (newest.number, newest.hash) if newest else (0, "")
    merkle = slice_root(connection, {key: one.draft_id for key, one in changes.items() if one.kind != PENARIKAN})
    unsigned = Release(number + 1, now, by, note, previous, "", merkle)
    return Release(number + 1, now, by, note, previous, release_hash(unsigned, content), merkle)


def slices_content(connection: sa.Connection, changes: Mapping[str, Change]) -> list[list[str | int | None]]:
    """What a release's hash says of its slices: key, which draft exactly, kind, and what was approved.

    A draft is named by what makes it one of its kind: the file's hash, what was declared, and the hash of its lines.
    """
    drafts = {one.draft_id for one in changes.values()}
    identity = (draft.c.upload_sha256, draft.c.declared, draft.c.content_hash)
    query = sa.select(draft.c.id, *identity).where(draft.c.id.in_(drafts))
    named = {number: list(parts) for number, *parts in connection.execute(query)}
    return [[key, *named[one.draft_id], one.kind, one.submission_id] for key, one in sorted(changes.items())]
