"""Roles, review, and the audit chain."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Applies the revision."""
    op.add_column("account", sa.Column("role", sa.Text(), server_default="operator", nullable=False))
    for column in (
        sa.Column("lingkup", sa.Text()),
        sa.Column("disabled_at", sa.Text()),
        sa.Column("totp_secret", sa.Text()),
        sa.Column("totp_step", sa.BigInteger()),
    ):
        op.add_column("account", column)
    # Until now whoever had an account could do everything.
    op.execute("UPDATE account SET role = 'admin'")
    op.add_column("session", sa.Column("confirmed", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.execute("DELETE FROM session")
    op.add_column("draft", sa.Column("leaves", sa.LargeBinary()))
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("submitted_at", sa.Text(), nullable=False),
        sa.Column("submitted_by", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_submission_draft_id_draft")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
    )
    op.create_index(op.f("ix_submission_draft_id"), "submission", ["draft_id"])
    op.create_index(op.f("ix_submission_state"), "submission", ["state"])
    op.add_column("release", sa.Column("root", sa.Text()))
    op.add_column("publication", sa.Column("kind", sa.Text()))
    # In words: Alembic adds no reference in SQLite, and a table rebuilt in batch mode would lose WITHOUT ROWID.
    op.execute("ALTER TABLE publication ADD COLUMN submission_id INTEGER REFERENCES submission (id)")
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
