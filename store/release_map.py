"""Which draft stands behind each slice of a release."""

import sqlalchemy as sa

from store.change import PENARIKAN
from store.tables import publication, slice_table


def release_map(number: int, kode_satker: str | None = None) -> sa.Subquery:
    """The map of release `number`: columns `slice`, `draft_id`, `release` (the one that set it).

    A slice that was withdrawn is not in it.

    Args:
        number: Release number.
        kode_satker: Only the slices of this unit.
    """
    keys = sa.select(slice_table.c.key).where(slice_table.c.kode_satker == kode_satker)
    own = publication.c.slice.in_(keys) if kode_satker else sa.true()
    newest = (
        sa.select(publication.c.slice, sa.func.max(publication.c.release).label("release"))
        .where(publication.c.release <= number, own)
        .group_by(publication.c.slice)
        .subquery()
    )
    return (
        sa.select(publication.c.slice, publication.c.draft_id, publication.c.release)
        .join(newest, sa.and_(publication.c.slice == newest.c.slice, publication.c.release == newest.c.release))
        .where(sa.func.coalesce(publication.c.kind, "") != PENARIKAN)
        .subquery()
    )
