"""Reading the audit chain."""

from typing import Final

import sqlalchemy as sa

from budget.issue import Issue
from store.audit_log import AuditLog
from store.database import Database
from store.may import Act, may
from store.recorded_acts import RecordedAct
from store.refused import Refused
from store.signed_in import SignedIn
from store.tables import account, audit

_PER_PAGE: Final = 100


def read_audit(
    database: Database, person: SignedIn, *, act: str | None = None, name: str | None = None, page: int = 1
) -> AuditLog:
    """A page of a hundred acts, newest first.

    Whoever may see the chain sees all of it, acts of other provinces too: with gaps nobody could check it.

    Args:
        database: Where the chain is.
        person: Who wants to see it.
        act: Only acts of this kind.
        name: Only what this account did or what was done to it.
        page: 1, 2, 3…; one that there is not is empty.

    Raises:
        Refused: The person may not see it.
    """
    if not may(person, Act.SEE_AUDIT):
        raise Refused(Issue.of("not-allowed", raw=person.name))
    conditions: list[sa.ColumnElement[bool]] = [sa.true()]
    if act is not None:
        conditions.append(audit.c.act == act)
    if name is not None:
        conditions.append(sa.or_(audit.c.by == name, audit.c.subject == name))
    wanted = sa.and_(*conditions)
    query = sa.select(*(audit.c[field] for field in RecordedAct.__dataclass_fields__)).where(wanted)
    query = query.order_by(audit.c.number.desc()).limit(_PER_PAGE).offset((page - 1) * _PER_PAGE)
    with database.read() as connection:
        rows = tuple(map(RecordedAct.of, connection.execute(query).mappings()))
        count = connection.execute(sa.select(sa.func.count()).select_from(audit).where(wanted)).scalar_one()
        acts = connection.execute(sa.select(audit.c.act).distinct().order_by(audit.c.act)).scalars().all()
        names = sa.union(sa.select(audit.c.by.label("name")), sa.select(account.c.name)).order_by("name")
        people = connection.execute(names).scalars().all()
    return AuditLog(rows, count, max(1, -(-count // _PER_PAGE)), tuple(acts), tuple(people))
