"""Until when a one-time password opens its account; for those from before, counted from when the account was added."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_ACCOUNT = sa.table("account", *map(sa.column, ("id", "must_change", "created_at", "one_time_until")))
_HOURS = 72


def upgrade() -> None:
    """Applies the revision."""
    op.add_column("account", sa.Column("one_time_until", sa.Text()))
    connection = op.get_bind()
    for number, created_at in connection.execute(
        sa.select(_ACCOUNT.c.id, _ACCOUNT.c.created_at).where(_ACCOUNT.c.must_change)
    ).all():
        until = (datetime.fromisoformat(created_at) + timedelta(hours=_HOURS)).isoformat(timespec="seconds")
        connection.execute(sa.update(_ACCOUNT).where(_ACCOUNT.c.id == number).values(one_time_until=until))
