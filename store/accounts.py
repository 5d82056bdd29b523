"""Adding and changing accounts."""

from collections.abc import Collection
from datetime import UTC, datetime

import argon2
import sqlalchemy as sa

from budget.reference import Reference
from store.account_password import password_hasher
from store.audit import record
from store.database import Database
from store.role import Role
from store.tables import account, session


def any_account(database: Database) -> bool:
    """Whether there is an account at all."""
    with database.read() as connection:
        return connection.execute(sa.select(account.c.id).limit(1)).first() is not None


def add_account(
    database: Database,
    name: str,
    password: str,
    *,
    must_change: bool,
    now: datetime,
    role: Role,
    lingkup: str | None = None,
    by: str = "baris perintah",
) -> int:
    """Adds an account.

    Args:
        database: Where accounts are.
        name: What the person signs in with; kept in lower case without blanks around it.
        password: In the clear; only its hash is kept.
        must_change: The password is for one sign-in only.
        now: Time, with time zone.
        role: What the account is for.
        lingkup: Satker code of an operator, region code of a peninjau's province; none for an admin.
        by: Account name of whoever adds it.

    Returns:
        The key of the account.

    Raises:
        ValueError: The name is empty or taken, or the role has no such lingkup.
    """
    name = name.strip().lower()
    if not name:
        raise ValueError("Nama akun kosong.")
    _check_lingkup(role, lingkup)
    password_hash = password_hasher.hash(password)
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    with database.write() as connection:
        if connection.execute(sa.select(account.c.id).where(account.c.name == name)).first() is not None:
            raise ValueError(f"Nama akun {name} sudah dipakai.")
        added = connection.execute(
            sa.insert(account)
            .values(
                name=name,
                password_hash=password_hash,
                must_change=must_change,
                created_at=at,
                role=role,
                lingkup=lingkup,
            )
            .returning(account.c.id)
        )
        key: int = added.scalar_one()
        record(connection, "akun-tambah", by=by, now=at, subject=name, role=role, lingkup=lingkup)
    return key


def _check_lingkup(role: Role, lingkup: str | None) -> None:
    reference = Reference.load()
    known: Collection[str | None] = {None}
    if role == Role.OPERATOR:
        known = reference.by_kode_satker
    elif role == Role.PENINJAU:
        known = {kode[:2] for kode in reference.by_kode_wilayah}
    if lingkup not in known:
        raise ValueError(f"Peran {role} tidak dapat memakai lingkup {lingkup or 'kosong'}.")


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
