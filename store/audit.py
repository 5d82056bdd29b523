"""The chain of acts."""

import json
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from store.tables import audit

_FIELDS: Final = ("number", "at", "by", "act", "subject", "detail", "previous_hash")


def record(connection: sa.Connection, act: str, *, by: str, now: str, subject: str = "", **detail: object) -> None:
    """Adds an act to the chain, in the transaction that does it: both stand or neither.

    Args:
        connection: Of `Database.write()`, which lets one writer in at a time.
        act: What was done, e.g. `setujui`.
        by: Account name.
        now: Time, ISO 8601 in UTC.
        subject: What it was done to.
        **detail: Whatever else must be known, as JSON values.
    """
    newest = connection.execute(
        sa.select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)
    ).first()
    number, previous = (newest.number, newest.hash) if newest else (0, "")
    row: dict[str, object] = {
        "number": number + 1,
        "at": now,
        "by": by,
        "act": act,
        "subject": subject,
        "detail": json.dumps(detail, ensure_ascii=False, sort_keys=True),
        "previous_hash": previous,
    }
    connection.execute(audit.insert().values(**row, hash=audit_hash(row)))


def audit_hash(row: sa.RowMapping | dict[str, object]) -> str:
    """SHA-256 over a row's fields and the hash before, as a JSON array without spaces."""
    text = json.dumps([row[name] for name in _FIELDS], ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def audit_head(connection: sa.Connection) -> str:
    """Hash of the newest act; empty while there is none."""
    return connection.execute(sa.select(audit.c.hash).order_by(audit.c.number.desc()).limit(1)).scalar() or ""
