"""Name and password against the accounts."""

from datetime import datetime
from typing import Final

import argon2
import sqlalchemy as sa

from budget.issue import Issue
from budget.wording.wib import wib
from store.account_password import password_hasher
from store.audit import record
from store.database import Database
from store.nobodys_hash import nobodys_hash
from store.refused import Refused
from store.role import Role
from store.sessions import add_session
from store.tables import account
from store.utc_text import utc_text

_COLUMNS: Final = ("id", "name", "password_hash", "disabled_at", "role", "one_time_until")


def sign_in(database: Database, name: str, password: str, now: datetime) -> str | None:
    """Starts a session where name and password fit.

    An unknown name and a closed account cost the same work as a wrong password, so the time does not tell which names
    exist. Where the role asks for a second factor, the session waits for it (`store.second_factor`).

    Args:
        database: Where accounts and sessions are.
        name: As typed; case and blanks around it do not count.
        password: As typed.
        now: Time, with time zone.

    Returns:
        The token for the cookie, or None where name and password do not fit.

    Raises:
        Refused: They fit, but the password was for one sign-in, and its time is over.
    """
    # Before anything is known of the name: the first sign-in of a process pays for it, whoever it is.
    unknown = nobodys_hash()
    with database.read() as connection:
        row = connection.execute(
            sa.select(*(account.c[column] for column in _COLUMNS)).where(account.c.name == name.strip().lower())
        ).first()
    try:
        password_hasher.verify(unknown if row is None else row.password_hash, password)
    except argon2.exceptions.VerifyMismatchError:
        return None
    if row is None or row.disabled_at is not None:
        return None
    if row.one_time_until is not None and row.one_time_until <= utc_text(now):
        raise Refused(Issue.of("one-time-over", raw=row.name, expected=wib(row.one_time_until)))
    if password_hasher.check_needs_rehash(row.password_hash):
        _rehash(database, row.id, row.password_hash, password)
    with database.write() as connection:
        if not Role(row.role).needs_code:
            record(connection, "masuk", by=row.name, now=utc_text(now), subject=row.name)
        return add_session(connection, row.id, now, confirmed=False)


def _rehash(database: Database, account_id: int, old_hash: str, password: str) -> None:
    new_hash = password_hasher.hash(password)
    with database.write() as connection:
        # Only where the old hash still stands: a password changed meanwhile stays changed.
        connection.execute(
            sa.update(account)
            .where(account.c.id == account_id, account.c.password_hash == old_hash)
            .values(password_hash=new_hash)
        )
