"""Holding every slice's key against its parts."""

from collections.abc import Iterator

import sqlalchemy as sa

from budget.slice import RPD, Slice
from store.tables import slice_table

_KINDS = ("realisasi", RPD)


def check_slices(connection: sa.Connection) -> Iterator[str]:
    """Names each slice whose key is not made of its parts."""
    columns = (slice_table.c[name] for name in ("key", *Slice.__dataclass_fields__))
    for key, *parts in connection.execute(sa.select(*columns).order_by(slice_table.c.key)):
        piece = Slice(*parts)
        whole = isinstance(piece.tahun, int) and isinstance(piece.bulan, int | None)
        if not whole or piece.kind not in _KINDS or piece.key != key:
            yield f"Bagian {key}: tahun, bulan, satker, sumber dana, atau jenisnya tidak cocok dengan kuncinya."
