"""Following the chain of acts."""

from collections.abc import Iterator

import sqlalchemy as sa

from store.audit import audit_hash
from store.tables import audit


def check_audit(connection: sa.Connection) -> Iterator[str]:
    """Names each act that was changed, and each place where acts are missing."""
    number, previous = 0, ""
    for row in connection.execute(sa.select(audit).order_by(audit.c.number)).mappings():
        number += 1
        if row["number"] != number:
            yield f"Tindakan {number}: hilang dari jejak audit (yang berikutnya {row['number']})."
            number = row["number"]
        elif row["previous_hash"] != previous:
            yield f"Tindakan {number}: tidak bersambung dengan tindakan sebelumnya."
        if not _hash_fits(row):
            yield f"Tindakan {number}: isinya tidak cocok dengan sidiknya."
        previous = row["hash"]


def _hash_fits(row: sa.RowMapping) -> bool:
    try:
        return bool(audit_hash(row) == row["hash"])
    except (TypeError, UnicodeEncodeError):
        # A value of a kind that no act holds.
        return False
