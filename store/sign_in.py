"""Name and password against the accounts."""

import functools
import secrets
from datetime import datetime

import argon2
import sqlalchemy as sa

from store.account_password import password_hasher
from store.database import Database
from store.sessions import start_session
from store.tables import account


def sign_in(database: Database, name: str, password: str, now: datetime) -> str | None:
    """Starts a session where name and password fit.

    An unknown name costs the same work as a wrong password, so the time does not tell which names exist.

    Args:
        database: Where accounts and sessions are.
        name: As typed; case and blanks around it do not count.
        password: As typed.
        now: Time, with time zone.

    Returns:
        The token for the cookie, or None where name and password do not fit.
    """
    # Before anything is known of the name: the first sign-in of a process pays for it, whoever it is.
    nobodys_hash = _nobodys_hash()
    with database.read() as connection:
        row = connection.execute(
            sa.select(account.c.id, account.c.password_hash).where(account.c.name == name.strip().lower())
        ).first()
    try:
        password_hasher.verify(nobodys_hash if row is None else row.password_hash, password)
    except argon2.exceptions.VerifyMismatchError:
        return None
    if row is None:
        return None
    if password_hasher.check_needs_rehash(row.password_hash):
        _rehash(database, row.id, row.password_hash, password)
    return start_session(database, row.id, now)


@functools.cache
def _nobodys_hash() -> str:
    return password_hasher.hash(secrets.token_urlsafe())


def _rehash(database: Database, account_id: int, old_hash: str, password: str) -> None:
    new_hash = password_hasher.hash(password)
    with database.write() as connection:
        # Only where the old hash still stands: a password changed meanwhile stays changed.
        connection.execute(
            sa.update(account)
            .where(account.c.id == account_id, account.c.password_hash == old_hash)
            .values(password_hash=new_hash)
        )
