"""The second factor: codes that change every 30 seconds (TOTP, RFC 6238)."""

import re
from datetime import datetime

import pyotp
import sqlalchemy as sa

from store.audit import record
from store.database import Database
from store.sessions import add_session, token_hash
from store.tables import account, session
from store.utc_text import utc_text

_STEPS_EITHER_SIDE = 1


def offered_secret(database: Database, token: str) -> str | None:
    """The secret that a session offers to set up; None where the account has one or the session needs none."""
    query = (
        sa.select(session.c.offered_secret)
        .join(account)
        .where(session.c.token_hash == token_hash(token), account.c.totp_secret.is_(None))
    )
    with database.read() as connection:
        secret: str | None = connection.execute(query).scalar()
    return secret


def confirm_code(database: Database, token: str, code: str, now: datetime) -> str | None:
    """Takes a code for a session that waits for one; the first code of an account sets its second factor up.

    A code is taken one time step early or late, and each step once: who looked over a shoulder comes too late.

    Args:
        database: Where accounts and sessions are.
        token: Of the session that waits.
        code: As typed; blanks do not count.
        now: Time, with time zone.

    Returns:
        The token of a new session in place of the old one, or None where the code does not fit.
    """
    with database.write() as connection:
        row = connection.execute(
            sa.select(
                *(account.c[name] for name in ("id", "name", "totp_secret", "totp_step")), session.c.offered_secret
            )
            .join(session)
            .where(
                session.c.token_hash == token_hash(token),
                session.c.confirmed.is_(False),
                account.c.must_change.is_(False),
            )
        ).first()
        secret = row and (row.totp_secret or row.offered_secret)
        step = _step(secret, code, now) if secret else None
        if row is None or step is None or step <= (row.totp_step or 0):
            return None
        connection.execute(sa.update(account).where(account.c.id == row.id).values(totp_secret=secret, totp_step=step))
        connection.execute(sa.delete(session).where(session.c.token_hash == token_hash(token)))
        if row.totp_secret is None:
            record(connection, "kode-dipasang", by=row.name, now=utc_text(now), subject=row.name)
        record(connection, "masuk", by=row.name, now=utc_text(now), subject=row.name)
        return add_session(connection, row.id, now, confirmed=True)


def _step(secret: str, code: str, now: datetime) -> int | None:
    digits = re.sub(r"\s", "", code)
    totp = pyotp.TOTP(secret)
    try:
        return totp.verify_and_get_timecode(digits, for_time=now, valid_window=_STEPS_EITHER_SIDE)
    except pyotp.OTPVerificationError:
        return None
