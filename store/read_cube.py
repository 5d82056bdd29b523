"""The cube of a release."""

import pandas as pd
import sqlalchemy as sa

from store.database import Database
from store.release_map import release_map
from store.tables import cube, draft, slice_table, upload
from store.to_frame import to_frame

_TYPES = {
    **dict.fromkeys(("tahun", "bulan", "pagu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp"), "Int64"),
    "lines": "int64",
    "draft_id": "int64",
    "release": "int64",
    "sample": "bool",
    **dict.fromkeys(("kode_satker", "sumber_dana", "jenis", "uploaded_at", "format"), "str"),
}


def read_cube(database: Database, number: int) -> pd.DataFrame:
    """The cube of release `number`.

    Returns:
        One row per slice and jenis belanja: `tahun`, `bulan` (missing for a year's ceiling), `kode_satker`,
        `sumber_dana`, `jenis`, `pagu_rp`, `realisasi_ini_rp`, `realisasi_rp`, `sisa_rp` (rupiah, Int64,
        missing where unknown), `lines`, `draft_id`, `release` (that set the slice), `uploaded_at` (UTC),
        `format`, `sample`.
    """
    current = release_map(number)
    query = (
        sa.select(
            *(slice_table.c[name] for name in ("tahun", "bulan", "kode_satker", "sumber_dana")),
            *(cube.c[name] for name in ("jenis", "pagu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp", "lines")),
            *(current.c[name] for name in ("draft_id", "release")),
            *(upload.c[name] for name in ("uploaded_at", "sample")),
            draft.c.format,
        )
        .join_from(current, cube, sa.and_(cube.c.draft_id == current.c.draft_id, cube.c.slice == current.c.slice))
        .join(slice_table, slice_table.c.key == current.c.slice)
        .join(draft, draft.c.id == current.c.draft_id)
        .join(upload, upload.c.sha256 == draft.c.upload_sha256)
        .order_by(
            slice_table.c.kode_satker,
            slice_table.c.tahun,
            slice_table.c.bulan.nulls_first(),
            slice_table.c.sumber_dana,
            cube.c.jenis,
        )
    )
    with database.read() as connection:
        return to_frame(connection.execute(query)).astype(_TYPES)
