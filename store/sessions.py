"""Sessions: one row per sign-in, holding only the SHA-256 of the token in the cookie."""

import logging
import secrets
from datetime import datetime, timedelta
from hashlib import sha256

import pyotp
import sqlalchemy as sa

from store.audit import record
from store.database import Database
from store.role import Role
from store.signed_in import SignedIn
from store.tables import account, session
from store.utc_text import utc_text

_IDLE = timedelta(minutes=30)
_ABSOLUTE = timedelta(hours=12)
_SEEN_EVERY = timedelta(minutes=1)
_TOKEN_BYTES = 32

_FIND = (
    sa.select(
        *(account.c[name] for name in ("id", "name", "must_change", "role", "lingkup")),
        session.c.confirmed,
        session.c.seen_at,
    )
    .join(account, account.c.id == session.c.account_id)
    .where(
        session.c.token_hash == sa.bindparam("token_hash"),
        session.c.seen_at >= sa.bindparam("seen_since"),
        session.c.created_at >= sa.bindparam("created_since"),
        account.c.disabled_at.is_(None),
    )
)


def start_session(database: Database, account_id: int, now: datetime, *, confirmed: bool = False) -> str:
    """Starts a session and removes those that have run out.

    Args:
        database: Where sessions are.
        account_id: Key of the account.
        now: Time, with time zone.
        confirmed: The second factor was given; whose role asks for none needs no saying.

    Returns:
        The token for the cookie, 256 random bits; it is kept nowhere.
    """
    with database.write() as connection:
        return add_session(connection, account_id, now, confirmed=confirmed)


def add_session(connection: sa.Connection, account_id: int, now: datetime, *, confirmed: bool) -> str:
    """Starts a session as `start_session` does, in a transaction that does more."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    owner = connection.execute(sa.select(account.c.role, account.c.totp_secret).where(account.c.id == account_id)).one()
    confirmed = confirmed or not Role(owner.role).needs_code
    offered = None if confirmed or owner.totp_secret else pyotp.random_base32()
    connection.execute(
        sa.delete(session).where(
            sa.or_(session.c.seen_at < utc_text(now - _IDLE), session.c.created_at < utc_text(now - _ABSOLUTE))
        )
    )
    connection.execute(
        sa.insert(session).values(
            token_hash=token_hash(token),
            account_id=account_id,
            created_at=utc_text(now),
            seen_at=utc_text(now),
            confirmed=confirmed,
            offered_secret=offered,
        )
    )
    return token


def find_session(database: Database, token: str, now: datetime) -> SignedIn | None:
    """Who the token's session belongs to; None for an unknown token or one that has run out.

    A session runs out 30 minutes after it was last seen and 12 hours after it began. That it was seen is
    written once a minute at most.

    Args:
        database: Where sessions are.
        token: What the cookie holds.
        now: Time, with time zone.
    """
    found = {
        "token_hash": token_hash(token),
        "seen_since": utc_text(now - _IDLE),
        "created_since": utc_text(now - _ABSOLUTE),
    }
    with database.read() as connection:
        row = connection.execute(_FIND, found).first()
    if row is None:
        return None
    if row.seen_at < utc_text(now - _SEEN_EVERY):
        _see(database, found["token_hash"], now)
    return SignedIn(row.id, row.name, row.must_change, Role(row.role), row.lingkup, row.confirmed)


def end_session(database: Database, token: str, now: datetime) -> None:
    """Ends the token's session, if there is one."""
    _end(database, token, now, "keluar", session.c.token_hash == token_hash(token))


def end_all_sessions(database: Database, token: str, now: datetime) -> None:
    """Ends every session of the account whose session the token's is, if there is one."""
    owner = sa.select(session.c.account_id).where(session.c.token_hash == token_hash(token)).scalar_subquery()
    _end(database, token, now, "keluar-semua", session.c.account_id == owner)


def token_hash(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode()).hexdigest()


def _end(database: Database, token: str, now: datetime, act: str, which: sa.ColumnElement[bool]) -> None:
    of_token = sa.select(account.c.name).join(session).where(session.c.token_hash == token_hash(token))
    with database.write() as connection:
        name = connection.execute(of_token).scalar()
        if name is None:
            return
        ended = connection.execute(sa.delete(session).where(which)).rowcount
        record(connection, act, by=name, now=utc_text(now), subject=name, sesi=ended)


def _see(database: Database, kept_hash: str, now: datetime) -> None:
    try:
        with database.write() as connection:
            connection.execute(
                sa.update(session).where(session.c.token_hash == kept_hash).values(seen_at=utc_text(now))
            )
    except sa.exc.OperationalError as error:
        # A full disk or a locked database must not keep staff from reading; the session only runs out sooner.
        logging.getLogger(__name__).warning("That a session was seen could not be written: %s", error.orig)
