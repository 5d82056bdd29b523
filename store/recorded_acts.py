"""Reading acts of some kinds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import sqlalchemy as sa

from store.tables import audit


@dataclass(frozen=True)
class RecordedAct:
    """One row of the audit chain, with its detail read.

    Attributes:
        number: Its number.
        at: Time, ISO 8601 in UTC.
        by: Account name.
        act: What was done.
        subject: What it was done to.
        detail: Whatever else is known; empty where it cannot be read.
        previous_hash: Head of the chain before it.
        hash: Its own, which the next one holds.
    """

    number: int
    at: str
    by: str
    act: str
    subject: str
    detail: dict[str, object]
    previous_hash: str
    hash: str

    @classmethod
    def of(cls, row: sa.RowMapping) -> Self:
        """The act that a row of the table holds."""
        return cls(**{**row, "detail": _read(row["detail"])})


def recorded_acts(connection: sa.Connection, *acts: str) -> Iterator[RecordedAct]:
    """Acts of some kinds in their order."""
    columns = (audit.c[name] for name in RecordedAct.__dataclass_fields__)
    query = sa.select(*columns).where(audit.c.act.in_(acts)).order_by(audit.c.number)
    for row in connection.execute(query).mappings():
        yield RecordedAct.of(row)


def _read(text: object) -> dict[str, object]:
    try:
        found = json.loads(text) if isinstance(text, str) else None
    except json.JSONDecodeError:
        # A changed row is named by its hash (`store.check_audit`).
        found = None
    return found if isinstance(found, dict) else {}
