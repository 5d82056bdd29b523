"""The withdrawal plans of a release."""

import pandas as pd
import sqlalchemy as sa

from store.database import Database
from store.release_map import release_map
from store.tables import draft, plan_line, slice_table, upload

_TYPES = {
    **dict.fromkeys(("tahun", "bulan", "rencana_rp", "sumber_baris"), "Int64"),
    **dict.fromkeys(("draft_id", "release"), "int64"),
    **dict.fromkeys(("kode_satker", "sumber_dana", "jenis", "uploaded_at"), "str"),
    **dict.fromkeys(("sumber_berkas", "sumber_lembar", "sumber_sel"), "str"),
    "sample": "bool",
}


def read_plans(database: Database, number: int) -> pd.DataFrame:
    """The withdrawal plans of release `number`.

    Returns:
        One row per unit, budget year, source of funds, jenis belanja and month: `kode_satker`, `tahun`, `sumber_dana`,
        `jenis` (missing where the plan is not broken down), `bulan`, `rencana_rp` (of that month alone, rupiah),
        `sumber_berkas`, `sumber_lembar`, `sumber_baris`, `sumber_sel`, `draft_id`, `release` (that set the plan),
        `uploaded_at` (UTC), `sample`.
    """
    current = release_map(number)
    query = (
        sa.select(
            *(slice_table.c[name] for name in ("kode_satker", "tahun", "sumber_dana")),
            *(plan_line.c[name] for name in ("jenis", "bulan", "rencana_rp")),
            upload.c.name.label("sumber_berkas"),
            *(plan_line.c[name] for name in ("sumber_lembar", "sumber_baris", "sumber_sel")),
            *(current.c[name] for name in ("draft_id", "release")),
            *(upload.c[name] for name in ("uploaded_at", "sample")),
        )
        .join_from(
            current,
            plan_line,
            sa.and_(plan_line.c.draft_id == current.c.draft_id, plan_line.c.slice == current.c.slice),
        )
        .join(slice_table, slice_table.c.key == current.c.slice)
        .join(draft, draft.c.id == current.c.draft_id)
        .join(upload, upload.c.sha256 == draft.c.upload_sha256)
        .order_by(slice_table.c.key, plan_line.c.jenis, plan_line.c.bulan)
    )
    with database.read() as connection:
        result = connection.execute(query)
        # Plain tuples: of a row of SQLAlchemy's, pandas asks attributes that it does not have, one by one.
        return pd.DataFrame(list(map(tuple, result)), columns=list(result.keys())).astype(_TYPES)
