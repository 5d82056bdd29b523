"""Copying the database while it is in use."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from store.database import Database
from store.release import Release
from store.releases import latest_release


def backup(database: Database, path: Path) -> Release | None:
    """Copies the database as it is at one moment; writing goes on meanwhile.

    Args:
        database: SQLite.
        path: Where the copy goes; nothing is there yet.

    Returns:
        The newest release in the copy.

    Raises:
        FileExistsError: Something is there.
        ValueError: The database is not SQLite.
    """
    if database.url.get_backend_name() != "sqlite":
        raise ValueError("Basis data ini PostgreSQL: cadangkan dengan pg_dump.")
    if path.exists():
        raise FileExistsError(path)
    # Beside it, so that the finished copy takes its name in one step: half a copy never bears it.
    with TemporaryDirectory(dir=path.parent, prefix=".cadangan-") as folder:
        copy = Path(folder) / path.name
        connection = database.engine.raw_connection()
        try:
            connection.cursor().execute("VACUUM INTO ?", (str(copy),))
        finally:
            connection.close()
        # It holds the hashes of passwords.
        copy.chmod(0o600)
        held = Database(f"sqlite:///{copy}")
        newest = latest_release(held)
        held.close()
        for written in (copy, copy.parent):
            _sync(written)
        copy.rename(path)
    _sync(path.parent)
    return newest


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
