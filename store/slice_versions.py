"""What each file said of the slices that were replaced."""

from typing import Final

import sqlalchemy as sa

from store.tables import cube, draft, plan_line, publication, upload

AMOUNTS: Final = ("pagu_rp", "realisasi_rp", "sisa_rp", "realisasi_ini_rp")


def slice_versions() -> sa.Subquery:
    """Every draft that was public in a slice that was ever replaced.

    Columns: `slice`, `draft_id`, `release` (that first set it), `berkas`, `sha256`, `uploaded_at`, the sums `AMOUNTS`
    of figures (NULL where one amount is unknown, and for a plan) and `rencana_rp`, the year's sum of a withdrawal plan
    (NULL for figures).
    """
    replaced = sa.select(publication.c.slice).where(publication.c.replaces.is_not(None))
    first = (
        sa.select(publication.c.slice, publication.c.draft_id, sa.func.min(publication.c.release).label("release"))
        .where(publication.c.slice.in_(replaced))
        .group_by(publication.c.slice, publication.c.draft_id)
        .subquery()
    )
    figures, plans = _sums(cube, AMOUNTS, replaced), _sums(plan_line, ("rencana_rp",), replaced)
    return (
        sa.select(
            first,
            upload.c.name.label("berkas"),
            *(upload.c[name] for name in ("sha256", "uploaded_at")),
            *(figures.c[name] for name in AMOUNTS),
            plans.c.rencana_rp,
        )
        .join_from(first, draft, draft.c.id == first.c.draft_id)
        .join(upload, upload.c.sha256 == draft.c.upload_sha256)
        .outerjoin(figures, sa.and_(figures.c.draft_id == first.c.draft_id, figures.c.slice == first.c.slice))
        .outerjoin(plans, sa.and_(plans.c.draft_id == first.c.draft_id, plans.c.slice == first.c.slice))
        .subquery()
    )


def _sums(table: sa.Table, amounts: tuple[str, ...], slices: sa.Select[tuple[str]]) -> sa.Subquery:
    keys = (table.c.slice, table.c.draft_id)
    totals = (_total(table.c[name]).label(name) for name in amounts)
    return sa.select(*keys, *totals).where(table.c.slice.in_(slices)).group_by(*keys).subquery()


def _total(column: sa.Column[int]) -> sa.Case[int]:
    whole = sa.func.count(column) == sa.func.count()
    return sa.case((whole, sa.cast(sa.func.sum(column), sa.BigInteger)), else_=None)
