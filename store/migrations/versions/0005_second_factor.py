"""The second factor."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Applies the revision."""
    op.add_column("account", sa.Column("failed_at", sa.Text()))
    op.add_column("session", sa.Column("offered_secret", sa.Text()))
