"""Whose figures the files of a release hold."""

import sqlalchemy as sa

from store.database import Database
from store.tables import draft, publication, slice_table


def units_of_files(database: Database, number: int) -> dict[str, tuple[str, ...]]:
    """Satker codes, ascending, of what each file brought into release `number`, by the file's SHA-256."""
    query = (
        sa.select(draft.c.upload_sha256, slice_table.c.kode_satker)
        .join_from(publication, draft, draft.c.id == publication.c.draft_id)
        .join(slice_table, slice_table.c.key == publication.c.slice)
        .where(publication.c.release == number)
        .distinct()
        .order_by(slice_table.c.kode_satker)
    )
    found: dict[str, tuple[str, ...]] = {}
    with database.read() as connection:
        for sha256, kode_satker in connection.execute(query):
            found[sha256] = (*found.get(sha256, ()), kode_satker)
    return found
