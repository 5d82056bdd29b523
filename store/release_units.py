"""The units of a release."""

import sqlalchemy as sa

from budget.slice import RPD
from store.database import Database
from store.release_map import release_map
from store.tables import slice_table


def release_units(database: Database, number: int) -> list[str]:
    """Satker codes that release `number` holds figures of, ascending."""
    current = release_map(number)
    query = (
        sa.select(slice_table.c.kode_satker)
        .join_from(current, slice_table, slice_table.c.key == current.c.slice)
        .where(slice_table.c.kind != RPD)
        .distinct()
        .order_by(slice_table.c.kode_satker)
    )
    with database.read() as connection:
        return list(connection.execute(query).scalars())
