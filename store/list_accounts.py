"""All accounts."""

import sqlalchemy as sa

from store.account import Account
from store.database import Database
from store.role import Role
from store.tables import account, audit


def list_accounts(database: Database) -> list[Account]:
    """All accounts by name, closed ones too."""
    signed_in = (
        sa.select(audit.c.by, sa.func.max(audit.c.at).label("last"))
        .where(audit.c.act == "masuk")
        .group_by(audit.c.by)
        .subquery()
    )
    query = sa.select(account, signed_in.c.last).join(signed_in, signed_in.c.by == account.c.name, isouter=True)
    with database.read() as connection:
        rows = connection.execute(query.order_by(account.c.name)).all()
    return [
        Account(
            row.name,
            Role(row.role),
            row.lingkup,
            row.created_at,
            row.disabled_at,
            row.one_time_until,
            bool(row.totp_secret),
            row.last,
        )
        for row in rows
    ]
