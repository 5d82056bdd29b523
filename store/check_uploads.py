"""Holding every stored file against its hash."""

from collections.abc import Iterator
from hashlib import sha256

import sqlalchemy as sa

from store.tables import upload


def check_uploads(connection: sa.Connection) -> Iterator[str]:
    """Names each file whose bytes are not those of its hash; one file at a time is in memory."""
    keys = connection.execute(sa.select(upload.c.sha256, upload.c.name).order_by(upload.c.sha256)).all()
    for key, name in keys:
        content = connection.execute(sa.select(upload.c.content).where(upload.c.sha256 == key)).scalar_one()
        if not isinstance(content, bytes) or sha256(content).hexdigest() != key:
            yield f"Berkas {key} ({name}): isinya tidak cocok dengan sidiknya."
