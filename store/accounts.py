"""Adding and changing accounts."""

import re
from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from budget.issue import Issue
from budget.reference import Reference
from store.account_password import password_hasher
from store.audit import record
from store.database import Database
from store.may import Act, may
from store.one_time_password import one_time_password
from store.one_time_until import one_time_until
from store.refused import Refused
from store.role import Role
from store.signed_in import SignedIn
from store.tables import account, session
from store.utc_text import utc_text

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.@_+-]{0,99}")
"""Without blanks: no account can be taken for the command line, which is recorded as `baris perintah`."""


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
    by: str | SignedIn = "baris perintah",
) -> int:
    """Adds an account.

    Args:
        database: Where accounts are.
        name: What the person signs in with; kept in lower case without blanks around it.
        password: In the clear; only its hash is kept.
        must_change: The password is for one sign-in only, within the time of `one_time_until`.
        now: Time, with time zone.
        role: What the account is for.
        lingkup: Satker code of an operator, region code of a peninjau's province; none for an admin.
        by: Who adds it: a person, or a name where it is done without the web.

    Returns:
        The key of the account.

    Raises:
        ValueError: The name is empty, taken or no name, or the role has no such lingkup.
        Refused: The person may not manage accounts.
    """
    manager = _manager(by)
    name = name.strip().lower()
    if not name:
        raise ValueError("Nama akun kosong.")
    if not _NAME.fullmatch(name):
        raise ValueError("Nama akun hanya memuat huruf a sampai z, angka, dan . @ _ + -, paling banyak 100.")
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
                one_time_until=one_time_until(now) if must_change else None,
                created_at=at,
                role=role,
                lingkup=lingkup,
            )
            .returning(account.c.id)
        )
        key: int = added.scalar_one()
        record(connection, "akun-tambah", by=manager, now=at, subject=name, role=role, lingkup=lingkup)
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


def disable_account(database: Database, name: str, by: str | SignedIn, now: datetime) -> None:
    """Closes an account and ends its sessions, so that the next click is refused. Closed ones stay as they are.

    Args:
        database: Where accounts are.
        name: Of the account.
        by: Who does it: a person, or a name where it is done without the web.
        now: Time, with time zone.

    Raises:
        Refused: The person may not manage accounts, there is no such account, it is the person's own, or no other
            admin would be left.
    """
    manager = _manager(by)
    with database.write() as connection:
        row = _find(connection, name)
        if row.name == manager:
            raise Refused(Issue.of("own-account", raw=row.name))
        if row.disabled_at is not None:
            return
        others = sa.select(sa.func.count()).where(
            account.c.role == Role.ADMIN, account.c.disabled_at.is_(None), account.c.id != row.id
        )
        if row.role == Role.ADMIN and connection.execute(others).scalar_one() == 0:
            raise Refused(Issue.of("last-admin", raw=row.name))
        _change(connection, row.id, disabled_at=utc_text(now))
        record(connection, "akun-nonaktif", by=manager, now=utc_text(now), subject=row.name)


def enable_account(database: Database, name: str, by: str | SignedIn, now: datetime) -> None:
    """Opens a closed account again, with the password and the second factor that it had.

    Raises:
        Refused: The person may not manage accounts, or there is no such account.
    """
    manager = _manager(by)
    with database.write() as connection:
        row = _find(connection, name)
        if row.disabled_at is None:
            return
        _change(connection, row.id, disabled_at=None)
        record(connection, "akun-aktif", by=manager, now=utc_text(now), subject=row.name)


def reset_account(database: Database, name: str, by: str | SignedIn, now: datetime) -> str:
    """Gives an account a new one-time password, takes its second factor away and ends its sessions.

    It belongs to no organisation account any more, but to whoever comes first under its name.

    Returns:
        The password, which is kept nowhere; it holds as long as `one_time_until` says.

    Raises:
        Refused: The person may not manage accounts, there is no such account, or it is the person's own: who found a
            session open would get past password and second factor for good.
    """
    manager = _manager(by)
    password = one_time_password()
    password_hash = password_hasher.hash(password)
    with database.write() as connection:
        row = _find(connection, name)
        if row.name == manager:
            raise Refused(Issue.of("own-reset", raw=row.name))
        _change(
            connection,
            row.id,
            password_hash=password_hash,
            must_change=True,
            one_time_until=one_time_until(now),
            totp_secret=None,
            totp_step=None,
            organisation_issuer=None,
            organisation_subject=None,
        )
        record(connection, "akun-reset", by=manager, now=utc_text(now), subject=row.name)
    return password


def _manager(by: str | SignedIn) -> str:
    """The name that is recorded; of a person only where they may manage accounts."""
    if isinstance(by, str):
        return by
    if not may(by, Act.MANAGE):
        raise Refused(Issue.of("not-allowed", raw=by.name))
    return by.name


def _find(connection: sa.Connection, name: str) -> sa.Row[Any]:
    row = connection.execute(sa.select(account).where(account.c.name == name.strip().lower())).first()
    if row is None:
        raise Refused(Issue.of("account-unknown", raw=name))
    return row


def _change(connection: sa.Connection, account_id: int, **values: object) -> None:
    connection.execute(sa.update(account).where(account.c.id == account_id).values(**values))
    connection.execute(sa.delete(session).where(session.c.account_id == account_id))
