"""The layouts that were explained once."""

from datetime import UTC, datetime

import streamlit as st

from pages.components.html import html
from store.layouts import remembered_layouts, revoke_layout
from store.open_database import open_database
from store.signed_in import SignedIn


def remembered(person: SignedIn) -> None:
    """Lists the explanations that hold, each with a button that forgets it."""
    found = remembered_layouts(open_database())
    if not found:
        return
    with st.expander(f"Tata letak yang diingat ({len(found)})"):
        for one in found:
            html("remembered_layout.html", one=one)
            st.button("Lupakan", key=f"forget-{one.number}", on_click=_forget, args=[one.number, person.name])


def _forget(number: int, by: str) -> None:
    revoke_layout(open_database(), number, by=by, now=datetime.now(UTC).isoformat(timespec="seconds"))
