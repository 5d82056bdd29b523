"""The hash of each line for drafts from before there were such hashes, so that none may lack them."""

import sqlalchemy as sa
from alembic import op

from store.canonical_line import LINE_FIELDS, PLAN_FIELDS, canonical_line
from store.merkle import leaf

revision = "0006"
down_revision = "0005"

_DRAFT = sa.table("draft", sa.column("id"), sa.column("leaves"))


def upgrade() -> None:
    """Applies the revision."""
    connection = op.get_bind()
    for (number,) in connection.execute(sa.select(_DRAFT.c.id).where(_DRAFT.c.leaves.is_(None))).all():
        leaves = []
        for name, fields in (("line", LINE_FIELDS), ("plan_line", PLAN_FIELDS)):
            table = sa.table(name, *map(sa.column, ("draft_id", "no", *fields)))
            query = sa.select(*(table.c[field] for field in fields))
            query = query.where(table.c.draft_id == number).order_by(table.c.no)
            leaves += [leaf(canonical_line(row)) for row in connection.execute(query)]
        connection.execute(sa.update(_DRAFT).where(_DRAFT.c.id == number).values(leaves=b"".join(leaves)))
