"""Kelola: who may work here."""

from datetime import UTC, datetime

import streamlit as st

from pages.components.account_said import AccountSaid
from pages.components.add_account_part import add_account_part
from pages.components.change_account_part import change_account_part
from pages.components.html import html
from pages.components.staff_top import staff_top
from store.list_accounts import list_accounts
from store.open_database import open_database
from views.account_part import account_part

_SAID = "account-said"


def kelola() -> None:
    """Draws the page, for those who manage accounts."""
    person = staff_top("kelola")
    if person is None:
        return
    html("manage_title.html")
    before: AccountSaid | None = st.session_state.pop(_SAID, None)
    # Each part has a place of its own: else what follows one that goes would stand there twice until all is drawn.
    with st.container():
        if before is not None:
            html("one_time_password.html" if before.password else "reviewed.html", **vars(before))
    accounts = list_accounts(open_database())
    with st.container():
        said = add_account_part(person, key=str(len(accounts)))
    with st.container():
        said = change_account_part(accounts, person) or said
    st.html(account_part(accounts, datetime.now(UTC)))
    if said is not None:
        st.session_state[_SAID] = said
        st.rerun()
