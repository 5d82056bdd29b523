"""Returning one submission."""

from datetime import datetime

import streamlit as st

from pages.components.html import html
from store.give_back import give_back
from store.open_database import open_database
from store.refused import Refused
from store.signed_in import SignedIn
from store.submission import Submission


def give_back_form(one: Submission, person: SignedIn, now: datetime) -> str | None:
    """Draws the reason and the button; the words of what was done, None for nothing."""
    with st.form(f"give-back-{one.number}", border=False):
        reason = st.text_area("Alasan pengembalian (dibaca pengaju)", height=80, key=f"why-{one.number}")
        if not st.form_submit_button(f"Kembalikan pengajuan {one.number}"):
            return None
    try:
        give_back(open_database(), one.number, person, now=now.isoformat(timespec="seconds"), reason=reason)
    except Refused as refusal:
        html("unreadable.html", issue=refusal.issue, name=f"Pengajuan {one.number}")
        return None
    return f"Pengajuan {one.number} dikembalikan kepada {one.submitted_by}."
