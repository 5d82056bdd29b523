"""Adding and changing accounts."""

from datetime import UTC, datetime

import argon2
import sqlalchemy as sa

from store.account_password import password_hasher
from store.database import Database
from store.tables import account, session


def any_account(database: Database) -> bool:
    """Whether there is an account at all."""
    with database.read() as connection:
        return connection.execute(sa.select(account.c.id).limit(1)).first() is not None


def add_account(database: Database, name: str, password: str, *, must_change: bool, now: datetime) -> int:
    """Adds an account.

    Args:
        database: Where accounts are.
        name: What the person signs in with; kept in lower case without blanks around it.
        password: In the clear; only its hash is kept.
        must_change: The password is for one sign-in only.
        now: Time, with time zone.

    Returns:
        The key of the account.

    Raises:
        ValueError: The name is empty or taken.
    """
    name = name.strip().lower()
    if not name:
        raise ValueError("Nama akun kosong.")
    password_hash = password_hasher.hash(password)
    with database.write() as connection:
        if connection.execute(sa.select(account.c.id).where(account.c.name == name)).first() is not None:
            raise ValueError(f"Nama akun {name} sudah dipakai.")
        added = connection.execute(
            sa.insert(account)
            .values(
                name=name,
                password_hash=password_hash,
                must_change=must_change,
                created_at=now.astimezone(UTC).isoformat(timespec="seconds"),
            )
            .returning(account.c.id)
        )
        key: int = added.scalar_one()
    return key


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


def set_password(database: Database, account_id: int, password: str) -> None:
    """Sets a password that the person chose, and ends every session of the account.

    Who changes a password may do so because someone else knows it: nobody stays signed in with the old one.
    """
    password_hash = password_hasher.hash(password)
    with database.write() as connection:
        connection.execute(
            sa.update(account).where(account.c.id == account_id).values(password_hash=password_hash, must_change=False)
        )
        connection.execute(sa.delete(session).where(session.c.account_id == account_id))
