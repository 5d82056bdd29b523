"""The layouts that were explained once."""

from datetime import UTC, datetime

import streamlit as st

from pages.components.html import html
from store.layouts import remembered_layouts, revoke_layout
from store.open_database import open_database
from store.signed_in import SignedIn


def remembered(person: SignedIn) -> None:
    """Lists the explanations that hold, each with a button that forgets it."""
    database = open_database()
    found = remembered_layouts(database)
    if not found:
        return
    with st.expander(f"Tata letak yang diingat ({len(found)})"):
        for one in found:
            html("remembered_layout.html", one=one)
            if st.button("Lupakan", key=f"forget-{one.number}"):
                now = datetime.now(UTC).isoformat(timespec="seconds")
                revoke_layout(database, one.number, by=person.name, now=now)
                st.rerun()
