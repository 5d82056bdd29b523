"""Which organisation account an account belongs to."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Applies the revision."""
    op.add_column("account", sa.Column("organisation_issuer", sa.Text()))
    op.add_column("account", sa.Column("organisation_subject", sa.Text()))
    op.create_index(
        "ix_account_organisation",
        "account",
        ["organisation_issuer", "organisation_subject"],
        unique=True,
    )
