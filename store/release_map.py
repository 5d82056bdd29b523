"""Which draft stands behind each slice of a release."""

import sqlalchemy as sa

from store.tables import publication


def release_map(number: int) -> sa.Subquery:
    """The map of release `number`: columns `slice`, `draft_id`, `release` (the one that set it)."""
    newest = (
        sa.select(publication.c.slice, sa.func.max(publication.c.release).label("release"))
        .where(publication.c.release <= number)
        .group_by(publication.c.slice)
        .subquery()
    )
    return (
        sa.select(publication.c.slice, publication.c.draft_id, publication.c.release)
        .join(newest, sa.and_(publication.c.slice == newest.c.slice, publication.c.release == newest.c.release))
        .subquery()
    )
