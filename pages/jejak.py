"""Jejak audit: who did what, and when."""

import streamlit as st

from pages.components.html import html
from pages.components.staff_top import staff_top
from store.open_database import open_database
from store.read_audit import read_audit
from views.act_words import ACTS
from views.audit_part import audit_part

_ACT, _NAME = "audit-act", "audit-name"


def jejak() -> None:
    """Draws the page, for those who may see the audit chain."""
    person = staff_top("jejak")
    if person is None:
        return
    html("audit_title.html")
    act, name = st.session_state.get(_ACT), st.session_state.get(_NAME)
    key = f"page-{act}-{name}"
    page: int = st.session_state.get(key, 1)
    found = read_audit(open_database(), person, act=act, name=name, page=page)
    with st.container(horizontal=True, gap="small"):
        st.selectbox(
            "Tindakan",
            found.acts,
            index=None,
            format_func=lambda code: ACTS.get(code, code),
            placeholder="Semua tindakan",
            key=_ACT,
            width=300,
        )
        st.selectbox("Orang", found.people, index=None, placeholder="Semua orang", key=_NAME, width=300)
    html("audit_count.html", count=found.count, page=page, pages=found.pages)
    with st.container():
        if found.pages > 1:
            st.number_input("Halaman", 1, found.pages, step=1, key=key, width=150)
    st.html(audit_part(found.rows))
