"""When the figures of a release came, and how often they were replaced."""

import pandas as pd
import sqlalchemy as sa

from budget.slice import RPD
from store.change import PENARIKAN
from store.database import Database
from store.tables import draft, publication, slice_table, upload

_TYPES = {
    **dict.fromkeys(("tahun", "bulan"), "Int64"),
    **dict.fromkeys(("first_release", "release", "replaced"), "int64"),
    "withdrawn": "bool",
    **dict.fromkeys(("kode_satker", "sumber_dana", "first_uploaded_at", "uploaded_at"), "str"),
}


def read_history(database: Database, number: int) -> pd.DataFrame:
    """How each slice of figures of release `number` came to be public.

    Returns:
        One row per slice: `tahun`, `bulan` (missing for a year's ceiling), `kode_satker`, `sumber_dana`,
        `first_uploaded_at` (when the first file that became public came, UTC), `first_release`, `release` (that set
        the present figures), `replaced` (how many times), `uploaded_at` (of the present figures, UTC), `withdrawn`
        (the release took them back).
    """
    past = (
        sa.select(
            publication.c.slice,
            sa.func.min(upload.c.uploaded_at).label("first_uploaded_at"),
            sa.func.min(publication.c.release).label("first_release"),
            sa.func.max(publication.c.release).label("release"),
            sa.func.count(publication.c.replaces).label("replaced"),
        )
        .join_from(publication, draft, draft.c.id == publication.c.draft_id)
        .join(upload, upload.c.sha256 == draft.c.upload_sha256)
        .where(publication.c.release <= number)
        .group_by(publication.c.slice)
        .subquery()
    )
    query = (
        sa.select(
            *(slice_table.c[name] for name in ("tahun", "bulan", "kode_satker", "sumber_dana")),
            *(past.c[name] for name in ("first_uploaded_at", "first_release", "release", "replaced")),
            upload.c.uploaded_at,
            publication.c.kind.is_not_distinct_from(PENARIKAN).label("withdrawn"),
        )
        .join_from(past, slice_table, slice_table.c.key == past.c.slice)
        .join(publication, sa.and_(publication.c.slice == past.c.slice, publication.c.release == past.c.release))
        .join(draft, draft.c.id == publication.c.draft_id)
        .join(upload, upload.c.sha256 == draft.c.upload_sha256)
        .where(slice_table.c.kind != RPD)
        .order_by(
            slice_table.c.kode_satker, slice_table.c.tahun, slice_table.c.bulan.nulls_first(), slice_table.c.sumber_dana
        )
    )
    with database.read() as connection:
        result = connection.execute(query)
        # Plain tuples: of a row of SQLAlchemy's, pandas asks attributes that it does not have, one by one.
        return pd.DataFrame(list(map(tuple, result)), columns=list(result.keys())).astype(_TYPES)
