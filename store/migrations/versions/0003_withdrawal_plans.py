"""Withdrawal plans."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Applies the revision."""
    op.add_column("slice", sa.Column("kind", sa.Text(), server_default="realisasi", nullable=False))
    op.create_table(
        "plan_line",
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("slice", sa.Text(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=True),
        sa.Column("bulan", sa.Integer(), nullable=False),
        sa.Column("rencana_rp", sa.BigInteger(), nullable=False),
        sa.Column("sumber_lembar", sa.Text(), nullable=False),
        sa.Column("sumber_baris", sa.Integer(), nullable=False),
        sa.Column("sumber_sel", sa.Text(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_plan_line_draft_id_draft")),
        sa.ForeignKeyConstraint(["slice"], ["slice.key"], name=op.f("fk_plan_line_slice_slice")),
        sa.PrimaryKeyConstraint("draft_id", "no", name=op.f("pk_plan_line")),
        sqlite_with_rowid=False,
    )
