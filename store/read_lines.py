"""The lines of a release."""

import pandas as pd
import sqlalchemy as sa

from budget.lines import AMOUNTS, LEVELS
from store.database import Database
from store.release_map import release_map
from store.tables import draft, line, slice_table, upload
from store.to_frame import to_frame

_TYPES = {
    **dict.fromkeys(("tahun", "bulan", "sumber_baris", "draft_id", "release", *AMOUNTS), "Int64"),
    **dict.fromkeys(("kode_satker", "sumber_dana", *LEVELS, "uraian", "sumber_berkas", "sumber_lembar"), "str"),
    **dict.fromkeys(("sumber_sel", "cells", "uploaded_at"), "str"),
    "sample": "bool",
}


def read_lines(
    database: Database,
    number: int,
    *,
    kode_satker: str | None = None,
    tahun: int | None = None,
    bulan: int | None = None,
) -> pd.DataFrame:
    """Budget lines of release `number`, lowest level present, in the order of their sheets.

    Args:
        database: Where they are.
        number: Release number.
        kode_satker: Only this unit.
        tahun: Only this budget year.
        bulan: Only figures up to this month.

    Returns:
        The columns of `budget.lines.LINES` but `kode_wilayah`, and `draft_id`, `uploaded_at` (UTC), `sample`,
        `release` (that set the slice).
    """
    current = release_map(number, kode_satker)
    query = (
        sa.select(
            *(slice_table.c[name] for name in ("tahun", "bulan", "kode_satker", "sumber_dana")),
            *(line.c[name] for name in (*LEVELS, "uraian", *AMOUNTS)),
            upload.c.name.label("sumber_berkas"),
            *(line.c[name] for name in ("sumber_lembar", "sumber_baris", "sumber_sel", "cells", "draft_id")),
            *(upload.c[name] for name in ("uploaded_at", "sample")),
            current.c.release,
        )
        .join_from(current, slice_table, slice_table.c.key == current.c.slice)
        .join(line, sa.and_(line.c.draft_id == current.c.draft_id, line.c.slice == current.c.slice))
        .join(draft, draft.c.id == current.c.draft_id)
        .join(upload, upload.c.sha256 == draft.c.upload_sha256)
        .order_by(slice_table.c.key, line.c.draft_id, line.c.no)
    )
    for column, value in (("kode_satker", kode_satker), ("tahun", tahun), ("bulan", bulan)):
        if value is not None:
            query = query.where(slice_table.c[column] == value)
    with database.read() as connection:
        return to_frame(connection.execute(query)).astype(_TYPES)
