"""What units say about public figures."""

import sqlalchemy as sa

from budget.remark import Remark
from budget.slice import Slice
from store.change import PENARIKAN
from store.database import Database
from store.tables import publication, release, slice_table, submission

_SLICE = [slice_table.c[name] for name in ("tahun", "bulan", "kode_satker", "sumber_dana", "kind")]


def read_remarks(database: Database, number: int) -> list[Remark]:
    """What is said about the slices as release `number` has them, and why those are gone that were withdrawn."""
    newest = (
        sa.select(publication.c.slice, sa.func.max(publication.c.release).label("release"))
        .where(publication.c.release <= number)
        .group_by(publication.c.slice)
        .subquery()
    )
    withdrawn = publication.c.kind.is_not_distinct_from(PENARIKAN)
    said = sa.or_(submission.c.note != "", submission.c.reason.is_not(None))
    query = (
        sa.select(
            *_SLICE,
            withdrawn.label("withdrawn"),
            submission.c.reason,
            sa.case((withdrawn, release.c.note), else_=submission.c.note).label("text"),
            release.c.number,
            release.c.published_at,
        )
        .join_from(
            publication,
            newest,
            sa.and_(publication.c.slice == newest.c.slice, publication.c.release == newest.c.release),
        )
        .join(slice_table, slice_table.c.key == publication.c.slice)
        .join(release, release.c.number == publication.c.release)
        .outerjoin(submission, submission.c.id == publication.c.submission_id)
        .where(sa.or_(withdrawn, said))
        .order_by(publication.c.slice)
    )
    with database.read() as connection:
        return [
            Remark(Slice(*row[:5]), row.withdrawn, row.reason, row.text, row.number, row.published_at)
            for row in connection.execute(query)
        ]
