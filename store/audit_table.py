"""The audit chain as a table."""

import pandas as pd
import sqlalchemy as sa

from budget.issue import Issue
from store.database import Database
from store.may import Act, may
from store.refused import Refused
from store.signed_in import SignedIn
from store.tables import audit


def audit_table(database: Database, person: SignedIn) -> pd.DataFrame:
    """The whole chain, oldest first, with the columns of the database, so that its hashes can be computed anew.

    Raises:
        Refused: The person may not see it.
    """
    if not may(person, Act.SEE_AUDIT):
        raise Refused(Issue.of("not-allowed", raw=person.name))
    with database.read() as connection:
        result = connection.execute(sa.select(audit).order_by(audit.c.number))
        return pd.DataFrame(list(map(tuple, result)), columns=list(result.keys()))
