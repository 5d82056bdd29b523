"""The password that a person chose."""

from datetime import datetime

import argon2
import sqlalchemy as sa

from store.account_password import password_hasher
from store.audit import record
from store.database import Database
from store.tables import account, session
from store.utc_text import utc_text


def password_fits(database: Database, account_id: int, password: str) -> bool:
    """Whether this is the account's password.

    Raises:
        sqlalchemy.exc.NoResultFound: There is no such account.
    """
    with database.read() as connection:
        kept = connection.execute(sa.select(account.c.password_hash).where(account.c.id == account_id)).scalar_one()
    try:
        return password_hasher.verify(kept, password)
    except argon2.exceptions.VerifyMismatchError:
        return False


def set_password(database: Database, account_id: int, password: str, now: datetime) -> None:
    """Sets a password that the person chose, and ends every session of the account.

    Who changes a password may do so because someone else knows it: nobody stays signed in with the old one.
    """
    password_hash = password_hasher.hash(password)
    changed = (
        sa.update(account)
        .where(account.c.id == account_id)
        .values(password_hash=password_hash, must_change=False, one_time_until=None)
        .returning(account.c.name)
    )
    with database.write() as connection:
        name = connection.execute(changed).scalar_one()
        connection.execute(sa.delete(session).where(session.c.account_id == account_id))
        record(connection, "sandi", by=name, now=utc_text(now), subject=name)
