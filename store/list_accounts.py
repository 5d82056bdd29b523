"""All accounts."""

import sqlalchemy as sa

from store.account import Account
from store.database import Database
from store.role import Role
from store.tables import account


def list_accounts(database: Database) -> list[Account]:
    """All accounts by name, closed ones too."""
    with database.read() as connection:
        rows = connection.execute(sa.select(account).order_by(account.c.name)).all()
    return [
        Account(
            row.name,
            Role(row.role),
            row.lingkup,
            row.created_at,
            row.disabled_at,
            row.must_change,
            bool(row.totp_secret),
        )
        for row in rows
    ]
