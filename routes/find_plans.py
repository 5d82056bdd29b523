"""Withdrawal plans for scripts."""

from collections.abc import Mapping

from budget.plans_table import plans_table
from budget.reference import Reference
from routes.table import Table
from store.database import Database
from store.read_plans import read_plans
from store.releases import find_release


def find_plans(database: Database, number: int, _query: Mapping[str, str]) -> Table | None:
    """The withdrawal plans of a release; None where there is no such release."""
    if find_release(database, number) is None:
        return None
    plans = plans_table(read_plans(database, number), Reference.load())
    return Table(f"serapan-rilis-{number}-rencana", iter([plans]))
