"""Checking that nothing that is kept was changed."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import sqlalchemy as sa

from store.check_audit import check_audit
from store.check_checkpoints import check_checkpoints
from store.check_cube import check_cube
from store.check_lines import check_lines
from store.check_releases import check_releases
from store.check_slices import check_slices
from store.check_submissions import check_submissions
from store.check_uploads import check_uploads
from store.database import Database
from store.release import Release
from store.tables import audit, line, plan_line, release, upload
from store.verified import Verified

_MOST = 100
_CHECKS: dict[str, Callable[[sa.Connection], Iterator[str]]] = {
    "Berkas": check_uploads,
    "Bagian": check_slices,
    "Baris": check_lines,
    "Jejak audit": check_audit,
    "Rilis": check_releases,
    "Pengajuan": check_submissions,
    "Jumlah": check_cube,
}


def verify(database: Database, kept: Sequence[str] = ()) -> Verified:
    """Checks files, lines, sums, releases, acts and what was approved against their hashes and each other.

    Whoever can write to the database and computes every hash anew passes all this, except what outsiders kept.

    Args:
        database: What to check; it may be in use.
        kept: Checkpoints that somebody kept, a line each (`store.checkpoint.checkpoint`).

    Returns:
        What was found, at most a hundred sentences.
    """
    with database.read() as connection:
        findings = tuple(islice(_findings(connection, kept), _MOST))
        files, releases, lines, plans, acts = (
            connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in (upload, release, line, plan_line, audit)
        )
        columns = (release.c[name] for name in Release.__dataclass_fields__)
        row = connection.execute(sa.select(*columns).order_by(release.c.number.desc()).limit(1)).first()
    return Verified(findings, files, releases, lines + plans, acts, Release(*row) if row else None)


def _findings(connection: sa.Connection, kept: Sequence[str]) -> Iterator[str]:
    for name, check in _CHECKS.items():
        try:
            # What fails ends what it is in, in PostgreSQL: each check is in something of its own.
            with connection.begin_nested():
                yield from check(connection)
        except sa.exc.DatabaseError as error:
            # A damaged file, or text that is no text: the rest is still worth checking.
            yield f"{name}: tidak dapat dibaca dari basis data ({error.orig})."
    yield from check_checkpoints(connection, kept)
