"""What has to be reported, and when."""

from datetime import UTC, datetime

import streamlit as st

from budget.due_dates import due_dates
from budget.reference import Reference
from budget.scope import Scope
from budget.unit_reports import unit_reports
from budget.wib_date import wib_date
from store.may import Act, may
from store.open_database import open_database
from store.role import Role
from store.signed_in import SignedIn
from store.submissions import waiting_submissions
from views.due_part import due_part
from views.missing_part import missing_part
from views.published import published
from views.report_history import report_history
from views.waiting_months import waiting_months


def due_list(person: SignedIn) -> None:
    """Lists the months of an operator's unit; of the others' units it says how many have not reported."""
    database = open_database()
    today = wib_date(datetime.now(UTC).isoformat())
    history = report_history(database)
    if person.role == Role.OPERATOR:
        unit = Reference.load().by_kode_satker.get(person.lingkup or "")
        if unit is None:
            return
        waiting = waiting_months(waiting_submissions(database, person), unit.kode_satker)
        st.html(due_part(unit, unit_reports(history, unit, today, due_dates()), waiting, today))
        return
    units = [unit for unit in Scope.current().units() if may(person, Act.REVIEW, [unit.kode_satker])]
    if not units:
        return
    shown = published(database)
    kode = person.lingkup if Scope.current().national else None
    st.html(missing_part(history, units, shown.periods if shown else {}, today, kode))
