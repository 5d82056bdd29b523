"""Sign-ins that failed."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from store.audit import record
from store.database import Database
from store.tables import account
from store.utc_text import utc_text

_EVERY: Final = timedelta(minutes=1)


def record_failure(database: Database, name: str, step: str, now: datetime) -> None:
    """Records that a sign-in failed: of accounts that exist, and once a minute, so that nobody can fill the disk.

    Args:
        database: Where accounts are.
        name: As typed.
        step: What did not fit: `sandi`, `kode` or `organisasi`; `kedaluwarsa` where a one-time password came too late.
        now: Time, with time zone.
    """
    due = sa.or_(account.c.failed_at.is_(None), account.c.failed_at <= utc_text(now - _EVERY))
    which = (account.c.name == name.strip().lower()) & due
    with database.read() as connection:
        if connection.execute(sa.select(account.c.id).where(which)).first() is None:
            return
    with database.write() as connection:
        found: str | None = connection.execute(
            sa.update(account).where(which).values(failed_at=utc_text(now)).returning(account.c.name)
        ).scalar()
        if found is not None:
            record(connection, "masuk-gagal", by=found, now=utc_text(now), subject=found, langkah=step)
