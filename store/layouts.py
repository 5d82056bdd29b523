"""Layouts that somebody explained once."""

import json

import sqlalchemy as sa

from budget.layout import Layout
from store.audit import record
from store.database import Database
from store.remembered_layout import RememberedLayout
from store.tables import layout


def remember_layout(database: Database, explained: Layout, *, by: str, now: str) -> int:
    """Keeps what a layout means, for every file of its shape from now on.

    Args:
        database: Where layouts are.
        explained: What was said; an earlier explanation of the same fingerprint no longer holds.
        by: Account name.
        now: Time, ISO 8601 in UTC.

    Returns:
        Number of the explanation.
    """
    with database.write() as connection:
        _revoke(connection, layout.c.fingerprint == explained.fingerprint, by, now)
        added = connection.execute(
            layout.insert()
            .values(
                fingerprint=explained.fingerprint,
                labels=json.dumps(explained.labels, ensure_ascii=False),
                fields=json.dumps(explained.fields),
                unit_rp=explained.unit_rp,
                created_at=now,
                created_by=by,
            )
            .returning(layout.c.id)
        )
        number: int = added.scalar_one()
        record(connection, "jelaskan", by=by, now=now, subject=f"tata letak {number}", kolom=explained.labels)
    return number


def revoke_layout(database: Database, number: int, *, by: str, now: str) -> None:
    """Forgets an explanation: the next file of that shape is asked about again. What was published stays."""
    with database.write() as connection:
        _revoke(connection, layout.c.id == number, by, now)
        record(connection, "lupakan", by=by, now=now, subject=f"tata letak {number}")


def remembered_layouts(database: Database) -> list[RememberedLayout]:
    """The explanations that hold, newest first."""
    query = sa.select(layout).where(layout.c.revoked_at.is_(None)).order_by(layout.c.id.desc())
    with database.read() as connection:
        return [
            RememberedLayout(
                number=row.id,
                layout=Layout(
                    row.fingerprint, tuple(json.loads(row.labels)), tuple(json.loads(row.fields)), row.unit_rp
                ),
                created_at=row.created_at,
                created_by=row.created_by,
            )
            for row in connection.execute(query)
        ]


def _revoke(connection: sa.Connection, which: sa.ColumnElement[bool], by: str, now: str) -> None:
    connection.execute(
        sa.update(layout).where(which, layout.c.revoked_at.is_(None)).values(revoked_at=now, revoked_by=by)
    )
