"""An organisation account against the accounts."""

from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from budget.issue import Issue
from store.audit import record
from store.database import Database
from store.nobodys_hash import nobodys_hash
from store.refused import Refused
from store.role import Role
from store.sessions import add_session
from store.tables import account, session
from store.utc_text import utc_text
from store.vouched import Vouched

_COLUMNS: Final = ("id", "name", "role", "disabled_at", "must_change", "organisation_subject")


def sign_in_vouched(database: Database, vouched: Vouched, now: datetime) -> str:
    """Starts a session for the account that belongs to an organisation account.

    Who comes for the first time gets the account that is called like their verified e-mail address (case does not
    count), and from then on it belongs to them: they are known by the provider's key, whatever their address is and
    whoever has it later, until the account is reset.

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
        Refused: The provider names no key; no account belongs to it, and the address is not verified, or no account
            is called so or it is another's; or the account is closed.
    """
    if not (vouched.issuer.strip() and vouched.subject.strip()):
        raise Refused(Issue.of("organisation-nobody", raw=vouched.email))
    # Before the transaction, which others wait for.
    unknown = nobodys_hash()
    at = utc_text(now)
    with database.write() as connection:
        row = _bound(connection, vouched) or _called(connection, vouched)
        if row.disabled_at is not None:
            raise Refused(Issue.of("organisation-closed", raw=row.name))
        key = {"penerbit": vouched.issuer, "subjek": vouched.subject}
        if row.organisation_subject is None:
            _change(connection, row.id, organisation_issuer=vouched.issuer, organisation_subject=vouched.subject)
            record(connection, "ikat-organisasi", by=row.name, now=at, subject=row.name, **key)
        if row.must_change:
            _change(connection, row.id, password_hash=unknown, must_change=False, one_time_until=None)
            connection.execute(sa.delete(session).where(session.c.account_id == row.id))
            record(connection, "sandi-gugur", by=row.name, now=at, subject=row.name)
        record(
            connection,
            "masuk-menunggu-kode" if Role(row.role).needs_code else "masuk",
            by=row.name,
            now=at,
            subject=row.name,
            lewat="organisasi",
            **key,
        )
        return add_session(connection, row.id, now, confirmed=False)


def _bound(connection: sa.Connection, vouched: Vouched) -> sa.Row[Any] | None:
    """The account that belongs to the person; None the first time."""
    return connection.execute(
        _accounts().where(
            account.c.organisation_issuer == vouched.issuer, account.c.organisation_subject == vouched.subject
        )
    ).first()


def _called(connection: sa.Connection, vouched: Vouched) -> sa.Row[Any]:
    """The account that is called like the person's address and belongs to nobody yet."""
    if not (vouched.email and vouched.email_verified):
        raise Refused(Issue.of("organisation-unverified", raw=vouched.email))
    row = None
    # Some letters become others in lower case: K, the sign for kelvin, would pass for k.
    if vouched.email.isascii():
        row = connection.execute(_accounts().where(account.c.name == vouched.email.strip().lower())).first()
    if row is None:
        raise Refused(Issue.of("organisation-unknown", raw=vouched.email))
    if row.organisation_subject is not None:
        raise Refused(Issue.of("organisation-taken", raw=row.name))
    return row


def _accounts() -> sa.Select[Any]:
    return sa.select(*(account.c[name] for name in _COLUMNS))


def _change(connection: sa.Connection, account_id: int, **values: object) -> None:
    connection.execute(sa.update(account).where(account.c.id == account_id).values(**values))
