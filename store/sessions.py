"""Sessions: one row per sign-in, holding only the SHA-256 of the token in the cookie."""

import logging
import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import sqlalchemy as sa

from store.database import Database
from store.role import Role
from store.signed_in import SignedIn
from store.tables import account, session

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


def start_session(database: Database, account_id: int, now: datetime) -> str:
    """Starts a session and removes those that have run out.

    Returns:
        The token for the cookie, 256 random bits; it is kept nowhere.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with database.write() as connection:
        connection.execute(
            sa.delete(session).where(
                sa.or_(session.c.seen_at < _text(now - _IDLE), session.c.created_at < _text(now - _ABSOLUTE))
            )
        )
        connection.execute(
            sa.insert(session).values(
                token_hash=_hash(token), account_id=account_id, created_at=_text(now), seen_at=_text(now)
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
        "token_hash": _hash(token),
        "seen_since": _text(now - _IDLE),
        "created_since": _text(now - _ABSOLUTE),
    }
    with database.read() as connection:
        row = connection.execute(_FIND, found).first()
    if row is None:
        return None
    if row.seen_at < _text(now - _SEEN_EVERY):
        _see(database, found["token_hash"], now)
    return SignedIn(row.id, row.name, row.must_change, Role(row.role), row.lingkup, row.confirmed)


def end_session(database: Database, token: str) -> None:
    """Ends the token's session, if there is one."""
    with database.write() as connection:
        connection.execute(sa.delete(session).where(session.c.token_hash == _hash(token)))


def _see(database: Database, token_hash: str, now: datetime) -> None:
    try:
        with database.write() as connection:
            connection.execute(sa.update(session).where(session.c.token_hash == token_hash).values(seen_at=_text(now)))
    except sa.exc.OperationalError as error:
        # A full disk or a locked database must not keep staff from reading; the session only runs out sooner.
        logging.getLogger(__name__).warning("That a session was seen could not be written: %s", error.orig)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="seconds")
