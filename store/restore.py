"""Bringing a copy back."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import alembic.util
import sqlalchemy as sa

from store.audit import record
from store.database import Database
from store.tables import session
from store.verified import Verified
from store.verify import verify


def restore(path: Path, database: Database, *, by: str, now: str) -> Verified:
    """Puts a copy where no database is yet; it takes that place only if everything in it fits.

    Who was signed in when the copy was made is not signed in now.

    Args:
        path: What `store.backup.backup` made.
        database: The place, SQLite; not opened yet.
        by: Account name of whoever restores.
        now: Time, ISO 8601 in UTC.

    Returns:
        What verifying the copy found; with findings it was not put there.

    Raises:
        FileExistsError: There is a database.
        ValueError: The place is not SQLite, or the file is no copy of Serapan's database or a newer one.
        OSError: The file cannot be read.
    """
    if database.url.get_backend_name() != "sqlite":
        raise ValueError("Basis data ini PostgreSQL: pulihkan dengan pg_restore.")
    place = Path(str(database.url.database))
    for taken in (place, place.with_name(f"{place.name}-wal")):
        if taken.exists():
            raise FileExistsError(taken)
    with TemporaryDirectory(dir=place.parent, prefix=".pemulihan-") as folder:
        copy = Path(folder) / place.name
        shutil.copyfile(path, copy)
        copy.chmod(0o600)
        found = _prepare(Database(f"sqlite:///{copy}"), path, by, now)
        if not found.findings:
            with copy.open("rb") as file:
                os.fsync(file.fileno())
            copy.rename(place)
    return found


def _prepare(held: Database, path: Path, by: str, now: str) -> Verified:
    try:
        with held.read() as connection:
            tables = set(sa.inspect(connection).get_table_names())
        if not {"alembic_version", "release", "publication", "upload"} <= tables:
            raise ValueError(f"{path} bukan cadangan Serapan.")
        held.migrate()
        with held.write() as connection:
            connection.execute(sa.delete(session))
            record(connection, "pulihkan", by=by, now=now, subject=path.name)
        return verify(held)
    except sa.exc.DatabaseError as error:
        raise ValueError(f"{path} bukan cadangan Serapan, atau rusak: {error.orig}.") from error
    except alembic.util.CommandError as error:
        raise ValueError(f"{path} dibuat oleh Serapan yang lebih baru: perbarui program ini dahulu.") from error
    finally:
        held.close()
