"""An organisation account against the accounts."""

import secrets
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from budget.issue import Issue
from store.account_password import password_hasher
from store.audit import record
from store.database import Database
from store.refused import Refused
from store.role import Role
from store.sessions import add_session
from store.tables import account, session
from store.utc_text import utc_text
from store.vouched import Vouched


def sign_in_vouched(database: Database, vouched: Vouched, now: datetime) -> str:
    """Starts a session for the account that is called like a verified e-mail address; case does not count.

    Where the role asks for a second factor, the session waits for it: which one the provider asked for is not known.
    A one-time password that still stands is void from now on, and whoever is signed in with it no longer is: nobody
    needs it, and it was known to whoever added the account.

    Args:
        database: Where accounts and sessions are.
        vouched: In the word of a provider that was asked just now.
        now: Time, with time zone.

    Returns:
        The token for the cookie.

    Raises:
        Refused: The address is not verified, or no open account is called so.
    """
    if not (vouched.email and vouched.email_verified):
        raise Refused(Issue.of("organisation-unverified"))
    with database.write() as connection:
        row = _find(connection, vouched.email)
        if row is None:
            raise Refused(Issue.of("organisation-unknown", raw=vouched.email))
        if row.disabled_at is not None:
            raise Refused(Issue.of("organisation-closed", raw=row.name))
        if row.must_change:
            _void_password(connection, row.id)
            record(connection, "sandi-gugur", by=row.name, now=utc_text(now), subject=row.name)
        record(
            connection,
            "masuk-menunggu-kode" if Role(row.role).needs_code else "masuk",
            by=row.name,
            now=utc_text(now),
            subject=row.name,
            lewat="organisasi",
            penerbit=vouched.issuer,
            subjek=vouched.subject,
        )
        return add_session(connection, row.id, now, confirmed=False)


def _find(connection: sa.Connection, email: str) -> sa.Row[Any] | None:
    if not email.isascii():
        # Some letters become others in lower case: K, the sign for kelvin, would pass for k.
        return None
    columns = (account.c[name] for name in ("id", "name", "role", "disabled_at", "must_change"))
    return connection.execute(sa.select(*columns).where(account.c.name == email.strip().lower())).first()


def _void_password(connection: sa.Connection, account_id: int) -> None:
    unknown = password_hasher.hash(secrets.token_urlsafe())
    connection.execute(
        sa.update(account)
        .where(account.c.id == account_id)
        .values(password_hash=unknown, must_change=False, one_time_until=None)
    )
    connection.execute(sa.delete(session).where(session.c.account_id == account_id))
