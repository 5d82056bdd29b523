"""Adding and changing accounts."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from budget.issue import Issue
from budget.reference import Reference
from store.account_password import password_hasher
from store.audit import record
from store.database import Database
from store.one_time_password import one_time_password
from store.refused import Refused
from store.role import Role
from store.tables import account, session
from store.utc_text import utc_text


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
    at = utc_text(now)
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


def disable_account(database: Database, name: str, by: str, now: datetime) -> None:
    """Closes an account and ends its sessions, so that the next click is refused. Closed ones stay as they are.

    Args:
        database: Where accounts are.
        name: Of the account.
        by: Account name of whoever does it.
        now: Time, with time zone.

    Raises:
        Refused: There is no such account, it is the person's own, or no other admin would be left.
    """
    with database.write() as connection:
        row = _find(connection, name)
        if row.name == by:
            raise Refused(Issue.of("own-account", raw=row.name))
        if row.disabled_at is not None:
            return
        others = sa.select(sa.func.count()).where(
            account.c.role == Role.ADMIN, account.c.disabled_at.is_(None), account.c.id != row.id
        )
        if row.role == Role.ADMIN and connection.execute(others).scalar_one() == 0:
            raise Refused(Issue.of("last-admin", raw=row.name))
        _change(connection, row.id, disabled_at=utc_text(now))
        record(connection, "akun-nonaktif", by=by, now=utc_text(now), subject=row.name)


def enable_account(database: Database, name: str, by: str, now: datetime) -> None:
    """Opens a closed account again, with the password and the second factor that it had.

    Raises:
        Refused: There is no such account.
    """
    with database.write() as connection:
        row = _find(connection, name)
        if row.disabled_at is None:
            return
        _change(connection, row.id, disabled_at=None)
        record(connection, "akun-aktif", by=by, now=utc_text(now), subject=row.name)


def reset_account(database: Database, name: str, by: str, now: datetime) -> str:
    """Gives an account a new one-time password, takes its second factor away and ends its sessions.

    Returns:
        The password, which is kept nowhere.

    Raises:
        Refused: There is no such account.
    """
    password = one_time_password()
    password_hash = password_hasher.hash(password)
    with database.write() as connection:
        row = _find(connection, name)
        _change(connection, row.id, password_hash=password_hash, must_change=True, totp_secret=None, totp_step=None)
        record(connection, "akun-reset", by=by, now=utc_text(now), subject=row.name)
    return password


def _find(connection: sa.Connection, name: str) -> sa.Row[Any]:
    row = connection.execute(sa.select(account).where(account.c.name == name.strip().lower())).first()
    if row is None:
        raise Refused(Issue.of("account-unknown", raw=name))
    return row


def _change(connection: sa.Connection, account_id: int, **values: object) -> None:
    connection.execute(sa.update(account).where(account.c.id == account_id).values(**values))
    connection.execute(sa.delete(session).where(session.c.account_id == account_id))
